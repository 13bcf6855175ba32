import { useParams } from '@tanstack/react-router'
import type { Output } from '../../../jobs/api/contract'
import { useFilter } from '../../components/use-filter'
import { runHref } from '../after-run'

export type Show = keyof Output<'payroll.sheet'>['counts']
const SHOWS: readonly Show[] = ['all', 'open', 'accepted', 'gone', 'run', 'sheet']

/** What the address of the page says: the run, the filter, and what stands open beside the grid. */
export function useSheetAddress() {
  const { id, run, ...open } = useParams({ strict: false }) as Record<string, string>
  const [filter, change] = useFilter()
  const show = SHOWS.find((one) => one === filter.show) ?? 'all'
  const q = filter.q ?? ''
  const params = new URLSearchParams({ ...(show === 'all' ? {} : { show }), ...(q === '' ? {} : { q }) }).toString()
  const search = params === '' ? '' : `?${params}`
  const here = sheetHref(id ?? '', Number(run))
  return {
    periodId: Number(id),
    runId: Number(run),
    show,
    q,
    change,
    search,
    here,
    cellHref: (who: string, column: string) =>
      `${here}/cell/${encodeURIComponent(who)}/${encodeURIComponent(column)}${search}`,
    columnHref: (column: string) => `${here}/column/${encodeURIComponent(column)}${search}`,
    cell: open.column !== undefined && open.who !== undefined ? { who: open.who, column: open.column } : null,
    column: open.column !== undefined && open.who === undefined ? open.column : null,
    explained: open.slip !== undefined && open.code !== undefined ? { slip: Number(open.slip), code: open.code } : null,
  }
}

export type SheetAddress = ReturnType<typeof useSheetAddress>

export const sheetHref = (periodId: number | string, runId: number): string => `${runHref(periodId, runId)}/sheet`
