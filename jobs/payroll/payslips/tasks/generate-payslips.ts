import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../../../../db/open'
import { componentsOfYear } from '../../../../db/queries/payroll/year-to-date'
import * as payslips from '../../../../db/queries/payslips'
import { defineTask, type Page, type TaskCall } from '../../../engine/define-task'
import type { Write } from '../../../engine/write'
import { recordAudit } from '../../../shared/audit'
import { readLogo } from '../../../shared/logo'
import { takeNumber } from '../../../shared/sequences'
import { readSetting } from '../../../shared/settings'
import { faultPoint } from '../../../values/faults'
import { dateIn, instant, type LocalDate } from '../../../values/time'
import { taxYearToDate } from '../../tax-year'
import { approvedRun } from '../approved-run'
import type { GenerateInput, GenerateOutput, SlipPageRow, StoredPayslip } from '../generate-run'
import { passwordOf } from '../password'
import type { PayslipLine } from '../payslip'
import { payslipRuns } from '../runs'

const SERIES = 'PS'
const PAGE_OF_SLIPS = 200

type Args = { run_id: number }

/** One PDF for each slip of an approved run and one of all, once: a second run finds them made. */
export const generatePayslips = defineTask({
  name: 'payroll.generate_payslips',
  queue: 'processing',
  args: z.object({ run_id: z.number().int().positive() }),
  positional: ['run_id'],
  key: ({ run_id }) => String(run_id),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: readRun,
  // Numbers are printed before they are taken: where another run took them first, the payslips are made again.
  version: (db, { run_id }) => {
    const run = approvedRun(db, run_id)
    return `${run.version}/${payslips.nextNumber(db, SERIES, documentYear(run))}/${payslips.mergedPayslips(db, run_id) ?? ''}`
  },
  page: readSlips,
  run: payslipRuns['payroll.generate_payslips'],
  stage: (write, { run_id }, rows: StoredPayslip[]) => payslips.stagePayslips(write.db, run_id, rows),
  unstage: (write, { run_id }) => payslips.dropStagedPayslips(write.db, run_id),
  commit: saveDocuments,
  failed: (write, { run_id }) => payslips.dropStagedPayslips(write.db, run_id),
})

/** Documents are numbered by the calendar year, whatever year tax counts by. */
const documentYear = (run: payslips.PayslipRunRow) => Number(run.end_on.slice(0, 4))

function readRun(db: Db, { run_id }: Args, call: TaskCall): GenerateInput {
  const run = approvedRun(db, run_id)
  const office = readSetting(db, 'office')
  const logo = readLogo(db)
  const approvedAt = instant(run.approved_at ?? call.now)
  return {
    frame: {
      office: { name: office.name, address: office.address },
      currency: run.currency,
      // Dates of the period's row were checked when it was saved.
      period: { start: run.start_on as LocalDate, end: run.end_on as LocalDate, description: run.description },
      run: { id: run.id, version: run.version },
      approvedAt,
      approvedOn: dateIn(approvedAt, call.zone),
    },
    logo: logo && { sha256: logo.sha256, mediaType: logo.mediaType },
    order: payslips.mergedPayslips(db, run_id) ? [] : payslips.slipOrder(db, run_id),
    firstNumber: payslips.nextNumber(db, SERIES, documentYear(run)),
  }
}

function readSlips(db: Db, { run_id }: Args, cursor: unknown): Page<SlipPageRow> {
  const slips = payslips.payslipPage(db, run_id, typeof cursor === 'number' ? cursor : 0, PAGE_OF_SLIPS)
  const last = slips[slips.length - 1]
  if (!last) return { rows: [], next: null }
  const lines = new Map<number, PayslipLine[]>(slips.map(({ id }) => [id, []]))
  for (const { slip_id, code, name, kind, quantity, amount_minor } of payslips.payslipLines(db, run_id, [
    ...lines.keys(),
  ])) {
    lines.get(slip_id)?.push({ code, name, kind, quantity, amountMinor: amount_minor })
  }
  const { language } = readSetting(db, 'office')
  const { password } = readSetting(db, 'payslips')
  const people = slips.map(({ party_id }) => party_id)
  // The end of a period was checked when it was saved.
  const year = taxYearToDate(db, approvedRun(db, run_id).end_on as LocalDate)
  const sums = payslips.yearToDate(db, people, year)
  const toDate = new Map(sums.filter((sum) => sum.slips > 1).map((sum) => [sum.party_id, sum]))
  const byCode = new Map(
    componentsOfYear(db, year, [...toDate.keys()]).map((one) => [
      `${one.party_id} ${one.kind} ${one.code}`,
      one.amount_minor,
    ]),
  )
  const rows = slips.map((slip): SlipPageRow => {
    const sum = toDate.get(slip.party_id)
    return {
      slipId: slip.id,
      employee: { name: slip.name, externalRef: slip.external_ref },
      language: slip.language ?? language,
      password: passwordOf(password, { externalRef: slip.external_ref, account: slip.account }),
      lines: (lines.get(slip.id) ?? []).map((line) =>
        sum ? { ...line, yearMinor: byCode.get(`${slip.party_id} ${line.kind} ${line.code}`) ?? 0 } : line,
      ),
      grossMinor: slip.gross_minor,
      deductionsMinor: slip.deductions_minor,
      netMinor: slip.net_minor,
      yearToDate: sum
        ? { grossMinor: sum.gross_minor, deductionsMinor: sum.deductions_minor, netMinor: sum.net_minor }
        : null,
    }
  })
  return { rows, next: slips.length === PAGE_OF_SLIPS ? last.id : null }
}

function saveDocuments(write: Write, { made, unprintable }: GenerateOutput, { run_id }: Args, { taskId }: TaskCall) {
  if (made === 0) return { made: 0, already: true, unprintable_names: [] }
  const run = approvedRun(write.db, run_id)
  const year = documentYear(run)
  const digests = payslips.stagedDigests(write.db, run_id)
  const first = payslips.takeNumbers(write.db, SERIES, year, made)
  payslips.promotePayslips(write.db, {
    runId: run_id,
    year,
    mergedNumber: takeNumber(write, 'PSM', year),
    origin: `task:${taskId}`,
    now: write.now,
  })
  recordAudit(write, {
    action: 'payroll.payslips_issued',
    entity: `run:${run_id}`,
    payload: {
      version: run.version,
      series: SERIES,
      year,
      first,
      count: made,
      digest: createHash('sha256').update(digests.join('\n')).digest('hex'),
    },
  })
  write.emit({ type: 'run_changed', id: run_id, period_id: run.period_id, payslips: 'made' })
  faultPoint('payslips.linked_before_commit')
  return { made, already: false, unprintable_names: unprintable }
}
