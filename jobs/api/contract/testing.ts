import { z } from 'zod'
import { FAULT_POINTS } from '../../values/faults'
import { defineMethod } from '../method'
import { IsoInstant } from './tasks'

/** Test mode (`serve --test`): an office without it has none of these. */
export const testContract = {
  'test.clock': defineMethod({
    summary: "Moves the office's clock, which runs on from there",
    role: 'owner',
    rest: [{ verb: 'POST', path: '/api/test/clock' }],
    input: z
      .strictObject({ now: IsoInstant.optional(), advance_seconds: z.number().optional() })
      .refine((input) => (input.now === undefined) !== (input.advance_seconds === undefined), {
        message: 'either “now” or “advance_seconds”',
      }),
    output: z.object({ now: z.string() }),
  }),
  'test.sleep': defineMethod({
    summary: 'Behaves as a computer that slept so many seconds',
    role: 'owner',
    rest: [{ verb: 'POST', path: '/api/test/sleep' }],
    input: z.strictObject({ seconds: z.number().positive() }),
    output: z.object({ now: z.string() }),
  }),
  'test.fault': defineMethod({
    summary: 'Arms a fault at a named point of the production path',
    role: 'owner',
    rest: [{ verb: 'POST', path: '/api/test/fault' }],
    input: z.strictObject({
      point: z.enum(FAULT_POINTS),
      action: z.enum(['kill', 'disk_full']),
      /** Lets the point pass so many times first. */
      nth: z.number().int().min(1).max(1_000_000).default(1),
    }),
    output: z.object({ point: z.string(), action: z.string() }),
  }),
  'test.passed': defineMethod({
    summary: 'How often each named point was passed since the office was opened',
    role: 'owner',
    rest: [{ verb: 'GET', path: '/api/test/passed' }],
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ point: z.string(), passed: z.number() })) }),
  }),
  'test.effects': defineMethod({
    summary: 'The effects the test tasks left behind',
    role: 'owner',
    rest: [{ verb: 'GET', path: '/api/test/effects' }],
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ key: z.string() })) }),
  }),
} as const
