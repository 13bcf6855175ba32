import { afterAll, beforeAll, expect, test } from 'vitest'
import { listTasks, type TaskFilter } from '../../../jobs/engine/monitor'
import { makeEngine, type TestEngine } from '../../support/engine'

// The list of tasks as the reader thread answers it, on a connection of its own.

let made: TestEngine
const ids: Record<string, number> = {}
beforeAll(async () => {
  made = makeEngine({ runner: 'slots', slots: 1 })
  const { engine } = made
  await engine.start()
  const run = async (called: string, task: string, args: Record<string, unknown>, queue?: string) => {
    const { taskId } = await engine.enqueue(task, args, queue ? { queue } : {})
    ids[called] = taskId
    return engine.finished(taskId)
  }
  await run('zoe', 'test.echo', { who: 'Zoë Ärmel' })
  await run('ana', 'test.echo', { who: 'Ana' }, 'payroll')
  await run('crash', 'test.crash', {})
  ids.later = (await engine.enqueue('test.noop', { who: 'ana too' }, { countdownSeconds: 3_600 })).taskId
  for (let i = 0; i < 5; i++) await run(`noop${i}`, 'test.noop', {})
})
afterAll(async () => {
  await made.engine.stop(500)
})

type Listed = { items: { task_id: string; state: string }[]; next: number | null }
const list = (filter: Partial<TaskFilter>) =>
  made.engine.reader.ask<Listed>('engine.list_tasks', { limit: 50, ...filter })
const called = async (filter: Partial<TaskFilter>) =>
  (await list(filter)).items.map(({ task_id }) => Object.keys(ids).find((name) => ids[name] === Number(task_id)))

test('newest first', async () => {
  expect(await called({})).toEqual(['noop4', 'noop3', 'noop2', 'noop1', 'noop0', 'later', 'crash', 'ana', 'zoe'])
})

test.each<[string, Partial<TaskFilter>, string[]]>([
  ['a state that has ended', { state: 'FAILURE' }, ['crash']],
  ['a state that waits', { state: 'PENDING' }, ['later']],
  ['a state of many tasks', { state: 'SUCCESS' }, ['noop4', 'noop3', 'noop2', 'noop1', 'noop0', 'ana', 'zoe']],
  ['a state and a queue', { state: 'SUCCESS', queue: 'payroll' }, ['ana']],
  ['a task', { task: 'test.echo' }, ['ana', 'zoe']],
  ['a queue', { queue: 'payroll' }, ['ana']],
  ['a state and a task', { state: 'SUCCESS', task: 'test.echo' }, ['ana', 'zoe']],
  ['a task nobody has', { task: 'test.nothing' }, []],
  ['a state, a task and a queue', { state: 'SUCCESS', task: 'test.echo', queue: 'default' }, ['zoe']],
])('by %s', async (_, filter, expected) => {
  expect(await called(filter)).toEqual(expected)
})

test('a page ends where the next one begins, and the pages together are the whole list', async () => {
  const seen: unknown[] = []
  let before: number | undefined
  for (;;) {
    const page = await list({ limit: 4, before })
    seen.push(...page.items.map(({ task_id }) => Number(task_id)))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual([...Object.values(ids)].sort((a, b) => b - a))
})

const WORDS: [string, string[]][] = [
  ['ana', ['later', 'ana']],
  ['ANA', ['later', 'ana']],
  ['ana too', ['later']],
  ['Zoë', ['zoe']],
  ['echo zo', ['zoe']],
  ['crash', ['crash']],
  ['" or 1=1 --', []],
  ['nobody', []],
]
const indexedTo = () => made.db.prepare("select value from engine_mark where name = 'indexed_to'").pluck().get()

test.each(WORDS)('by the words “%s”, also before they are in the full text', async (q, expected) => {
  expect(await called({ q })).toEqual(expected)
  while (indexedTo() !== Math.max(...Object.values(ids))) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await called({ q })).toEqual(expected)
  // And as if nothing had been indexed yet: the rows themselves are read.
  const mark = indexedTo()
  made.db.exec("update engine_mark set value = 0 where name = 'indexed_to'")
  const rows = listTasks(made.db, { q, limit: 50 }).items.map(({ task_id }) => Number(task_id))
  made.db.prepare("update engine_mark set value = ? where name = 'indexed_to'").run(mark)
  expect(rows).toEqual(expected.map((name) => ids[name]))
})

test('by the words of an error that came after the task was in the full text', async () => {
  const { taskId } = await made.engine.enqueue('test.crash', {}, { countdownSeconds: 100 })
  while (Number(indexedTo()) < taskId) await new Promise((resolve) => setTimeout(resolve, 20))
  const found = async () => (await list({ q: 'crash worker lost' })).items.map(({ task_id }) => Number(task_id))
  expect(await found()).not.toContain(taskId)
  made.clock.advance(101_000)
  await made.engine.finished(taskId)
  expect(await found()).toContain(taskId)
})

test('a question nobody answers is refused in words', async () => {
  await expect(made.engine.reader.ask('engine.nothing')).rejects.toMatchObject({ code: 'engine.question_failed' })
})

test('a page of what succeeded goes on across tasks where the page before it ended', async () => {
  const first = await list({ state: 'SUCCESS', limit: 3 })
  const second = await list({ state: 'SUCCESS', limit: 9, before: first.next ?? 0 })
  const all = await list({ state: 'SUCCESS' })
  expect([...first.items, ...second.items]).toEqual(all.items)
})
