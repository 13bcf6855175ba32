import { type Zippable, zipSync } from 'fflate'
import type { RunContext, StoredFile } from '../../engine/define-task'
import { csvLines } from '../../values/csv'
import { type Currency, toDecimal } from '../../values/money'
import { type DatevBatch, writeDatev } from './datev'
import { type JournalEntry, withoutAccount } from './journal'

export type HandoverRun = {
  id: number
  no: number
  kind: string
  description: string
  from: string
  to: string
  employees: number
  grossMinor: number
  deductionsMinor: number
  employerMinor: number
  netMinor: number
}
export type HandoverInput = {
  month: string
  currency: string
  runs: HandoverRun[]
  journal: JournalEntry[]
  documents: { sha256: string; name: string }[]
  /** Null: consultant or client is not set. */
  datev: DatevBatch | null
}
/** `withoutAccount`: codes whose booking lacks an account; with one of them the DATEV batch is left out. */
export type HandoverOutput = { stored: StoredFile; documents: number; datev: boolean; withoutAccount: string[] }

/** A zip keeps no zone: one wall clock for every entry, and the same month gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1)
/** PDFs of a payslip are small text; a little compression costs a tenth of the best. */
const LEVEL = 1

/** A month for the accountant in one zip: journal, DATEV batch, payslips, and totals to compare it with. */
export default async function makeHandover(input: HandoverInput, ctx: RunContext): Promise<HandoverOutput> {
  const { month, journal } = input
  const missing = withoutAccount(journal)
  const files: Zippable = {}
  const put = (name: string, bytes: Uint8Array) => {
    files[name] = [bytes, { mtime: NO_TIME, level: LEVEL }]
  }
  put('payroll-journal.csv', csv(journalRows(input)))
  put('control-totals.csv', csv(totalRows(input)))
  const datev = input.datev !== null && missing.length === 0 && journal.length > 0
  if (datev && input.datev) put(`EXTF_Buchungsstapel_${month}.csv`, writeDatev(journal, input.datev))
  for (const [index, { sha256, name }] of input.documents.entries()) {
    put(`payslips/${name}`, await ctx.readFile(sha256))
    if (index % 100 === 0) ctx.progress(index, input.documents.length, 'Documents')
  }
  const zip = zipSync(files)
  const stored = await ctx.putFile(zip, 'application/zip', `payroll-${month}.zip`)
  return { stored, documents: input.documents.length, datev, withoutAccount: missing }
}

const csv = (rows: (string | number | null)[][]) => new TextEncoder().encode(`\uFEFF${csvLines(rows, ',')}`)

function journalRows({ journal, runs, currency }: HandoverInput): (string | number | null)[][] {
  const money = (minor: number) => toDecimal(BigInt(minor), currency as Currency)
  const dates = new Map(runs.map((run) => [run.id, run.to]))
  return [
    ['Run', 'Date', 'Code', 'Component', 'Kind', 'People', 'Debit account', 'Credit account', 'Amount', 'Currency'],
    ...journal.map((entry) => [
      entry.runId,
      dates.get(entry.runId) ?? '',
      entry.code,
      entry.name,
      entry.kind,
      entry.people,
      entry.debit,
      entry.credit,
      money(entry.amountMinor),
      currency,
    ]),
  ]
}

/** The runs' own totals beside the journal's sums: an accountant sees that they agree. */
function totalRows({ runs, journal, currency }: HandoverInput): (string | number | null)[][] {
  const money = (minor: number) => toDecimal(BigInt(minor), currency as Currency)
  const sum = (runId: number, kind: JournalEntry['kind']) =>
    journal.reduce((total, one) => (one.runId === runId && one.kind === kind ? total + one.amountMinor : total), 0)
  return [
    [
      'Run',
      'Number',
      'Kind',
      'Period',
      'From',
      'To',
      'Payslips',
      'Gross',
      'Deductions',
      'Net',
      'Employer',
      'Journal: gross',
      'Journal: deductions',
      'Journal: net',
      'Journal: employer',
      'Agrees',
      'Currency',
    ],
    ...runs.map((run) => {
      const [gross, deductions, employer] = [sum(run.id, 'earning'), sum(run.id, 'deduction'), sum(run.id, 'employer')]
      const agrees =
        gross === run.grossMinor &&
        deductions === run.deductionsMinor &&
        gross - deductions === run.netMinor &&
        employer === run.employerMinor
      return [
        run.id,
        run.no,
        run.kind,
        run.description,
        run.from,
        run.to,
        run.employees,
        money(run.grossMinor),
        money(run.deductionsMinor),
        money(run.netMinor),
        money(run.employerMinor),
        money(gross),
        money(deductions),
        money(gross - deductions),
        money(employer),
        agrees ? 'yes' : 'NO',
        currency,
      ]
    }),
  ]
}
