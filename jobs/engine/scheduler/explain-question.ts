import type { Db } from '../../../db/open'
import { allHolidays } from '../../../db/queries/holidays'
import { scheduleById } from '../../../db/queries/schedule'
import type { Instant, LocalDate, Zone } from '../../values/time'
import type { ApiState } from '../engine'
import { taskState } from '../monitor'
import { type Explanation, explain } from './explain'
import { zoneOf } from './row'
import { workingDays } from './working-days'

/** What of the office a schedule goes by travels with the question; its rows are read where it is answered. */
export type ExplainQuestion = {
  id: number
  at: Instant
  now: Instant
  modules: Record<string, boolean>
  workdays: number[]
}

export type ExplainAnswer = {
  name: string
  zone: Zone
  found: Explanation
  /** Of the occurrence's task; null where there is none, or it is no longer kept. */
  taskState: ApiState | null
}

/** `explain`, for the reader thread; null where there is no such schedule. */
export function answerExplain(db: Db, { id, at, now, modules, workdays }: ExplainQuestion): ExplainAnswer | null {
  const row = scheduleById(db, id)
  if (!row) return null
  const closed = allHolidays(db).map(({ on_date }) => on_date as LocalDate)
  const terms = { isModuleOn: (name: string) => modules[name] === true, days: workingDays(workdays, closed) }
  const found = explain(db, row, at, now, terms)
  const taskId = found.occurrence?.task_id ?? null
  return { name: row.name, zone: zoneOf(row), found, taskState: taskId === null ? null : taskState(db, taskId) }
}
