import { inEmptyFolder, type Line, seconds, summary } from './measure'
import { type Served, serve } from './served'

const TASKS = 200
const TASK_MS = 100
const KILLED_AFTER = 50

/**
 * W5: 200 tasks with an effect of 100 ms on one slot; SIGKILL of the office after 50, and a start at once. Every effect is
 * there once; the whole takes at most a second longer than the work that was left.
 */
export async function w5(runs: number): Promise<Line[]> {
  const all = { after: [] as number[], lost: [] as number[], twice: [] as number[] }
  for (let run = 0; run < runs; run++) {
    const { seconds: after, lost, twice } = await inEmptyFolder(killAndFinish)
    all.after.push(after)
    all.lost.push(lost)
    all.twice.push(twice)
  }
  const left = `${TASKS - KILLED_AFTER} tasks of ${TASK_MS} ms left, one slot`
  return [
    summary('W5', 'all_done_s_after_kill', all.after, left),
    summary('W5', 'lost', all.lost),
    summary('W5', 'effects_twice', all.twice),
  ]
}

async function killAndFinish(folder: string): Promise<{ seconds: number; lost: number; twice: number }> {
  const first = await serve(folder, ['--concurrency', '1'])
  for (let n = 0; n < TASKS; n++) await ask(first, 'POST', '/api/tasks', task(n))
  await effects(first, KILLED_AFTER)
  const killedAt = seconds()
  await first.kill()
  const second = await serve(folder, ['--concurrency', '1'])
  const keys = await effects(second, TASKS)
  const took = seconds() - killedAt
  await second.end()
  const once = new Set(keys)
  return { seconds: took, lost: TASKS - once.size, twice: keys.length - once.size }
}

const task = (n: number) => ({ task: 'test.effect', args: { key: `effect-${n}`, ms: TASK_MS } })

/** Waits for so many effects; the wait ends with an error where nothing new comes for five seconds. */
async function effects(office: Served, wanted: number): Promise<string[]> {
  let keys: string[] = []
  let changedAt = seconds()
  for (;;) {
    const { items } = (await ask(office, 'GET', '/api/test/effects')) as { items: { key: string }[] }
    if (items.length !== keys.length) changedAt = seconds()
    keys = items.map(({ key }) => key)
    if (keys.length >= wanted) return keys
    if (seconds() - changedAt > 5) return keys
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function ask(office: Served, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(new URL(path, office.url), {
    method,
    headers: {
      authorization: `Bearer ${office.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
