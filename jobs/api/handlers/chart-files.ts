import { MEDIA_TYPES, type Table, writeTable } from '../../imports'
import { chartPeopleOf } from '../../people'
import { type Currency, toDecimal } from '../../values/money'
import { dateIn } from '../../values/time'
import type { exportContract } from '../contract/exports'
import { peopleColumns, salarySources } from '../contract/lists'
import { type ChartColumn, chartTable, chartTitles } from '../contract/tables'
import type { FileAnswer } from '../method'
import type { HandlersOf, Office } from '../office'
import { chartHandlers } from './charts'

type Cell = string | number | null
type Format = 'csv' | 'xlsx'

/** What the charts show, as tables: months and departments, or everybody behind them; at most an office's people. */
export const chartFiles: Pick<HandlersOf<typeof exportContract>, 'exports.charts' | 'exports.chart_people'> = {
  'exports.charts': async (office, { chart, format, ...ask }, caller) => {
    const series = await chartHandlers['people.chart_series'](office, ask, caller)
    const { columns, rows } = chartTable(chart, series)
    const headers = columns.map(({ name, kind }) => (kind === 'money' ? `${name}, ${series.currency}` : name))
    const cells = rows.map((row) => row.cells.map((cell, at) => cellOf(cell, columns[at]?.kind, series.currency)))
    return file(office, { name: chartTitles[chart], headers, rows: cells }, format)
  },

  'exports.chart_people': (office, { format, q, ...ask }) => {
    const { number, name, department } = peopleColumns
    const money = ['Basic', 'Overtime', 'Late', 'Tax', 'Advance', 'Incentive', 'Gross', 'Net']
    const headers = [number, name, department, ...money, 'Currency', 'Days present', 'Days absent', 'Said by']
    const rows = chartPeopleOf(office.db, { ...ask, text: q }).map((one): Cell[] => [
      one.externalRef,
      one.name,
      one.department,
      ...[one.basicMinor, one.overtimeMinor, one.lateMinor, one.tdsMinor, one.advanceMinor, one.incentiveMinor].map(
        (minor) => amount(minor, one.currency),
      ),
      amount(one.grossMinor, one.currency),
      amount(one.netMinor, one.currency),
      one.currency,
      one.presentHalves === null ? null : one.presentHalves / 2,
      one.absentHalves === null ? null : one.absentHalves / 2,
      salarySources[one.source],
    ])
    return file(office, { name: `People ${ask.month}`, headers, rows }, format)
  },
}

/** `cost-by-department-2026-11-25.xlsx` */
async function file(office: Office, table: Table, format: Format): Promise<FileAnswer> {
  const today = dateIn(office.clock.now(), office.engine.zone())
  const fileName = `${table.name.toLowerCase().replaceAll(' ', '-')}-${today}.${format}`
  return { fileName, mediaType: MEDIA_TYPES[format], bytes: await writeTable(table, format) }
}

function cellOf(cell: Cell, kind: ChartColumn['kind'] | undefined, currency: string): Cell {
  if (kind === 'department' && cell === null) return 'No department'
  if (typeof cell !== 'number') return cell
  if (kind === 'money') return amount(cell, currency)
  return kind === 'percent' ? Number((cell / 10_000).toFixed(2)) : cell
}

const amount = (minor: number, currency: string): number => Number(toDecimal(BigInt(minor), currency as Currency))
