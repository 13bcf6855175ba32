import { z } from 'zod'
import { defineMethod } from '../method'

export const sampleContract = {
  'sample.create': defineMethod({
    summary: 'Shows the sample office in an office without people; the empty one is set aside.',
    role: 'owner',
    rest: [{ verb: 'POST', path: '/api/sample', status: 201 }],
    input: z.strictObject({
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .optional(),
    }),
    // The seed: the same one makes the same office.
    output: z.object({ id: z.number() }),
  }),
  'sample.remove': defineMethod({
    summary: 'Takes the sample office out of the folder, whole, and opens a fresh one.',
    role: 'owner',
    rest: [{ verb: 'DELETE', path: '/api/sample' }],
    input: z.strictObject({}),
    output: z.object({ removed: z.literal(true), set_aside: z.string() }),
  }),
} as const
