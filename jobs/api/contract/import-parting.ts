import { z } from 'zod'

/** How a column is cut into given and family name: where, and which of them stands first. */
export const SplitRule = z.strictObject({
  at: z.enum(['comma', 'first_blank', 'last_blank']),
  first: z.enum(['given_name', 'family_name']),
})
/** Columns joined into one field, and what stands between them. */
export const JoinRule = z.strictObject({ columns: z.array(z.string()).min(2).max(10), between: z.string().max(10) })
