import { z } from 'zod'
import { chartHash, clearChartStale, deleteCharts, insertChart, touchCharts } from '../../../db/queries/people/charts'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import type { Month } from '../../values/time'
import { chartInputsHash, readChartInputs } from '../chart-inputs'
import type { ChartSyncOutput } from '../chart-sync-run'
import type { Aggregate } from '../rules/charts'
import { monthOfYear } from '../rules/month'
import { peopleRuns } from '../runs'
import { MonthNumber, Year } from './month-args'

const Args = z.strictObject({
  /** The guide's first argument. Here every office has a data folder of its own, so that it tells nothing more. */
  tenant_id: z.union([z.string(), z.number(), z.null()]).optional(),
  year: Year,
  month: MonthNumber,
  /** What called for it. Whatever it was, the month is rebuilt from all of its facts. */
  source: z.enum(['payroll', 'excel', 'form', 'frontend']).default('excel'),
})
type Args = z.output<typeof Args>

const monthOf = (args: Args): Month => monthOfYear(args.year, args.month)

/** Rebuilds a month's aggregates in one transaction; from the same facts it changes nothing but when it was last looked at. */
export const syncChartData = defineTask({
  name: 'people.sync_chart_data_batch',
  aliases: ['excel_data.tasks.sync_chart_data_batch_task'],
  queue: 'chart_sync',
  args: Args,
  positional: ['tenant_id', 'year', 'month', 'source'],
  key: monthOf,
  limits: { softSeconds: 1500, hardSeconds: 1800 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: (db, args) => {
    const { facts, hash } = readChartInputs(db, monthOf(args))
    return { facts, hash, known: chartHash(db, monthOf(args)) === hash }
  },
  // Also what is there already: aggregates that were dropped meanwhile must be computed, not taken for known.
  version: (db, args) => `${chartInputsHash(db, monthOf(args))} ${chartHash(db, monthOf(args)) ?? 'none'}`,
  run: peopleRuns['people.sync_chart_data_batch'],
  commit: (write, output, args) => promote(write, output, monthOf(args)),
})

function promote(write: Write, output: ChartSyncOutput, month: Month) {
  const nothing = output.rows.length === 0 && chartHash(write.db, month) === undefined
  const unchanged = output.known || nothing
  if (unchanged) touchCharts(write.db, month, write.now)
  else rebuild(write, output, month)
  clearChartStale(write.db, month)
  const headcount = output.sources.payroll + output.sources.excel + output.sources.form
  const state = unchanged ? 'unchanged' : 'rebuilt'
  return { month, state, headcount, sources: output.sources, not_employed: output.notEmployed }
}

function rebuild(write: Write, output: ChartSyncOutput, month: Month): void {
  deleteCharts(write.db, month)
  for (const row of output.rows) insertChart(write.db, chartRow(row, month, output.hash, write.now))
  recordAudit(write, {
    action: 'people.charts_rebuilt',
    entity: `month:${month}`,
    payload: { rows: output.rows.length, inputs_hash: output.hash },
  })
  write.emit({ type: 'charts_changed', month })
}

const chartRow = (row: Aggregate, month: Month, hash: string, now: number) => ({
  month,
  level: row.level,
  department_id: row.departmentId,
  currency: row.currency,
  headcount: row.headcount,
  basic_minor: row.basicMinor,
  gross_minor: row.grossMinor,
  net_minor: row.netMinor,
  overtime_minor: row.overtimeMinor,
  late_minor: row.lateMinor,
  tds_minor: row.tdsMinor,
  advance_minor: row.advanceMinor,
  incentive_minor: row.incentiveMinor,
  average_gross_minor: row.averageGrossMinor,
  median_gross_minor: row.medianGrossMinor,
  present_halves: row.presentHalves,
  working_halves: row.workingHalves,
  attendance_ppm: row.attendancePpm,
  inputs_hash: hash,
  refreshed_at: now,
})
