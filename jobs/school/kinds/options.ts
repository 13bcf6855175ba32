import { z } from 'zod'

/** A school year other than the current one; forms send it as text. */
export const YearOptionsSchema = z.strictObject({ academic_year_id: z.coerce.number().int().positive().optional() })

const Named = z.string().trim().min(1).max(100).optional()

/** What a whole file of marks is about, where it has no columns that say it. */
export const MarkOptionsSchema = YearOptionsSchema.extend({
  term: Named,
  subject: Named,
  assessment: Named,
  /** What the marks are out of. */
  maximum: z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((text) => /^\d{1,6}(\.\d{1,3})?$/.test(text) && Number(text) > 0, {
      message: 'maximum is what the marks are out of: a number above 0, such as 20',
    })
    .optional(),
})
