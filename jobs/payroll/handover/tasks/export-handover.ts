import { z } from 'zod'
import type { Db } from '../../../../db/open'
import * as rows from '../../../../db/queries/payroll/handover'
import { defineTask, type TaskCall } from '../../../engine/define-task'
import { recordDocument } from '../../../shared/documents'
import { linkFile } from '../../../shared/files'
import { readSetting, type Settings } from '../../../shared/settings'
import { Problem } from '../../../values/problem'
import { firstOfMonth, lastOfMonth, type Month, wallClock } from '../../../values/time'
import type { DatevBatch } from '../datev'
import type { HandoverInput, HandoverOutput } from '../handover-run'
import { journalOf } from '../journal'
import { handoverTaskRuns } from '../runs'

export const MonthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-01')
  .transform((text) => text as Month)

/** A month for the accountant: asked for again it is made again, as another document. */
export const exportHandover = defineTask({
  name: 'payroll.export_handover',
  queue: 'processing',
  args: z.object({ month: MonthText }),
  positional: ['month'],
  key: ({ month }) => month,
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: readMonth,
  run: handoverTaskRuns['payroll.export_handover'],
  commit: (write, { stored, documents, datev, withoutAccount }: HandoverOutput, { month }, { taskId }) => {
    linkFile(write, stored)
    const id = recordDocument(write, {
      type: 'handover',
      series: 'HO',
      year: Number(month.slice(0, 4)),
      status: 'issued',
      partyId: null,
      entity: `month:${month}`,
      sha256: stored.sha256,
      origin: `task:${taskId}`,
    })
    write.emit({ type: 'handover_made', id })
    return { handover_id: id, documents, datev, without_account: withoutAccount, sha256: stored.sha256 }
  },
})

/** Throws `handover.nothing` where the month has no approved run, `handover.payslips_missing` while they are being made. */
export function readMonth(db: Db, { month }: { month: Month }, call: Pick<TaskCall, 'now' | 'zone'>): HandoverInput {
  const runs = rows.handoverRuns(db, month)
  const [first] = runs
  if (!first) throw new Problem('handover.nothing', { month }, { kind: 'conflict' })
  const setting = readSetting(db, 'handover')
  const plan = { components: setting.components, kinds: setting.kinds }
  const sums = rows.handoverSums(db, month).map((row) => ({
    runId: row.run_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    people: row.people,
    amountMinor: row.amount_minor,
  }))
  const documents = rows.handoverDocuments(db, month)
  const merged = documents.filter(({ type }) => type === 'payslips').length
  if (merged < runs.filter(({ kind }) => kind === 'regular').length) {
    throw new Problem('handover.payslips_missing', { month }, { kind: 'conflict' })
  }
  return {
    month,
    currency: first.currency,
    runs: runs.map((run) => ({
      id: run.id,
      no: run.no,
      kind: run.kind,
      description: run.description,
      from: run.start_on,
      to: run.end_on,
      employees: run.employees,
      grossMinor: run.gross_minor,
      deductionsMinor: run.deductions_minor,
      employerMinor: run.employer_minor,
      netMinor: run.net_minor,
    })),
    journal: journalOf(sums, plan),
    documents: documents.map(({ sha256, name }) => ({ sha256, name })),
    datev: batchOf(setting, month, first.currency, call),
  }
}

function batchOf(
  { consultant, client, account_length, fiscal_year_start }: Settings['handover'],
  month: Month,
  currency: string,
  { now, zone }: Pick<TaskCall, 'now' | 'zone'>,
): DatevBatch | null {
  if (consultant === '' || client === '') return null
  const { date, time } = wallClock(now, zone)
  const year = Number(month.slice(0, 4)) - (month.slice(5) < fiscal_year_start.slice(0, 2) ? 1 : 0)
  return {
    consultant,
    client,
    accountLength: account_length,
    fiscalYearStart: `${year}-${fiscal_year_start}`,
    from: firstOfMonth(month),
    to: lastOfMonth(month),
    madeOn: date,
    madeAt: time,
    currency,
  }
}
