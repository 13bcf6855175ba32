import { listBackups } from '../../../db/backup-rotation'
import { backupFolder } from '../../../db/folder'
import type { FailedTask } from '../../../db/queries/today'
import { localToInstant, occurrenceReason } from '../../engine/scheduler'
import { machineCurrency } from '../../shared/machine'
import { readSetting } from '../../shared/settings'
import { type NeedFacts, needFacts, SHOWN, type TodayFacts, type TodayQuestion } from '../../shared/today-facts'
import type { Reason } from '../../values/problem'
import { dateIn, instant, toIso } from '../../values/time'
import type { Need, todayContract } from '../contract/today'
import type { Caller, HandlersOf, Office } from '../office'
import { inWords } from './schedule-views'
import { reasonFor } from './withheld'

const NEXT = 6

const iso = (at: number) => toIso(instant(at))

export const todayHandlers: HandlersOf<typeof todayContract> = {
  async 'today.read'(office, _input, caller) {
    const { db, engine } = office
    const now = office.clock.now()
    const zone = engine.zone()
    const { name } = readSetting(db, 'office')
    const modules = readSetting(db, 'modules')
    const isOn = (module: string | null) => module === null || (modules as Record<string, boolean>)[module] !== false
    const midnight = localToInstant(dateIn(now, zone), '00:00', zone)
    const question: TodayQuestion = { now, midnight, payroll: modules.payroll }
    const facts = await engine.reader.ask<TodayFacts>('today.facts', question)
    const mails = (...states: string[]) =>
      facts.needs.mail.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0)
    const backups = listBackups(backupFolder(office.folder))
    const unseen = facts.notices.map(({ id, at, kind, reason }) => ({
      kind,
      notice: { id, at: toIso(at), reason: inWords(reason) },
    }))
    const noticesOf = (isMeant: (kind: string) => boolean) =>
      unseen.filter(({ kind }) => isMeant(kind)).map(({ notice }) => notice)
    const isNew = name === '' && facts.isUntouched
    return {
      now: toIso(now),
      zone,
      office: name,
      is_new: isNew,
      proposed_currency: isNew ? machineCurrency() : null,
      needs: needsOf(office, caller, facts.needs),
      running: facts.running.map(({ task_id, task, started_at, progress, revoking }) => ({
        task_id,
        task,
        started_at,
        progress,
        revoking,
      })),
      waiting: facts.waiting,
      next: facts.next
        .filter(({ module }) => isOn(module))
        .slice(0, NEXT)
        .map((one) => ({
          schedule_id: one.id,
          name: one.name,
          of: one.of,
          at: iso(one.next_due_at),
        })),
      done_today: facts.done.map(({ task, n, at, last_id }) => ({ task, n, at: iso(at), task_id: String(last_id) })),
      while_closed: closedOf(
        facts.closed,
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

/** Counts only: nothing of it is shown to anybody. */
const NOBODY: Caller = { actor: 'system', role: 'viewer', name: '' }

/** What the office calls itself, and how many things wait for a person: what is told of it beside other offices. */
export function standingOf(office: Office): { name: string; needs: number } {
  const { db, clock } = office
  const { payroll } = readSetting(db, 'modules')
  const needs = needsOf(office, NOBODY, needFacts(db, { now: clock.now(), payroll }))
  return { name: readSetting(db, 'office').name, needs: needs.length }
}

function needsOf(office: Office, caller: Caller, { drafts, imports, failed, mail }: NeedFacts): Need[] {
  const needs: Need[] = []
  for (const { id, kind, period_id, period, start_on, end_on, employees, errors, at } of drafts) {
    const run = { at: iso(at), run_id: id, run_kind: kind, period_id, period, start_date: start_on, end_date: end_on }
    needs.push(errors > 0 ? { kind: 'mend_slips', ...run, errors } : { kind: 'approve_run', ...run, employees })
  }
  for (const { id, file_name, state, rows, errors, at } of imports) {
    const file = { at: iso(at), import_id: id, file_name, rows }
    if (state === 'mapping') needs.push({ kind: 'answer_import', ...file })
    else needs.push(errors > 0 ? { kind: 'mend_import', ...file, errors } : { kind: 'apply_import', ...file })
  }
  needs.push(...failuresOf(office, caller, failed))
  for (const [state, kind] of [
    ['unknown', 'mail_unknown'],
    ['failed', 'mail_failed'],
    ['held', 'mail_held'],
  ] as const) {
    const found = mail.find((one) => one.state === state)
    if (found) needs.push({ kind, at: iso(found.at), mail_id: found.id, n: found.n })
  }
  return needs
}

/** One entry for each task that failed, however often; its newest failure speaks for it. */
function failuresOf(office: Office, caller: Caller, failed: FailedTask[]): Need[] {
  const byTask = new Map<string, FailedTask[]>()
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

function closedOf(
  closed: TodayFacts['closed'],
  notices: { id: number; at: string; reason: ReturnType<typeof inWords> }[],
) {
  if (notices.length === 0) return null
  const items = closed.map((row) => {
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
