import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Events } from '../../../jobs/engine/events'
import { type TaskView, taskView } from '../../../jobs/engine/monitor'
import type { Runner, RunnerHost } from '../../../jobs/engine/runner'
import type { OfficeEvent } from '../../../jobs/engine/write'
import { makeEngine } from '../../support/engine'

describe('changes of tasks', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('the last of a burst is always told after it happened, however many there are', () => {
    const events = new Events()
    let changes = 0
    let known = 0
    let told = 0
    events.listen(({ type }) => {
      if (type !== 'tasks_changed') return
      told++
      known = changes
    })
    for (let ms = 0; ms < 1_050; ms += 3) {
      changes++
      events.taskChanged(changes)
      vi.advanceTimersByTime(3)
    }
    vi.advanceTimersByTime(100)
    expect(known).toBe(changes)
    expect(told).toBeLessThanOrEqual(11)
  })

  test('what changes while the others are being told is told next', () => {
    const events = new Events()
    const heard: (number | undefined)[] = []
    events.listen(({ type, id }) => {
      if (type !== 'task_changed') return
      heard.push(id)
      if (id === 1) events.taskChanged(2)
    })
    events.taskChanged(1)
    vi.advanceTimersByTime(200)
    expect(heard).toEqual([1, 2])
  })
})

const ORDER = ['PENDING', 'STARTED', 'SUCCESS']

test('what an event tells of stands committed when it is told: the reader’s connection has it too', async () => {
  const { engine, db } = makeEngine({ runner: 'slots', slots: 2 })
  await engine.start()
  const looks: Promise<void>[] = []
  const late: string[] = []
  const asLate = async (id: number) => {
    const own = taskView(db, id)?.state ?? ''
    expect(db.inTransaction).toBe(false)
    const read = (await engine.reader.ask<TaskView | null>('engine.task', { id }))?.state ?? ''
    if (ORDER.indexOf(read) < ORDER.indexOf(own)) late.push(`${id}: ${own}, read as ${read}`)
  }
  engine.onEvent(({ type, id }: OfficeEvent) => {
    if (type === 'task_changed' && id !== undefined) looks.push(asLate(id))
  })
  for (let burst = 0; burst < 20; burst++) {
    const ids = await Promise.all(Array.from({ length: 10 }, () => engine.enqueue('test.noop', {})))
    await Promise.all(ids.map(({ taskId }) => engine.finished(taskId)))
  }
  await expect.poll(() => looks.length).toBeGreaterThan(20)
  await Promise.all(looks)
  expect(late).toEqual([])
  await engine.stop(500)
})

test('a write’s own event can be asked about at once, in the office and on the reader', async () => {
  const { engine } = makeEngine()
  await engine.start()
  const seen: Promise<unknown>[] = []
  engine.onEvent(({ type, id }) => {
    if (type === 'made') seen.push(engine.reader.ask('engine.task', { id }))
  })
  for (let i = 0; i < 50; i++)
    await engine.write('system', (write) => {
      const { taskId } = write.enqueue('test.noop', {}, { countdownSeconds: 3_600 })
      write.emit({ type: 'made', id: taskId })
    })
  expect(await Promise.all(seen)).toEqual(Array(50).fill(expect.objectContaining({ state: 'PENDING' })))
  await engine.stop(500)
})

/** Takes one task, never runs it, and gives it back when it is told to. */
class Idler implements Runner {
  host: RunnerHost | null = null
  readonly taken: number[] = []
  async start(host: RunnerHost) {
    this.host = host
  }
  free: Runner['free'] = (lane) =>
    lane === 'slots' && this.taken.length === 0 ? [{ place: 'idler', idle: true, room: 1 }] : []
  deliver: Runner['deliver'] = (_, handed) => void this.taken.push(...handed.map(({ delivery }) => delivery.taskId))
  interrupt() {}
  terminate = () => false
  takeBackAll() {}
  status = () => []
  async stop() {}
}

test('a task that comes back without having been begun is told of: it waits again', async () => {
  const runner = new Idler()
  const { engine, db } = makeEngine({ runner })
  const told: (string | undefined)[] = []
  engine.onEvent(({ type, id }) => {
    if (type === 'task_changed' && id !== undefined) told.push(taskView(db, id)?.state)
  })
  await engine.start()
  const { taskId } = await engine.enqueue('test.noop', {})
  await expect.poll(() => told.at(-1)).toBe('STARTED')
  await engine.write('user:1', (write) => engine.queues.pause(write, 'default'))
  runner.host?.returned([taskId])
  await expect.poll(() => told.at(-1)).toBe('PENDING')
  await engine.stop(0)
})
