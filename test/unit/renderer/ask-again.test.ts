import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askAgain } from '../../../renderer/app/ask-again'

// An office that reads what it answers when it is asked, and a network that delivers when it is told to.

const ABOUT = ['payslips.status', {}]
let queries: QueryClient
let stands: string
let onTheWay: (() => void)[]
let asked: number

beforeEach(() => {
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  stands = 'being made'
  onTheWay = []
  asked = 0
})
afterEach(() => queries.clear())

/** Reads now; the answer (or refusal) comes when `deliver` says so. */
const ask = () => {
  asked++
  const read = stands
  return new Promise<string>((resolve, reject) =>
    onTheWay.push(() => (read.startsWith('refused') ? reject(new Error(read)) : resolve(read))),
  )
}
const settle = () => new Promise((resolve) => setImmediate(resolve))
/** Delivers the answers that are on the way, in this order of their asking; all of them, as they come, unless told. */
async function deliver(...order: number[]): Promise<void> {
  const arrived = onTheWay.splice(0)
  for (const one of order.length > 0 ? order.map((at) => arrived[at]) : arrived) one?.()
  await settle()
}
const show = () => {
  const observer = new QueryObserver<string>(queries, { queryKey: ABOUT, queryFn: ask })
  return { observer, close: observer.subscribe(() => {}), shown: () => observer.getCurrentResult().data }
}

test('a first answer that was read before the change is shown, and asked for once more', async () => {
  const { shown } = show()
  stands = 'made'
  const again = askAgain(queries)
  await deliver()
  expect(shown()).toBe('being made')
  await deliver()
  await again
  expect(shown()).toBe('made')
  expect(asked).toBe(2)
})

test('however many changes fall into one first answer, it is asked for once more', async () => {
  const { shown } = show()
  const rounds = [askAgain(queries), askAgain(queries)]
  stands = 'made'
  rounds.push(askAgain(queries))
  await deliver()
  await deliver()
  await Promise.all(rounds)
  expect([shown(), asked]).toEqual(['made', 2])
})

test('a change during the second asking is asked for again too', async () => {
  const { shown } = show()
  const first = askAgain(queries)
  await deliver()
  stands = 'made'
  const second = askAgain(queries)
  await deliver()
  await Promise.all([first, second])
  expect(shown()).toBe('made')
})

test('an answer that comes later than a newer one does not stand in its place', async () => {
  const { shown } = show()
  await deliver()
  const first = askAgain(queries)
  stands = 'made'
  const second = askAgain(queries)
  await deliver(1, 0)
  await Promise.all([first, second])
  expect(shown()).toBe('made')
})

test('what nobody shows while its answer comes is asked anew by who shows it next', async () => {
  const before = show()
  await deliver()
  const first = askAgain(queries)
  before.close()
  stands = 'made'
  await askAgain(queries) // it does not wait for what is not on screen
  await deliver()
  await first
  expect(asked).toBe(2)
  const { shown } = show()
  await deliver()
  expect(shown()).toBe('made')
})

test('what was asked ahead of its page is asked anew when a change came first', async () => {
  const ahead = queries.prefetchQuery({ queryKey: ABOUT, queryFn: ask })
  stands = 'made'
  await askAgain(queries)
  await deliver()
  await ahead
  const { shown } = show()
  await deliver()
  expect(shown()).toBe('made')
})

test('a refusal ends a round as an answer does', async () => {
  stands = 'refused'
  const { observer, shown } = show()
  const first = askAgain(queries)
  await deliver()
  await deliver()
  await first
  expect(observer.getCurrentResult().error?.message).toBe('refused')
  stands = 'made'
  const second = askAgain(queries)
  await deliver()
  await second
  expect(shown()).toBe('made')
})

test('what is not meant is left as it is, whether it is answered or on the way', async () => {
  const { shown } = show()
  await askAgain(queries, ({ queryKey }) => queryKey[0] === 'system.health')
  await deliver()
  stands = 'made'
  await askAgain(queries, ({ queryKey }) => queryKey[0] === 'system.health')
  expect([shown(), asked]).toEqual(['being made', 1])
})

test('what has left the page for good holds up no round', async () => {
  const { close } = show()
  const again = askAgain(queries)
  close()
  queries.removeQueries()
  await again
  expect(asked).toBe(1)
})
