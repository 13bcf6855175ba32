import { z } from 'zod'
import { deleteCharts, markChartStale, staleCharts } from '../../../db/queries/people/charts'
import { defineTask } from '../../engine/define-task'
import { recordAudit } from '../../shared/audit'
import { instant, toIso } from '../../values/time'
import { peopleRuns } from '../runs'

const KEPT_MS = 90 * 86_400_000

/** Drops aggregates nobody refreshed for 90 days. They are rebuilt when they are opened; facts are never deleted. */
export const cleanupCharts = defineTask({
  name: 'people.cleanup_old_chart_data',
  aliases: ['excel_data.tasks.cleanup_old_chart_data'],
  queue: 'maintenance',
  args: z.strictObject({}),
  key: () => 'all',
  load: (db, _args, call) => ({
    months: staleCharts(db, call.now - KEPT_MS).map(({ month, rows, refreshed_at }) => ({
      month,
      rows,
      refreshedAt: refreshed_at,
    })),
  }),
  run: peopleRuns['people.cleanup_old_chart_data'],
  commit: (write, { months }) => {
    for (const { month } of months) {
      deleteCharts(write.db, month)
      markChartStale(write.db, month)
    }
    const dropped = months.map(({ month, rows, refreshedAt }) => ({
      month,
      rows,
      refreshed_at: toIso(instant(refreshedAt)),
    }))
    if (dropped.length > 0) {
      recordAudit(write, { action: 'people.charts_dropped', entity: 'charts', payload: { dropped } })
      write.emit({ type: 'charts_changed' })
    }
    return { months: dropped.length, rows: months.reduce((sum, one) => sum + one.rows, 0), dropped }
  },
})
