import type { PeriodRow } from '../../db/queries/payroll/periods'
import type { Write } from '../engine/write'
import { addNotice } from '../shared/notices'
import { queueMail } from '../shared/outbox'
import { readSetting } from '../shared/settings'
import { dayInWords, periodInWords } from '../values/date-words'
import { type Instant, type LocalDate, wallClock, type Zone } from '../values/time'
import { needPeriod } from './load-run'
import { ruleOf } from './period-schedule'

export type Draft = {
  id: number
  version: number
  employees: number
  errors: number
  /** Null: it was started by hand. */
  dueAt: Instant | null
  isLate: boolean
  taskId: number
}

/**
 * Tells that a run waits for review: a line on Today and a mail to each address of the period's rule, or to the office's
 * own where a rule ran and names none. Neither carries a name or an amount. The same version is mailed once per due
 * instant.
 */
export function notifyOfDraft(write: Write, period: PeriodRow, draft: Draft): void {
  const problem = draft.errors > 0
  addNotice(write, {
    kind: 'payroll',
    code: problem ? 'payroll.draft_with_errors' : 'payroll.draft_ready',
    params: { period: period.description, employees: draft.employees, errors: draft.errors },
    entity: `run:${draft.id}`,
  })
  for (const address of addressesOf(write, period, draft)) {
    queueMail(write, {
      dedupeKey: `payroll-draft/${draft.id}/${draft.version}/${draft.dueAt ?? 'by-hand'}/${address.toLowerCase()}`,
      kind: 'notification',
      to: { name: null, address },
      subject: `Payroll “${oneLine(period.description)}” is ready for review`,
      text: mailText(period, draft, write),
      entity: `run:${draft.id}`,
      taskId: draft.taskId,
      notBefore: write.now, // one note to the office itself: nothing to recall
    })
  }
}

/** Tells that a run beside the regular one waits: whoever asked for it may have gone on to something else. */
export function notifyOfSupplementary(
  write: Write,
  run: { id: number; no: number; period_id: number; employees: number; errors: number },
): void {
  const { description: period } = needPeriod(write.db, run.period_id)
  addNotice(write, {
    kind: 'payroll',
    code: run.errors > 0 ? 'payroll.supplementary_with_errors' : 'payroll.supplementary_ready',
    params: { no: run.no, period, employees: run.employees, errors: run.errors },
    entity: `run:${run.id}`,
  })
}

function addressesOf(write: Write, period: PeriodRow, draft: Draft): string[] {
  const named = ruleOf(period)?.notification_emails ?? []
  const isFirst = (one: string, at: number) => named.findIndex((other) => sameAddress(other, one)) === at
  if (named.length > 0) return named.filter(isFirst)
  const own = draft.dueAt === null ? null : readSetting(write.db, 'office').notification_address
  return own ? [bareAddress(own)] : []
}

const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const bareAddress = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1]?.trim() ?? text.trim()
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

function momentInWords(at: Instant, zone: Zone): string {
  const { date, time } = wallClock(at, zone)
  return `${dayInWords(date)} at ${time.slice(0, 5)}`
}

function mailText(period: PeriodRow, draft: Draft, write: Write): string {
  const { date, time } = wallClock(write.now, write.zone)
  const name = oneLine(period.description)
  const days = periodInWords(period.start_on as LocalDate, period.end_on as LocalDate)
  const good = draft.employees - draft.errors
  const lines = [
    `The payroll period “${name}”${name === days ? '' : ` (${days})`} was computed on ${dayInWords(date)} at ${time.slice(0, 5)} (${write.zone}).`,
    '',
    `Payslips drafted: ${good}`,
    draft.errors === 0
      ? 'Payslips with an error: none'
      : `Payslips with an error: ${draft.errors}. They have to be put right before the run can be approved.`,
  ]
  if (draft.isLate && draft.dueAt !== null) {
    lines.push(
      '',
      `It was due on ${momentInWords(draft.dueAt, write.zone)} and ran as soon as the computer was on again.`,
    )
  }
  const then =
    ruleOf(period)?.outcome === 'approve' && draft.dueAt !== null
      ? 'By the rule of the period it is approved by itself where nothing in it needs a look; else it waits for review in Daybook. Nothing has been paid or sent.'
      : 'Nothing has been paid or sent: the run is a draft and waits for review in Daybook.'
  lines.push('', then)
  return lines.join('\n')
}
