import { z } from 'zod'
import { defineMethod, FileAnswer, Id } from '../method'

const Kind = z.enum(['earning', 'deduction', 'employer', 'information', 'gross', 'deductions', 'employer_cost', 'net'])
/** `mixed`: components of several kinds stand in one column of the sheet. */
const LineKind = z.enum([...Kind.options, 'mixed'])
/** `follows`: the parts of this sum differ by exactly as much. */
export const CellState = z.enum(['same', 'rounding', 'accepted', 'follows', 'open'])

/** Which people are listed. */
export const SHEET_SHOWS = ['all', 'open', 'accepted', 'gone', 'run', 'sheet'] as const

/** `party:12`, or `row:7` of the sheet where the office knows nobody. */
const Who = z.string().regex(/^(party|row):\d+$/, 'such as party:12, or row:7 of the sheet')
/** The code of a component or a sum; of several in one line all codes, as in `PENSION+SICKNESS`. */
const Column = z.string().min(1).max(4_000)

const Listed = {
  show: z.enum(SHEET_SHOWS).default('all'),
  /** In the name or the number. */
  q: z.string().trim().max(200).default(''),
}

const CellView = z.object({
  /** Null: the person is not in the run, or not in the sheet, or the sheet's cell is empty. */
  office_minor: z.number().nullable(),
  sheet_minor: z.number().nullable(),
  /** The office's less the sheet's. */
  difference_minor: z.number(),
  state: CellState,
  /** What is added on each side, in the order of the column's components and sheet columns; null: one figure on each. */
  parts: z.object({ office: z.array(z.number().nullable()), sheet: z.array(z.number().nullable()) }).nullable(),
  /** In the computation before; null: there was none. */
  before_minor: z.number().nullable(),
  /** What was accepted; once the difference is another, the cell is open again and this says what was. */
  accepted: z.object({ difference_minor: z.number(), because: z.string(), by: z.string(), at: z.string() }).nullable(),
})

export const paySheetContract = {
  'payroll.sheet': defineMethod({
    summary: 'A pay run beside the old sheet laid on it, person by person and column by column, the largest open first',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/sheet' }],
    input: z.strictObject({
      id: Id,
      ...Listed,
      cursor: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      run: z.object({ id: z.number(), no: z.number(), kind: z.string(), version: z.number(), period_id: z.number() }),
      currency: z.string(),
      /** Null: no sheet was laid on the run yet. */
      sheet: z
        .object({ import_id: z.number(), file_name: z.string(), applied_at: z.string().nullable(), rows: z.number() })
        .nullable(),
      columns: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          kind: LineKind,
          /** What is added on the side of the office. `sign` -1: a deduction taken off an earning in the same column. */
          components: z.array(
            z.object({
              key: z.string(),
              name: z.string(),
              kind: Kind,
              sign: z.union([z.literal(1), z.literal(-1)]),
              /** Of everybody. */
              amount_minor: z.number(),
            }),
          ),
          /** The columns of the sheet that are added; `header` null: it is not known any more. */
          sheet_columns: z.array(
            z.object({
              key: z.string(),
              header: z.string().nullable(),
              amount_minor: z.number(),
              /** What is deducted is written with a minus. */
              is_flipped: z.boolean(),
            }),
          ),
          office_minor: z.number(),
          sheet_minor: z.number(),
          difference_minor: z.number(),
          open: z.number(),
          open_minor: z.number(),
        }),
      ),
      /** What the run has and the sheet has no column of. */
      not_in_sheet: z.array(z.object({ key: z.string(), name: z.string(), amount_minor: z.number() })),
      /** The headings of the columns of the sheet that stand for nothing. */
      for_nothing: z.array(z.string()),
      cells: z.record(CellState, z.number()),
      open_minor: z.number(),
      /** Differences that went away since the version named; null: it was not computed again. */
      gone: z.object({ since_version: z.number(), cells: z.number(), amount_minor: z.number() }).nullable(),
      /** How many people each choice of `show` lists. */
      counts: z.record(z.enum(SHEET_SHOWS), z.number()),
      total: z.number(),
      items: z.array(
        z.object({
          who: z.string(),
          side: z.enum(['both', 'sheet', 'run']),
          employee_id: z.number().nullable(),
          external_ref: z.string().nullable(),
          name: z.string(),
          slip_id: z.number().nullable(),
          is_error: z.boolean(),
          /** Of the sheet. */
          row: z.number().nullable(),
          open_minor: z.number(),
          difference_minor: z.number(),
          /** One for each column. */
          cells: z.array(CellView),
        }),
      ),
      next: z.number().nullable(),
    }),
  }),
  'payroll.accept_differences': defineMethod({
    summary: 'Marks open differences as accepted, with the reason: a cell, all of a person, or all of a column',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/sheet/accepted' }],
    input: z
      .strictObject({
        id: Id,
        who: Who.nullish(),
        column: Column.nullish(),
        because: z.string().trim().min(1).max(500),
      })
      .refine(({ who, column }) => Boolean(who || column), {
        message: 'Say whose differences, or of which column.',
        path: ['who'],
      }),
    output: z.object({ accepted: z.number() }),
  }),
  'payroll.reopen_difference': defineMethod({
    summary: 'Takes an acceptance back: the difference is open again',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/sheet/reopened' }],
    input: z.strictObject({ id: Id, who: Who, column: Column }),
    output: z.object({ reopened: z.literal(true) }),
  }),
  'exports.pay_sheet': defineMethod({
    summary: 'A pay run beside its old sheet as a CSV file or a workbook: a row for each person and column.',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/exports/pay-sheet.:format' }],
    input: z.strictObject({ id: Id, format: z.enum(['csv', 'xlsx']), ...Listed }),
    output: FileAnswer,
  }),
}
