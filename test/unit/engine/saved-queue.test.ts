import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { restoreTasks, type SavedTask, savedTasks } from '../../../jobs/engine/saved-queue'
import { makeEngine, type TestEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
const make = (): TestEngine => {
  const made = makeEngine()
  opened.push(made.engine)
  return made
}
const restore = ({ engine }: TestEngine, saved: SavedTask[]) =>
  engine.write('user:1', (write) => restoreTasks(write, saved))

test('what waits is written down in pages and put back in another office, once', async () => {
  const first = make()
  await first.engine.enqueue('test.echo', { a: 'x'.repeat(10_000) }, { queue: 'users', priority: 90 })
  await first.engine.enqueue('test.noop', {}, { uniqueKey: 'k', countdownSeconds: 3600, expiresSeconds: 60 })
  await first.engine.enqueue('test.noop', {})
  const page = savedTasks(first.db, 0, 2)
  const saved = [...page.items, ...savedTasks(first.db, page.next ?? 0, 2).items]
  expect(saved.map((one) => [one.task, one.queue, one.priority, one.unique_key])).toEqual([
    ['test.echo', 'users', 90, null],
    ['test.noop', 'default', 50, 'k'],
    ['test.noop', 'default', 50, null],
  ])
  const second = make()
  expect(await restore(second, saved)).toEqual({ restored: 3, duplicates: 0, refused: [] })
  expect(await restore(second, saved)).toEqual({ restored: 0, duplicates: 3, refused: [] })
  const again = savedTasks(second.db, 0, 10).items
  expect(again.map(({ args, eta, expires }) => ({ args, eta, expires }))).toEqual(
    saved.map(({ args, eta, expires }) => ({ args, eta, expires })),
  )
})

test('put back where they came from nothing is doubled, also what has ended meanwhile', async () => {
  const made = make()
  const { taskId } = await made.engine.enqueue('test.noop', {})
  const { items } = savedTasks(made.db, 0, 10)
  expect(await restore(made, items)).toEqual({ restored: 0, duplicates: 1, refused: [] })
  await made.engine.start()
  await made.engine.finished(taskId)
  expect(await restore(made, items)).toEqual({ restored: 0, duplicates: 1, refused: [] })
  expect(taskView(made.db, taskId + 1)).toBeNull()
})

test('a line that cannot be put back is refused with its number, and the others are put back', async () => {
  const first = make()
  await first.engine.enqueue('test.noop', {}, { countdownSeconds: 3600 })
  const [line] = savedTasks(first.db, 0, 10).items
  if (!line) expect.fail('nothing was saved')
  const second = make()
  const done = await restore(second, [
    { ...line, task: 'test.of_another_version' },
    line,
    { ...line, task: 'test.sleep', args: { ms: 'long' } },
    { ...line, expires: '2020-01-01T00:00:00.000Z' },
  ])
  expect(done.restored).toBe(1)
  expect(done.refused.map(({ line: at, reason }) => [at, reason.code])).toEqual([
    [1, 'engine.unknown_task'],
    [3, 'engine.bad_arguments'],
    [4, 'engine.saved_expired'],
  ])
})
