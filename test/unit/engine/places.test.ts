import { expect, test } from 'vitest'
import type { Delivery, Reply } from '../../../jobs/engine/delivery'
import { heardReplies } from '../../../jobs/engine/heard-replies'
import { InFlight } from '../../../jobs/engine/in-flight'
import type { Handed, LossReason } from '../../../jobs/engine/runner'
import { packReplies } from '../../../jobs/engine/slot-message'
import { Slots } from '../../../jobs/engine/slots'
import type { Instant, Zone } from '../../../jobs/values/time'
import { builtSlot } from '../../support/engine'
import { tempFolder } from '../../support/office-db'

const handed = (taskId: number, name: string, args: unknown): Handed => ({
  delivery: {
    taskId,
    name,
    attempt: 1,
    now: 0 as Instant,
    zone: 'UTC' as Zone,
    input: JSON.stringify(args),
    inputIsJson: true,
    resultAsJson: true,
  } satisfies Delivery,
  softSeconds: 60,
  hardSeconds: 120,
})

test('stopping a task by force that waits behind another one leaves that one alone', async () => {
  const slots = new Slots({ file: builtSlot, folder: tempFolder(), count: 1, testMode: true, faults: null })
  const replied: Reply[] = []
  const lost: [number[], LossReason][] = []
  const returned: number[] = []
  let heard = () => {}
  const next = () => new Promise<void>((resolve) => (heard = resolve))
  const ready = next()
  await slots.start({
    replied: (replies) => {
      replied.push(...replies)
      heard()
    },
    progressed: () => {},
    logged: () => {},
    asked: () => Promise.resolve(null),
    returned: (ids) => void returned.push(...ids),
    lost: (ids, why) => void lost.push([ids, why]),
    freed: () => heard(),
    cannotStart: (found) => expect.unreachable(found),
  })
  await ready
  const answered = next()
  slots.deliver('slot-1', [handed(1, 'test.sleep', { ms: 300 }), handed(2, 'test.noop', {})])
  slots.interrupt(2, 'revoked')
  expect(slots.terminate(2)).toBe(true)
  await answered
  expect(lost).toEqual([])
  expect(replied.find(({ taskId }) => taskId === 1)).toMatchObject({ outcome: { ok: true } })
  await slots.stop()
})

test('only replies of deliveries that a place holds and has started are heard, each once', () => {
  const work = new InFlight(true)
  const control = work.add([handed(1, 'test.noop', {}), handed(2, 'test.noop', {})])
  control.start(0, 0)
  const reply = (taskId: number, value: unknown): Reply => ({
    taskId,
    ms: 1,
    progress: null,
    outcome: { ok: true, value },
  })
  const hear = (...replies: Reply[]) => heardReplies(packReplies(replies), work).map(({ taskId }) => taskId)
  expect(hear(reply(2, '1')), 'not started').toEqual([])
  expect(hear(reply(3, '1')), 'not held').toEqual([])
  expect(hear(reply(1, { not: 'text' })), 'not what was asked for').toEqual([])
  expect(hear(reply(1, '1'), reply(1, '2')), 'twice').toEqual([1])
  expect(heardReplies(null as never, work)).toEqual([])
})
