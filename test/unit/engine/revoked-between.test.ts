import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask } from '../../../jobs/engine/define-task'
import type { RunError } from '../../../jobs/engine/delivery'
import { taskView } from '../../../jobs/engine/monitor'
import type { FreePlace, Handed, Lane, Runner, RunnerHost } from '../../../jobs/engine/runner'
import { makeEngine, type TestEngine } from '../../support/engine'

// Killing the office found a task that was acknowledged as called off and ran to its end: it had been marked while it was
// on its way back from its place. Where a called-off task would be handed out again, it ends instead.

/** A runner of one place that says nothing by itself: when it hands back, and how, is the test's. */
class SilentRunner implements Runner {
  readonly held: Handed[] = []
  readonly given: number[] = []
  host!: RunnerHost
  async start(host: RunnerHost): Promise<void> {
    this.host = host
  }
  free = (lane: Lane): FreePlace[] =>
    lane === 'slots' && this.held.length === 0 ? [{ place: 'slot-1', idle: true, room: 10 }] : []
  deliver(_place: string, handed: Handed[]): void {
    this.held.push(...handed)
    this.given.push(...handed.map(({ delivery }) => delivery.taskId))
  }
  interrupt = () => {}
  terminate = () => false
  takeBackAll = () => {}
  status = () => []
  stop = async () => {}
}

let open: TestEngine | null = null
afterEach(async () => {
  await open?.engine.stop(0)
  open = null
})

let version = 0
const fickle = defineTask({
  name: 'test.noop',
  queue: 'default',
  args: z.record(z.string(), z.unknown()),
  retry: { max: 3, delaySeconds: 60 },
  load: () => ({ input: null, version: String(version) }),
  run: () => Promise.resolve({ default: () => null }),
  commit: () => expect.unreachable('what was called off has no effect'),
} as never)

const replies = (runner: SilentRunner, taskId: number, error?: RunError) =>
  runner.host.replied([
    { taskId, ms: 1, progress: null, outcome: error ? { ok: false, error } : { ok: true, value: null } },
  ])
const CALLED_OFF = { state: 'REVOKED', error: { code: 'engine.revoked', params: { by: 'user:1' } } }
const failed = (code: string, transient: boolean, params = {}): RunError => ({
  code,
  params,
  transient,
  interrupted: false,
  stack: null,
})

test.each<[string, (runner: SilentRunner, taskId: number) => void]>([
  ['is given back unstarted', ({ host }, taskId) => host.returned([taskId])],
  ['is lost with its place', ({ host }, taskId) => host.lost([taskId], 'crashed')],
  ['fails for a reason that passes', (runner, id) => replies(runner, id, failed('engine.task_threw', true))],
  ['puts itself off', (runner, id) => replies(runner, id, failed('engine.snoozed', false, { seconds: 60 }))],
  [
    'worked on an input that has changed since',
    (runner, id) => {
      version++
      replies(runner, id)
    },
  ],
])(
  'a task that was called off while its place held it, and then %s, ends and is not handed out again',
  async (_, how) => {
    const runner = new SilentRunner()
    open = makeEngine({ runner, tasks: [fickle] })
    const { engine, db } = open
    await engine.start()
    const { taskId } = await engine.enqueue('test.noop', {})
    await expect.poll(() => runner.given).toEqual([taskId])
    expect(await engine.revoke(taskId, { terminate: true }, 'user:1')).toEqual({ state: 'STARTED', running: true })
    runner.held.splice(0)
    how(runner, taskId)
    expect(await engine.finished(taskId)).toMatchObject(CALLED_OFF)
    const { taskId: next } = await engine.enqueue('test.noop', {})
    await expect.poll(() => runner.given).toEqual([taskId, next])
    expect(taskView(db, taskId)?.state).toBe('REVOKED')
  },
)

test('a task that was called off in the group of writes in which it failed is not tried again', async () => {
  const runner = new SilentRunner()
  open = makeEngine({ runner, tasks: [fickle] })
  const { engine } = open
  await engine.start()
  const { taskId } = await engine.enqueue('test.noop', {})
  await expect.poll(() => runner.given).toEqual([taskId])
  // Both wait for the same commit: nothing is told to the place in between.
  const revoked = engine.revoke(taskId, { terminate: false }, 'user:1')
  runner.held.splice(0)
  replies(runner, taskId, failed('engine.task_threw', true))
  expect(await revoked).toEqual({ state: 'STARTED', running: true })
  expect(await engine.finished(taskId)).toMatchObject(CALLED_OFF)
})

test('a task that was called off while its place held it ends where the office ends under it', async () => {
  const runner = new SilentRunner()
  const first = makeEngine({ runner, tasks: [fickle] })
  await first.engine.start()
  const { taskId } = await first.engine.enqueue('test.noop', {})
  await expect.poll(() => runner.given).toEqual([taskId])
  await first.engine.revoke(taskId, { terminate: true }, 'user:1')
  // The first office never says goodbye; the next one finds its lease.
  const next = new SilentRunner()
  open = makeEngine({ runner: next, tasks: [fickle], db: first.db })
  await open.engine.start()
  expect(await open.engine.finished(taskId)).toMatchObject(CALLED_OFF)
  expect(next.given).toEqual([])
})
