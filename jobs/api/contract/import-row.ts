import { z } from 'zod'

/** What is said about a cell or a row. */
export const Complaint = z.object({
  row: z.number(),
  column: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string(),
  fix: z.string(),
  code: z.string(),
})
export type Complaint = z.infer<typeof Complaint>

const Cell = z.union([z.string(), z.number(), z.null()])
/** `skipped`: a person has left the row out. */
export const RowOutcome = z.enum(['create', 'update', 'unchanged', 'duplicate', 'skipped', 'error'])

export const ImportRowView = z.object({
  row: z.number(),
  outcome: RowOutcome,
  key: z.string().nullable(),
  duplicate_of: z.number().nullable(),
  entity: z.string().nullable(),
  /** The cells as the file has them, by column header. */
  cells: z.record(z.string(), z.string()),
  /** What was typed over them. */
  edits: z.record(z.string(), z.string()),
  values: z.record(z.string(), Cell),
  changes: z.array(z.object({ field: z.string(), before: Cell, after: Cell })),
  errors: z.array(Complaint),
  warnings: z.array(Complaint),
})
export type ImportRowView = z.infer<typeof ImportRowView>

/** A kind that a file may be of. */
export const KindGuess = z.object({
  kind: z.string(),
  label: z.string(),
  /** 0: nothing of the file fits this kind. */
  score: z.number(),
  /** How many of the file’s columns the kind has a field for. */
  fits: z.number().int(),
  columns: z.number().int(),
  /** What goes with the kind, as far as the file says; null: a person has to say it. */
  options: z.record(z.string(), z.unknown()).nullable(),
})
