import type { Db } from '../../../db/open'
import { allHolidays } from '../../../db/queries/holidays'
import { scheduleById } from '../../../db/queries/schedule'
import type { Instant, LocalDate, Zone } from '../../values/time'
import type { ApiState } from '../engine'
import { taskState } from '../monitor'
import { type DryRun, dryRun } from './dry-run'
import { type Explanation, explain } from './explain'
import { type Terms, zoneOf } from './row'
import { workingDays } from './working-days'

/** What of the office's settings its schedules go by travels with a question; the rows are read where it is answered. */
export type OfficeTerms = { modules: Record<string, boolean>; workdays: number[] }

function termsOf(db: Db, { modules, workdays }: OfficeTerms): Terms {
  const closed = allHolidays(db).map(({ on_date }) => on_date as LocalDate)
  return { isModuleOn: (name) => modules[name] === true, days: workingDays(workdays, closed) }
}

export type ExplainQuestion = OfficeTerms & { id: number; at: Instant; now: Instant }

export type ExplainAnswer = {
  name: string
  zone: Zone
  found: Explanation
  /** Of the occurrence's task; null where there is none, or it is no longer kept. */
  taskState: ApiState | null
}

/** `explain`, for the reader thread; null where there is no such schedule. */
export function answerExplain(db: Db, { id, at, now, ...office }: ExplainQuestion): ExplainAnswer | null {
  const row = scheduleById(db, id)
  if (!row) return null
  const found = explain(db, row, at, now, termsOf(db, office))
  const taskId = found.occurrence?.task_id ?? null
  return { name: row.name, zone: zoneOf(row), found, taskState: taskId === null ? null : taskState(db, taskId) }
}

export type DryRunQuestion = OfficeTerms & { now: Instant; days: number }

/** `dryRun`, for the reader thread. */
export const answerDryRun = (db: Db, { now, days, ...office }: DryRunQuestion): DryRun =>
  dryRun(db, now, days, termsOf(db, office))
