import { approvedSlips } from '../../../db/queries/payroll/approved'
import type { ChartRow } from '../../../db/queries/people/charts'
import { readOrigin } from '../../payroll/origin'
import { type ChartPerson, chartPeopleOf, chartSeries, enqueueChartSync } from '../../people'
import { readSetting } from '../../shared/settings'
import type { chartContract } from '../contract/charts'
import type { HandlersOf } from '../office'
import { originView } from './origin-view'
import { figures } from './people'

const figuresOrNull = (row: ChartRow | null) => (row === null ? null : figures(row))
const days = (halves: number | null) => (halves === null ? null : halves / 2)

export const chartHandlers: HandlersOf<typeof chartContract> = {
  'people.chart_series': async (office, ask, { actor }) => {
    const series = chartSeries(office.db, ask, readSetting(office.db, 'office').currency)
    const { toRebuild, trend, departments, totals, ...rest } = series
    if (toRebuild.length > 0) {
      // From the oldest on; a month that is waited for already is not asked for twice.
      await office.engine.write(actor, (write) => {
        for (const month of toRebuild) enqueueChartSync(write, month, 'form')
      })
    }
    return {
      ...rest,
      trend: trend.map((one) => ({ month: one.month, figures: figuresOrNull(one.figures) })),
      departments: departments.map((one) => ({
        ...one,
        now: figuresOrNull(one.now),
        before: figuresOrNull(one.before),
      })),
      totals: { now: figuresOrNull(totals.now), before: figuresOrNull(totals.before) },
      rebuilding: toRebuild,
    }
  },

  'people.chart_people': ({ db }, { q, cursor, limit, ...ask }) => {
    const all = chartPeopleOf(db, { ...ask, text: q })
    const page = all.slice(cursor, cursor + limit)
    const paid = page.filter((one) => one.source === 'payroll').map((one) => one.partyId)
    const slips = new Map(approvedSlips(db, ask.month, paid).map((row) => [row.party_id, row]))
    return {
      items: page.map((one) => {
        const slip = slips.get(one.partyId)
        return {
          ...personView(one),
          origin: originView(readOrigin(db, one.origin)),
          days_from: one.days && {
            source: one.days.source,
            origin: originView(readOrigin(db, one.days.origin)),
          },
          slip: slip ? { period_id: slip.period_id, slip_id: slip.slip_id } : null,
        }
      }),
      next: cursor + limit < all.length ? String(cursor + limit) : null,
      total: all.length,
    }
  },
}

const personView = (one: ChartPerson) => ({
  employee_id: one.partyId,
  name: one.name,
  external_ref: one.externalRef,
  department: one.department,
  currency: one.currency,
  source: one.source,
  basic_minor: one.basicMinor,
  gross_minor: one.grossMinor,
  net_minor: one.netMinor,
  overtime_minor: one.overtimeMinor,
  present_days: days(one.presentHalves),
  absent_days: days(one.absentHalves),
})
