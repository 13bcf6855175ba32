import type { z } from 'zod'
import type { PeriodView } from './payroll'

type Period = Pick<z.infer<typeof PeriodView>, 'status' | 'runs'>

/** The words of the lists: what stands over a column and for a state in the window stands in the list's file too. */

export const taskColumns = { at: 'Asked at', state: 'State', task: 'Task', took: 'Took', by: 'Asked by' } as const
export const taskStates = {
  WAITING: 'Waiting',
  RUNNING: 'Running',
  RETRY: 'Trying again',
  SUCCESS: 'Done',
  FAILURE: 'Failed',
  REVOKED: 'Taken back',
  EXPIRED: 'Expired',
  PENDING: 'Waiting',
  STARTED: 'Running',
  PROGRESS: 'Running',
} as const

export const mailColumns = { at: 'Queued', state: 'State', to: 'To', subject: 'Subject', last: 'Last change' } as const
export const mailStates = {
  held: 'Held',
  queued: 'Waiting',
  sending: 'Being sent',
  accepted: 'Accepted',
  failed: 'Failed',
  unknown: 'Unknown',
  cancelled: 'Cancelled',
} as const

export const auditColumns = {
  seq: 'Entry',
  at: 'When',
  actor: 'Who',
  action: 'What',
  entity: 'On',
  detail: 'Details',
  hash: 'Seal',
} as const

export const importColumns = {
  when: 'When',
  file: 'File',
  kind: 'Kind',
  state: 'State',
  did: 'What it did',
  who: 'By',
} as const
export const importStates = {
  reading: 'Reading',
  mapping: 'Asks you',
  checking: 'Checking',
  checked: 'Checked',
  applying: 'Writing',
  applied: 'Imported',
  undoing: 'Undoing',
  undone: 'Undone',
  refused: 'Refused',
} as const

export const peopleColumns = {
  number: 'Number',
  name: 'Name',
  department: 'Department',
  base: 'Base pay',
  mail: 'Mail',
  employed: 'Employed',
} as const

/** Who says what somebody earned in a month. */
export const salarySources = { payroll: 'Approved run', excel: 'Salary file', form: 'Calculator' } as const

export const payRunColumns = {
  month: 'Ends',
  period: 'Period',
  type: 'Type',
  state: 'State',
  due: 'Runs by itself',
  people: 'People',
  net: 'Net',
} as const
/** The run that pays the period: its newest regular one, one that was not reversed first. Those beside it are apart. */
export function mainRun<R extends { kind: string; status: string }>(runs: readonly R[]): R | undefined {
  const regular = runs.filter((run) => run.kind === 'regular')
  return regular.find((run) => run.status !== 'reversed') ?? regular[0]
}
/** Where a period stands: its regular run says, before that the period itself. */
export function periodState({ status, runs }: Period): keyof typeof payRunStates {
  const run = mainRun(runs)
  if (!run) return status
  return run.status === 'draft' ? 'review' : run.status
}
export const payRunStates = {
  draft: 'Not active',
  active: 'To prepare',
  closed: 'Closed',
  missed: 'Missed',
  computing: 'Computing',
  review: 'To review',
  approved: 'Approved',
  paid: 'Paid',
  reversed: 'Reversed',
  discarded: 'Discarded',
} as const
export const payRunKinds = {
  regular: 'Regular',
  off_cycle: 'Off-cycle',
  final: 'Final pay',
  arrears: 'Arrears',
  correction: 'Correction',
  reversal: 'Reversal',
  trial: 'Trial run',
} as const
/** Where a difference to an old sheet stands, and on which side a person is. */
export const sheetCellStates = {
  same: 'Same',
  rounding: 'Rounding',
  accepted: 'Accepted',
  follows: 'Follows from its parts',
  open: 'Open',
} as const
export const sheetSides = { both: 'Both', sheet: 'Only the sheet', run: 'Only the run' } as const
export const periodTypes = {
  monthly: 'Monthly',
  semimonthly: 'Twice a month',
  biweekly: 'Every two weeks',
  weekly: 'Weekly',
  custom: 'Other dates',
} as const

export const scheduleColumns = { next: 'Next', schedule: 'Schedule', five: 'Next five', thirty: 'Last thirty' } as const
