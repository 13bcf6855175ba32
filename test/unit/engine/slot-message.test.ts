import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Delivery, Reply } from '../../../jobs/engine/delivery'
import { packDeliveries, packReplies, unpackDeliveries, unpackReplies } from '../../../jobs/engine/slot-message'
import type { Instant, Zone } from '../../../jobs/values/time'

const delivery = fc.record({
  taskId: fc.nat(),
  name: fc.constantFrom('test.noop', 'test.echo'),
  attempt: fc.integer({ min: 1, max: 9 }),
  now: fc.constantFrom(1, 2).map((at) => at as Instant),
  zone: fc.constant('Europe/Lisbon' as Zone),
  input: fc.jsonValue(),
  inputIsJson: fc.boolean(),
  resultAsJson: fc.boolean(),
}) satisfies fc.Arbitrary<Delivery>

const alike = fc
  .tuple(delivery, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.jsonValue()), { maxLength: 20 }))
  .map(([first, more]) => [first, ...more.map(([taskId, attempt, input]) => ({ ...first, taskId, attempt, input }))])

it('a batch is the same on the other side of a thread, alike or mixed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(delivery, { maxLength: 20 }), alike), (batch) => {
      expect(unpackDeliveries(structuredClone(packDeliveries(batch)))).toEqual(batch)
    }),
  )
})

it('every reply arrives once, whatever it says', () => {
  const reply = fc.record({
    ms: fc.nat(),
    progress: fc.option(fc.record({ current: fc.nat(), total: fc.nat(), status: fc.string() })),
    outcome: fc.oneof(
      fc.record({ ok: fc.constant(true as const), value: fc.jsonValue() }),
      fc.record({
        ok: fc.constant(false as const),
        error: fc.record({
          code: fc.string(),
          params: fc.constant({}),
          transient: fc.boolean(),
          stack: fc.constant(null),
          interrupted: fc.boolean(),
        }),
      }),
    ),
  })
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 20 }), (said) => {
      const replies: Reply[] = said.map((one, taskId) => ({ taskId, ...one }))
      const heard = unpackReplies(structuredClone(packReplies(replies)))
      expect(heard.sort((a, b) => a.taskId - b.taskId)).toEqual(replies)
    }),
  )
})
