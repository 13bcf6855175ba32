import { expect } from 'vitest'
import { integrityFaults } from '../../../db/backup'
import type { Db } from '../../../db/open'
import { readHead, verifyAudit } from '../../../jobs/shared/audit'
import type { SmtpHost } from '../smtp'
import * as facts from './facts'
import type { Ledger } from './ledger'
import type { Unfinished } from './script'

/** What holds after every kill, in whatever state the office came back. */
export function checkAfterKill(folder: string, ledger: Ledger, smtp: SmtpHost): void {
  const head = readHead(folder) // before the snapshot: it is never ahead of what is committed
  facts.readFacts(folder, (db) => {
    const tasks = facts.tasks(db)
    expect(integrityFaults(db), 'the database is intact').toEqual([])
    expect(verifyAudit(db, head), 'the audit chain is intact and contains the head noted outside').toMatchObject({
      ok: true,
    })
    expect(facts.wrongCounters(db), 'the counters are the rows they count').toEqual([])
    const known = new Set(tasks.map(({ id }) => id))
    expect(
      [...ledger.tasks.keys()].filter((id) => !known.has(id)),
      'acknowledged tasks that are lost',
    ).toEqual([])
    const { known: name, asked } = ledger.name
    if (name !== null) expect([name, asked], 'the answered setting stands').toContain(facts.officeName(db))
    expect(facts.wrongBatches(db), 'chains and chords are what their members say').toEqual([])
    const { paused } = ledger
    if (paused) expect(facts.begunSince(db, paused.queue, paused.since), 'begun in a paused queue').toEqual([])
    checkEffects(db, tasks)
    checkKeys(tasks)
    checkMails(db, tasks, smtp)
    if (ledger.scheduleId !== null) checkSchedule(db, ledger.scheduleId)
    for (const task of tasks)
      if (ledger.revoked.has(task.id)) expect(task.state, `the revoked task ${task.id}`).toBe('revoked')
  })
}

/** What some boot before this one left running and nobody has decided. */
export const stuckLeases = (folder: string): number[] =>
  facts.readFacts(folder, (db) => {
    const boot = facts.currentBoot(db)
    return facts
      .tasks(db)
      .filter(({ state, boot_id }) => state === 'running' && boot_id !== boot)
      .map(({ id }) => id)
  })

/** What holds when the script has come to its end and the office to rest. */
export function checkAtRest(folder: string, ledger: Ledger): void {
  facts.readFacts(folder, (db) => {
    const tasks = new Map(facts.tasks(db).map((task) => [task.id, task]))
    for (const [id, { what, end }] of ledger.tasks)
      expect(tasks.get(id)?.state, `how ${what} (task ${id}) ended`).toBe(end)
    const open = facts.mails(db).filter(({ state }) => state !== 'accepted' && state !== 'unknown')
    expect(open, 'mails that are neither accepted nor unknown').toEqual([])
  })
}

export const unfinishedOf = (folder: string): Unfinished =>
  facts.readFacts(folder, (db) => {
    const left = facts.tasks(db).filter(({ finished_at }) => finished_at === null)
    // Members of a chain wait without an instant, for the member before them.
    const due = left.flatMap(({ due_at }) => (due_at !== null ? [due_at] : []))
    const isOnlyWaiting = left.every(({ state }) => state === 'waiting') && due.length > 0
    return {
      count: left.length,
      dueAt: isOnlyWaiting ? Math.min(...due) : null,
      named: left.map(({ id, name, state, key }) => `${id} ${name} ${key ?? ''} ${state}`).join(', '),
    }
  })

/** One effect for each task that succeeded, none for any other. */
function checkEffects(db: Db, tasks: facts.TaskFact[]): void {
  const found = new Map(facts.effects(db).map(({ task_id, n }) => [task_id, n]))
  const wrong = tasks.flatMap(({ id, name, state }) => {
    const wanted = name === 'test.effect' && state === 'success' ? 1 : 0
    const n = found.get(id) ?? 0
    return n === wanted ? [] : [{ id, name, state, effects: n }]
  })
  expect(wrong, 'effects that are missing or happened twice').toEqual([])
}

/** A key may come again, but only after the task that held it had ended. */
function checkKeys(tasks: facts.TaskFact[]): void {
  const last = new Map<string, facts.TaskFact>()
  for (const task of tasks) {
    if (task.key === null) continue
    const before = last.get(`${task.name} ${task.key}`)
    if (before && (before.finished_at === null || before.finished_at > task.created_at))
      expect.fail(`the key ${task.key} was held by the tasks ${before.id} and ${task.id} at once`)
    last.set(`${task.name} ${task.key}`, task)
  }
}

/** No message reaches the server twice; what is accepted did reach it; who sends has a task that does. */
function checkMails(db: Db, tasks: facts.TaskFact[], smtp: SmtpHost): void {
  const reached = smtp.received.map(({ messageId }) => messageId)
  expect(reached.length, 'no message reaches the server twice').toBe(new Set(reached).size)
  const running = new Set(tasks.filter(({ state }) => state === 'running').map(({ id }) => id))
  for (const mail of facts.mails(db)) {
    if (mail.state === 'accepted')
      expect(reached, 'an accepted message has reached the server').toContain(mail.message_id)
    if (mail.state === 'sending') expect(running.has(mail.task_id ?? 0), `mail ${mail.id} is being sent`).toBe(true)
  }
}

const MINUTE_MS = 60_000

/** Every minute has one row that says what became of it, and each that was enqueued has one task. */
function checkSchedule(db: Db, scheduleId: number): void {
  const rows = facts.occurrences(db, scheduleId)
  const gaps = rows.slice(1).filter(({ due_at }, i) => due_at - (rows[i]?.due_at ?? 0) !== MINUTE_MS)
  expect(gaps, 'minutes without an occurrence before them').toEqual([])
  const enqueued = rows.filter(({ state }) => state === 'enqueued').map(({ task_id }) => task_id)
  expect(facts.tasksOfSchedule(db, scheduleId), 'a task for each occurrence').toEqual(enqueued)
}
