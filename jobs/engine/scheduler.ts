/** The door of the scheduler: what other parts may use of it. */

export type { Audit, BuiltIn } from './scheduler/built-in'
export * from './scheduler/changes'
export type { CaughtUp } from './scheduler/fire'
export { checkCron, lint } from './scheduler/lint'
export { type ClockChange, localText, localToInstant, nextDue, type Rule } from './scheduler/next-due'
export { type OnceSchedule, removeSchedule, upsertOnceSchedule } from './scheduler/once'
export { type Preview, preview, sentenceAndWarnings } from './scheduler/preview'
export { argsOf, type IsModuleOn, nextOf, occurrenceReason, ownerOf, restReasonOf } from './scheduler/row'
export { createScheduler, type Scheduler, type SchedulerConfig, type SchedulerStatus } from './scheduler/service'
export { type LateOccurrence, type WhileClosed, whileClosed, whileClosedNotice } from './scheduler/while-closed'
