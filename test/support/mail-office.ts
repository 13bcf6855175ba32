import path from 'node:path'
import type { Db } from '../../db/open'
import { listMail, mailById, type OutboxRow } from '../../db/queries/outbox'
import { createClock, type TestClock } from '../../jobs/engine/clock'
import type { AnyTask, RunTable } from '../../jobs/engine/define-task'
import type { Engine } from '../../jobs/engine/engine'
import { equipNotify, notify } from '../../jobs/notify'
import { notifyRuns } from '../../jobs/notify/runs'
import { type Mail, queueMail } from '../../jobs/shared/outbox'
import { createSecretStore } from '../../jobs/shared/secrets'
import { MailSetting } from '../../jobs/shared/setting-schemas'
import { readSetting, type Settings, writeSetting } from '../../jobs/shared/settings'
import type { Reason } from '../../jobs/values/problem'
import { makeEngine } from './engine'
import { openTestDb, TEST_NOW } from './office-db'

export type MailOffice = {
  db: Db
  engine: Engine
  clock: TestClock
  /** Changes the mail setting. */
  set(change: Partial<Settings['mail']> & { password?: string }): Promise<void>
  queue(mail?: Partial<Mail>): Promise<number>
  mail(id: number): OutboxRow
  all(): OutboxRow[]
  /** Resolves when a mail has reached one of these states. */
  reaches(id: number, ...states: OutboxRow['state'][]): Promise<OutboxRow>
}

/** An office with a real engine (its runs in this process), the mail tasks, and no mail server yet. */
export async function mailOffice(
  setting: Partial<Settings['mail']> = {},
  more: { tasks: AnyTask[]; runs: RunTable } = { tasks: [], runs: {} },
): Promise<MailOffice> {
  const db = openTestDb()
  const clock = createClock()
  clock.set(TEST_NOW)
  const { engine } = makeEngine({
    db,
    clock,
    tasks: [...notify.tasks, ...more.tasks],
    runs: { ...notifyRuns, ...more.runs },
  })
  const secrets = createSecretStore(path.dirname(db.name), db)
  const word = ({ code, params }: Reason) => ({ message: `${code} ${JSON.stringify(params)}`, fix: '' })
  equipNotify(db, { secrets, word })
  const set: MailOffice['set'] = ({ password, ...change }) =>
    engine.write('user:1', (write) => {
      writeSetting(write, 'mail', MailSetting.parse({ ...readSetting(db, 'mail'), ...change }))
      if (password !== undefined) secrets.set(write, 'mail.password', password)
    })
  await engine.start()
  await set({ from: 'Office <office@example.org>', security: 'none', hold_minutes: 0, ...setting })

  let key = 0
  const mail = (id: number) => {
    const row = mailById(db, id)
    if (!row) throw new Error(`no mail ${id}`)
    return row
  }
  return {
    db,
    engine,
    clock,
    set,
    queue: (given = {}) =>
      engine.write('user:1', (write) => {
        const to = { name: 'Ana', address: 'ana@example.org' }
        const standing = { dedupeKey: `test:${++key}`, kind: 'test', to, subject: 'Hello', text: 'Hello Ana\n' }
        return queueMail(write, { ...standing, ...given }).outboxId
      }),
    mail,
    all: () => listMail(db, { state: null, kind: null, origin: null, before: null, limit: 1_000 }).reverse(),
    reaches: (id, ...states) =>
      new Promise((resolve) => {
        const look = () => {
          const row = mail(id)
          if (!states.includes(row.state)) return false
          stop()
          resolve(row)
          return true
        }
        const stop = engine.onEvent(look)
        look()
      }),
  }
}
