import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { ImportRowView, RowOutcome } from './import-row'

export const Severity = z.enum(['error', 'warning'])
export const Kept = z.object({ row: z.number().nullable(), entity: z.string(), message: z.string(), fix: z.string() })
export const Started = z.object({ import_id: z.number(), task_id: z.string() })

/** What one click can do to every row of a cause. */
export const FIXES = [
  'spelling',
  'day_first',
  'month_first',
  'serial',
  'point',
  'comma',
  'round',
  'zero',
  'unit',
  'yes',
  'no',
  'empty',
  'same',
  'another',
  'keep_first',
  'keep_last',
  'skip',
  'create',
] as const
export type FixName = (typeof FIXES)[number]

const CauseKey = z.object({ severity: Severity, code: z.string(), field: z.string().nullable() })

const Cause = CauseKey.extend({
  /** The field in words and the column that holds it; null where it is about the whole row. */
  label: z.string().nullable(),
  column: z.string().nullable(),
  rows: z.number(),
  /** Different values in its cells. */
  values: z.number(),
  /** What differs from row to row is “…”. */
  message: z.string(),
  fix: z.string(),
  example: z.object({ row: z.number(), found: z.string().nullable() }),
})
export type Cause = z.infer<typeof Cause>

/** `task_id`: so many rows changed that the file is checked again. */
const TypedOver = z.object({
  import_id: z.number(),
  rows: z.number(),
  task_id: z.string().nullable(),
  /** The rows as they now stand, with those that share a key with them; none where the file is checked again. */
  items: z.array(ImportRowView),
})

const Cells = z
  .array(z.object({ row: Id, column: z.string(), value: z.string() }))
  .min(1)
  .max(10_000)

/** What is asked and done while the rows of a file are looked at. */
export const importCheckContract = {
  'imports.causes': defineMethod({
    summary: 'Errors and warnings by cause: a row counts under the first thing that is said about it.',
    input: z.object({ id: Id }),
    output: z.object({ items: z.array(Cause) }),
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/:id/causes' }],
  }),
  'imports.cause_values': defineMethod({
    summary: 'What stands in the cells of a cause and how often, the most frequent first, 100 at most.',
    input: CauseKey.extend({ id: Id }),
    output: z.object({ items: z.array(z.object({ value: z.string(), rows: z.number() })) }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/causes/values' }],
  }),
  'imports.replace': defineMethod({
    summary: 'Find and replace within the rows of one cause; the file keeps its own cells.',
    input: CauseKey.extend({
      id: Id,
      find: z.string(),
      replace: z.string(),
      /** The whole cell, or wherever it occurs in it. */
      whole: z.boolean().default(true),
    }),
    output: TypedOver,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/replace' }],
  }),
  'imports.cause_fixes': defineMethod({
    summary:
      'The fixes of a cause that make sense, each with how many rows it changes and what becomes of their values.',
    input: CauseKey.extend({ id: Id }),
    output: z.object({
      items: z.array(
        z.object({
          fix: z.enum(FIXES),
          rows: z.number(),
          /** There are more values than were looked at: at least so many rows. */
          more: z.boolean(),
          examples: z.array(z.object({ before: z.string(), after: z.string().nullable(), rows: z.number() })),
        }),
      ),
    }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/causes/fixes' }],
  }),
  'imports.fix_cause': defineMethod({
    summary: 'Does one fix to every row of a cause; the file keeps its own cells, and it can be taken back.',
    input: CauseKey.extend({ id: Id, fix: z.enum(FIXES) }),
    output: TypedOver,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/causes/fix' }],
  }),
  'imports.take_back': defineMethod({
    summary: 'Takes back the last fix or replacement of many rows; what was typed over since stays.',
    input: z.object({ id: Id }),
    output: TypedOver,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/take-back' }],
  }),
  'imports.fix_cells': defineMethod({
    summary: 'Types over many cells at once, as when a column is pasted; the file keeps its own cells.',
    input: z.object({ id: Id, cells: Cells }),
    output: TypedOver,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/cells' }],
  }),
  'imports.row_numbers': defineMethod({
    summary: 'The numbers of the rows that fit, in the order of the file: where a pasted column goes.',
    input: z.object({
      id: Id,
      outcome: RowOutcome.optional(),
      severity: Severity.optional(),
      /** With `severity`: the rows of one cause. An empty `field` means the whole row. */
      code: z.string().optional(),
      field: z.string().optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ items: z.array(z.number()) }),
    role: 'viewer',
  }),
  'imports.cancel': defineMethod({
    summary: 'Stops reading, changing many rows or applying: what was begun of it is taken back.',
    input: z.object({ id: Id }),
    output: Started,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/cancel' }],
  }),
  'imports.undo_preview': defineMethod({
    summary: 'What an undo would put back and remove, and what it would keep because it was used or edited since.',
    input: z.object({ id: Id }),
    output: z.object({ restored: z.number(), removed: z.number(), kept: z.array(Kept) }),
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/imports/:id/undo' }],
  }),
}
