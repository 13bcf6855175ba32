import { listBackups } from '../../../db/backup-rotation'
import { backupFolder } from '../../../db/folder'
import * as today from '../../../db/queries/today'
import { taskCounts, unfinished } from '../../engine/monitor'
import { localToInstant, occurrenceReason, whileClosed } from '../../engine/scheduler'
import { unseenNotices } from '../../shared/notices'
import { readSetting } from '../../shared/settings'
import type { Reason } from '../../values/problem'
import { dateIn, type Instant, instant, toIso } from '../../values/time'
import type { Need, todayContract } from '../contract/today'
import type { Caller, HandlersOf, Office } from '../office'
import { inWords, periodOf } from './schedule-views'
import { reasonFor } from './withheld'

/** So many of a list that is looked at, not worked through. */
const SHOWN = 20
const NEXT = 6
const FAILURES = 500
/** Of the newest successes those of today are told; more of them are mails one by one. */
const DONE = 500
const FORGOTTEN_MS = 14 * 86_400_000

const iso = (at: number) => toIso(instant(at))

export const todayHandlers: HandlersOf<typeof todayContract> = {
  'today.read'(office, _input, caller) {
    const { db, engine } = office
    const now = office.clock.now()
    const zone = engine.zone()
    const { name } = readSetting(db, 'office')
    const modules = readSetting(db, 'modules')
    const isOn = (module: string | null) => module === null || (modules as Record<string, boolean>)[module] !== false
    const mail = mailByState(office)
    const mails = (...states: string[]) => states.reduce((sum, state) => sum + (mail.get(state)?.n ?? 0), 0)
    const backups = listBackups(backupFolder(office.folder))
    const midnight = localToInstant(dateIn(now, zone), '00:00', zone)
    const unseen = unseenNotices(db).map(({ id, at, kind, reason }) => ({
      kind,
      notice: { id, at: toIso(at), reason: inWords(reason) },
    }))
    const noticesOf = (isMeant: (kind: string) => boolean) =>
      unseen.filter(({ kind }) => isMeant(kind)).map(({ notice }) => notice)
    return {
      now: toIso(now),
      zone,
      office: name,
      is_new: name === '' && today.isUntouched(db),
      needs: needsOf(office, caller, now, mail, modules.payroll),
      running: unfinished(db, 'running', SHOWN).map(({ task_id, task, started_at, progress, revoking }) => ({
        task_id,
        task,
        started_at,
        progress,
        revoking,
      })),
      waiting: taskCounts(db)
        .filter(({ state }) => state === 'ready' || state === 'waiting')
        .reduce((sum, { n }) => sum + n, 0),
      next: today
        .dueNext(db, 50)
        .filter(({ module }) => isOn(module))
        .slice(0, NEXT)
        .map((one) => ({
          schedule_id: one.id,
          name: one.name,
          of: periodOf(db, one.origin),
          at: iso(one.next_due_at),
        })),
      done_today: today
        .doneSince(db, midnight, DONE)
        .slice(0, SHOWN)
        .map((one) => ({ task: one.task, n: one.n, at: iso(one.at), task_id: String(one.last_id) })),
      while_closed: closedOf(
        office,
        noticesOf((kind) => kind === 'while_closed'),
      ),
      // Failures and drafts stand among the needs, as they are now.
      notices: noticesOf((kind) => !['while_closed', 'failure', 'payroll'].includes(kind)).slice(0, SHOWN),
      backup: {
        last_at: backups[0] ? toIso(backups[0].at) : null,
        daily: backups.filter(({ kind }) => kind === 'daily').length,
        by_hand: backups.filter(({ kind }) => kind === 'by_hand').length,
      },
      outbox: {
        held: mails('held'),
        going_out: mails('queued', 'sending'),
        unknown: mails('unknown'),
        failed: mails('failed'),
      },
    }
  },
}

const mailByState = ({ db }: Office) => new Map(today.openMail(db).map((one) => [one.state, one]))

/** Counts only: nothing of it is shown to anybody. */
const NOBODY: Caller = { actor: 'system', role: 'viewer', name: '' }

/** What the office calls itself, and how many things wait for a person: what is told of it beside other offices. */
export function standingOf(office: Office): { name: string; needs: number } {
  const { db, clock } = office
  const needs = needsOf(office, NOBODY, clock.now(), mailByState(office), readSetting(db, 'modules').payroll)
  return { name: readSetting(db, 'office').name, needs: needs.length }
}

function needsOf(
  office: Office,
  caller: Caller,
  now: Instant,
  mail: Map<string, today.MailCount>,
  payroll: boolean,
): Need[] {
  const { db } = office
  const needs: Need[] = []
  for (const { id, kind, period_id, period, start_on, end_on, employees, errors, at } of payroll
    ? today.draftRuns(db)
    : []) {
    const run = { at: iso(at), run_id: id, run_kind: kind, period_id, period, start_date: start_on, end_date: end_on }
    needs.push(errors > 0 ? { kind: 'mend_slips', ...run, errors } : { kind: 'approve_run', ...run, employees })
  }
  for (const { id, file_name, state, rows, errors, at } of today.openBatches(db, now - FORGOTTEN_MS)) {
    const file = { at: iso(at), import_id: id, file_name, rows }
    if (state === 'mapping') needs.push({ kind: 'answer_import', ...file })
    else needs.push(errors > 0 ? { kind: 'mend_import', ...file, errors } : { kind: 'apply_import', ...file })
  }
  needs.push(...failuresOf(office, caller, today.failedTasks(db, FAILURES)))
  for (const [state, kind] of [
    ['unknown', 'mail_unknown'],
    ['failed', 'mail_failed'],
  ] as const) {
    const found = mail.get(state)
    if (found) needs.push({ kind, at: iso(found.at), mail_id: found.id, n: found.n })
  }
  return needs
}

/** One entry for each task that failed, however often; its newest failure speaks for it. */
function failuresOf(office: Office, caller: Caller, failed: today.FailedTask[]): Need[] {
  const byTask = new Map<string, today.FailedTask[]>()
  for (const one of failed) byTask.set(one.task, [...(byTask.get(one.task) ?? []), one])
  return [...byTask].flatMap(([task, all]): Need[] => {
    const [newest] = all
    if (!newest) return []
    const error = newest.error === null ? null : (JSON.parse(newest.error) as Reason)
    const reason = reasonFor(caller, office, task, error)
    const notice_ids = all.map(({ notice_id }) => notice_id)
    return [
      {
        kind: 'task_failed',
        at: iso(newest.at),
        task,
        task_id: String(newest.task_id),
        n: all.length,
        reason,
        notice_ids,
      },
    ]
  })
}

function closedOf({ db }: Office, notices: { id: number; at: string; reason: ReturnType<typeof inWords> }[]) {
  if (notices.length === 0) return null
  const items = whileClosed(db, SHOWN).map((row) => {
    const reason = occurrenceReason(row)
    return {
      at: iso(row.decided_at),
      name: row.name,
      ran: row.task_id !== null,
      reason: reason === null ? null : inWords(reason),
    }
  })
  return { notices, items }
}
