import type { AnyTask, RunTable } from './engine/define-task'
import type { AnyImportKind } from './imports/kind'
import type { Words } from './values/problem'

/** A schedule that comes with Daybook; it can be changed, paused and run now. Times are office time. */
export type BuiltInSchedule = {
  name: string
  task: string
  args?: Record<string, unknown>
  cron?: string
  everyMinutes?: number
  expiresSeconds?: number
  misfire?: 'skip' | 'latest' | 'all'
}

export type ModuleName = 'payroll' | 'people' | 'cash' | 'billing' | 'school'

/** What an office area brings into the office: declared in its `index.ts`, collected in `jobs/areas.ts`. */
export type Area = {
  name: string
  /** The module that switches it; null: always on. */
  module: ModuleName | null
  tasks: AnyTask[]
  schedules: BuiltInSchedule[]
  importKinds: AnyImportKind[]
  words: Words
}

export type { AnyTask, RunTable }
