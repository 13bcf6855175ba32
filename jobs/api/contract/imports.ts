import { z } from 'zod'
import { defineMethod, FileAnswer, Id, UploadedFile } from '../method'
import { FIXES, importCheckContract, Kept, Severity, Started } from './import-check'
import { JoinRule, SplitRule } from './import-parting'
import { Complaint, ImportRowView, KindGuess, RowOutcome } from './import-row'

const Words = z.object({ code: z.string(), message: z.string(), fix: z.string() })

const Counts = z.object({
  rows: z.number(),
  create: z.number(),
  update: z.number(),
  unchanged: z.number(),
  duplicate: z.number(),
  error: z.number(),
  warning: z.number(),
  /** Rows that a person has left out. */
  skipped: z.number(),
})

const Question = z.object({
  column: z.string(),
  ask: z.string(),
  choices: z.array(z.string()),
  /** What the first value of the column means under each choice; empty where the choices speak for themselves. */
  examples: z.array(z.string()),
})

const ImportState = z.enum([
  'reading',
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'refused',
])

const ImportSummary = z.object({
  import_id: z.number(),
  kind: z.string(),
  state: ImportState,
  file_name: z.string(),
  counts: Counts,
  created_at: z.string(),
  created_by: z.string(),
  applied_at: z.string().nullable(),
  applied_by: z.string().nullable(),
  applied: z.number(),
  undone_at: z.string().nullable(),
  undone_by: z.string().nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportView = ImportSummary.extend({
  sha256: z.string(),
  options: z.record(z.string(), z.unknown()),
  task_id: z.string().nullable(),
  /** Why it was refused, or why applying or undoing went back. */
  reason: Words.nullable(),
  mapping: z.record(z.string(), z.string()),
  columns: z.array(
    z.object({
      column: z.string(),
      letter: z.string(),
      field: z.string().nullable(),
      read_as: z.string().nullable(),
      samples: z.array(z.string()),
      /** No column of the file: it is half of another one, or several joined. */
      is_made: z.boolean(),
      /** Why the field: somebody said so here, or about an earlier file, or the column is called like it. */
      why: z.enum(['chosen', 'remembered', 'named']).nullable(),
    }),
  ),
  sheet: z
    .object({
      format: z.string(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      sheet: z.string().nullable(),
      sheets: z.array(z.string()),
      header_row: z.number(),
    })
    .nullable(),
  splits: z.record(z.string(), SplitRule),
  joins: z.record(z.string(), JoinRule),
  left_alone: z.array(z.object({ column: z.string(), reason: z.string(), fix: z.string() })),
  questions: z.array(Question),
  fields: z.array(
    z.object({
      /** Several amounts added into one column go by the names of all, as in `PENSION+SICKNESS`; a further column is `TAX#2`. */
      field: z.string(),
      label: z.string(),
      type: z.string(),
      required: z.boolean(),
      /** Several columns may hold it and are added; `together`: a column may also hold it and others at once. */
      adds: z.enum(['together', 'alone']).nullable(),
    }),
  ),
  findings: z.array(Words),
  errors: z.array(Complaint),
  warnings: z.array(Complaint),
  /** Where a list of more than 1,000 rows goes on: ask with `errors_after` or `warnings_after`; null: it is complete. */
  more: z.object({ errors: z.number().nullable(), warnings: z.number().nullable() }),
  /** How many rows a person left out, and of those that say the same, took for one or for another. */
  said: z.object({ skip: z.number(), same: z.number(), another: z.number() }),
  /** What was done last to many rows at once, and can be taken back. */
  last_step: z.object({ does: z.enum(['replace', 'paste', ...FIXES]), rows: z.number() }).nullable(),
  checked_at: z.string().nullable(),
  applied_rows: z.enum(['all', 'good']).nullable(),
  kept: z.array(Kept),
})
export type ImportView = z.infer<typeof ImportView>

/** Multipart fields are text; a script that posts JSON by rpc sends the object itself. */
const Options = z
  .union([
    z.record(z.string(), z.unknown()),
    z.string().transform((text, ctx) => {
      try {
        return z.record(z.string(), z.unknown()).parse(JSON.parse(text || '{}'))
      } catch {
        ctx.addIssue({ code: 'custom', message: 'options is not a JSON object such as {"year": 2025, "month": "JAN"}' })
        return z.NEVER
      }
    }),
  ])
  .default({})

const AnswerMap = z.record(z.string(), z.string().nullable())

/** Which imports a list shows. */
export const ImportFilter = z.strictObject({
  state: ImportState.optional(),
  kind: z.string().max(100).optional(),
  /** In the file's name. */
  q: z.string().max(200).optional(),
})

export const importsContract = {
  ...importCheckContract,
  'imports.create': defineMethod({
    summary: 'Takes a file in and checks it; nothing is applied.',
    input: z.object({ file: UploadedFile, kind: z.string(), options: Options }),
    output: Started.extend({ id: z.number() }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports', status: 202, upload: true }],
  }),
  'imports.upload': defineMethod({
    summary: 'Stores a file, so that it can be looked at; it goes again by itself if nothing is made of it.',
    input: z.object({ file: UploadedFile }),
    output: UploadedFile,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/files', status: 201, upload: true }],
  }),
  'imports.guess': defineMethod({
    summary: 'What a stored file seems to be: every kind with its score, the likeliest first.',
    input: z.object({ file: UploadedFile }),
    output: z.object({ items: z.array(KindGuess) }),
    role: 'clerk',
  }),
  'imports.list': defineMethod({
    summary: 'Imports, newest first.',
    input: ImportFilter.extend({
      cursor: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(ImportSummary), next: z.number().nullable() }),
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports' }],
  }),
  'imports.kinds': defineMethod({
    summary: 'The kinds of files that can be imported, with their columns.',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          kind: z.string(),
          label: z.string(),
          module: z.string(),
          /** Whether this office imports files of the kind: its module is on. */
          offered: z.boolean(),
          /** Whether screens show what such a file writes: its module is built. */
          shown: z.boolean(),
          /** What is asked before the file goes in. */
          asks: z.array(
            z.object({
              name: z.string(),
              label: z.string(),
              type: z.enum(['year', 'month', 'choice']),
              choices: z.array(z.object({ value: z.string(), label: z.string() })),
            }),
          ),
          fields: z.array(
            z.object({
              field: z.string(),
              label: z.string(),
              type: z.string(),
              required: z.boolean(),
              note: z.string(),
            }),
          ),
        }),
      ),
    }),
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/kinds' }],
  }),
  'imports.template': defineMethod({
    summary: 'An empty file of a kind, with an example row and notes on its columns beside it.',
    input: z.object({ kind: z.string(), format: z.enum(['csv', 'xlsx']) }),
    output: FileAnswer,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/templates/:kind.:format' }],
  }),
  'imports.export': defineMethod({
    summary: 'What the office holds of a kind, as a file that changes nothing when it is imported again.',
    input: z.object({ kind: z.string(), format: z.enum(['csv', 'xlsx']), options: Options }),
    output: FileAnswer,
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/imports/exports/:kind.:format' }],
  }),
  'imports.get': defineMethod({
    summary: 'How an import stands: mapping, questions, counts, errors and warnings.',
    input: z.object({
      id: Id,
      errors_after: z.coerce.number().int().min(0).default(0),
      warnings_after: z.coerce.number().int().min(0).default(0),
    }),
    output: ImportView,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/:id' }],
  }),
  'imports.rows': defineMethod({
    summary: 'The rows of an import, what each will do and why.',
    input: z.object({
      id: Id,
      outcome: RowOutcome.optional(),
      severity: Severity.optional(),
      /** With `severity`: the rows of one cause. An empty `field` means the whole row. */
      code: z.string().optional(),
      field: z.string().optional(),
      after: z.coerce.number().int().min(0).default(0),
      /** Rows to pass over, so that a grid can jump. */
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({ items: z.array(ImportRowView), next: z.number().nullable() }),
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/:id/rows' }],
  }),
  'imports.map': defineMethod({
    summary: 'Says which column holds what and answers open questions; the file is checked again.',
    input: z.object({
      id: Id,
      mapping: AnswerMap.default({}),
      answers: AnswerMap.default({}),
      /** By column; null: it is not split any more. */
      splits: z.record(z.string(), SplitRule.nullable()).default({}),
      /** By field; null: it is not joined any more. */
      joins: z.record(z.string(), JoinRule.nullable()).default({}),
    }),
    output: Started,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/mapping', status: 202 }],
  }),
  'imports.fix_row': defineMethod({
    summary: 'Types over cells of a row: {column: value}. The row is checked again; the file keeps its own cell.',
    input: z.object({ import_id: Id, row_number: Id }).catchall(z.unknown()),
    output: ImportRowView,
    role: 'clerk',
    rest: [{ verb: 'PATCH', path: '/api/imports/:import_id/rows/:row_number' }],
  }),
  'imports.apply': defineMethod({
    summary: 'Writes the checked rows: all of them, or the good ones.',
    input: z.object({ id: Id, rows: z.enum(['all', 'good']).default('all') }),
    output: Started,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/apply', status: 202 }],
  }),
  'imports.undo': defineMethod({
    summary: 'Puts back exactly what was there; rows used or edited since are listed and kept.',
    input: z.object({ id: Id }),
    output: Started,
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/imports/:id/undo', status: 202 }],
  }),
  'imports.errors': defineMethod({
    summary: 'The rows with errors, with the reason beside them; mended and dropped again it imports only the fixes.',
    input: z.object({ id: Id, format: z.enum(['csv', 'xlsx']) }),
    output: FileAnswer,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/imports/:id/errors.:format' }],
  }),
}
