import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { OWNER } from '../../jobs/api/caller'
import { type OpenedRouter, openRouter } from '../../jobs/api/open-router'
import type { FromOffice } from '../../jobs/api/shell-channel'
import { tellShell } from '../../jobs/api/shell-events'
import { wake } from '../../jobs/api/wake'
import { KEPT_BACK } from '../../jobs/notify/smtp/conversation'
import { tempFolder } from '../support/office-db'
import { startSmtp } from '../support/smtp'

const SEED = 7
const config = { testMode: true, scheduler: true, outbox: true, concurrency: 2, logLevel: 'error' } as const
const bundles = path.resolve('dist/office')
const DAYS = [
  { day: 'in the middle of a month', now: '2026-11-12T09:30:00Z', fellDue: 24 },
  { day: 'in the last days of a month, when its run has fallen due', now: '2026-11-28T15:30:00Z', fellDue: 25 },
]

describe.each(DAYS)('made $day', ({ now, fellDue }) => {
  const folder = tempFolder()
  let opened: OpenedRouter

  beforeAll(async () => {
    vi.stubEnv('DAYBOOK_TEST_NOW', now)
    opened = await openRouter({ ...config, folder, bundles, sample: { seed: SEED } })
  })
  afterAll(async () => {
    await opened.close()
    vi.unstubAllEnvs()
  })

  // biome-ignore lint/suspicious/noExplicitAny: the expectations say what an answer is
  const ask = (method: string, input: unknown = {}): Promise<any> => opened.router.call(method, input, OWNER)

  /** What the office says of its business, without the instants at which it was said. */
  function content() {
    const { db } = opened.router.office
    const all = (sql: string) => db.prepare(sql).all()
    return {
      people: all(
        `select p.name, p.email, r.external_ref, r.from_on, r.to_on from party p join party_role r on r.party_id = p.id order by p.id`,
      ),
      contracts: all('select party_id, from_on, to_on, base_minor from contract order by id'),
      items: all('select * from month_item order by party_id, month, source, code'),
      slips: all('select run_id, party_id, state, status, reason, gross_minor, net_minor from slip order by id'),
      lines: all('select l.* from slip_line l order by slip_id, position'),
      facts: all('select party_id, month, source, gross_minor, net_minor from salary_fact order by id'),
      charts: all(
        'select month, level, department_id, headcount, gross_minor from chart_agg order by month, level, department_id',
      ),
      mails: all('select to_address, subject, state from outbox order by to_address, subject, dedupe_key'),
    }
  }

  test('two years of runs are approved and paid, and the month of today waits for review with one error slip', async () => {
    expect(await ask('system.about')).toMatchObject({ sample: true })
    const { items } = await ask('payroll.periods')
    expect(items).toHaveLength(25)
    const runs = items.flatMap((period: { runs: { status: string }[] }) => period.runs)
    expect(runs.filter((run: { status: string }) => run.status === 'paid')).toHaveLength(24)
    const [draft] = runs.filter((run: { status: string }) => run.status === 'draft')
    expect(draft).toMatchObject({ employees: 46, errors: 1 })
    const refused = await ask('payroll.approve_run', { id: draft.id }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'payroll.run_has_errors' })
  })

  test('the totals of every run are the sums of its slips, and those of every slip the sums of its lines', () => {
    const { db } = opened.router.office
    const wrong = db
      .prepare(`
        select s.id from slip s left join slip_line l on l.slip_id = s.id where s.status = 'ok' group by s.id
        having s.gross_minor <> sum(iif(l.kind = 'earning', l.amount_minor, 0))
          or s.net_minor <> s.gross_minor - sum(iif(l.kind = 'deduction', l.amount_minor, 0))`)
      .all()
    const runs = db
      .prepare(`
        select r.id from pay_run r join slip s on s.run_id = r.id and s.state = 'current' and s.status = 'ok' group by r.id
        having r.gross_minor <> sum(s.gross_minor) or r.net_minor <> sum(s.net_minor)`)
      .all()
    expect([wrong, runs]).toEqual([[], []])
    expect(db.prepare('select count(*) from slip_line').pluck().get()).toBeGreaterThan(4000)
  })

  test('its history is whole: tasks and schedules that ran, mails, imports, and a chain that verifies', async () => {
    const { db } = opened.router.office
    const one = (sql: string) => db.prepare(sql).pluck().get()
    expect(one("select count(*) from task where state <> 'success'")).toBe(0)
    expect(
      one(
        "select count(*) from task where name_id in (select id from task_name where name = 'payroll.process_payroll_period')",
      ),
    ).toBe(25)
    expect(one("select count(*) from occurrence where state = 'enqueued' and late_s = 0")).toBe(fellDue)
    expect(one("select count(*) from outbox where state = 'accepted'")).toBeGreaterThan(100)
    expect(db.prepare('select kind, state, error_n from import_batch order by id').all()).toEqual([
      { kind: 'salaries', state: 'applied', error_n: 0 },
      { kind: 'employees', state: 'checked', error_n: 2 },
    ])
    expect(await ask('office.verify')).toMatchObject({ ok: true, files: { faults: [] } })
  })

  test('no mail of it is ever sent, even when it is given a mail server that works', async () => {
    const smtp = await startSmtp()
    try {
      await ask('office.write_setting', { setting: 'mail', host: smtp.host, port: smtp.port, security: 'none' })
      const { task_id } = await ask('tasks.enqueue', {
        task: 'mail.send_email',
        args: { subject: 'Hello', message: 'There', recipient_list: ['ana@office.example'] },
      })
      const { engine, db } = opened.router.office
      expect(await engine.finished(Number(task_id))).toMatchObject({ state: 'SUCCESS' })
      await expect
        .poll(() => db.prepare("select smtp_reply from outbox where subject = 'Hello'").pluck().get())
        .toBe(KEPT_BACK)
      const replies = db.prepare("select distinct smtp_reply from outbox where state = 'accepted'").pluck().all()
      expect(replies).toEqual([KEPT_BACK])
      expect(smtp.connections()).toBe(0)
    } finally {
      await smtp.close()
    }
  })

  test('a folder that holds an office is not made into a sample one', async () => {
    const other = tempFolder()
    await (await openRouter({ ...config, folder: other, bundles })).close()
    const refused = await openRouter({ ...config, folder: other, bundles, sample: { seed: SEED } }).catch(
      (error) => error,
    )
    expect(refused).toMatchObject({ code: 'sample.folder_not_empty', params: { folder: other } })
  })

  test('it is removed in one call, leaving an empty office; made again from its seed it is the same', async () => {
    const before = content()
    const mails = before.mails.filter((mail) => (mail as { subject: string }).subject !== 'Hello')
    await expect(ask('sample.create')).rejects.toMatchObject({ code: 'sample.office_not_empty' })
    const events: string[] = []
    const stop = opened.router.onEvent(({ type }) => events.push(type))
    const { set_aside } = await ask('sample.remove')
    expect(fs.existsSync(path.join(set_aside, 'daybook.db'))).toBe(true)
    expect(await ask('system.about')).toMatchObject({ sample: false })
    expect(await ask('people.list_employees')).toMatchObject({ items: [] })
    expect(await ask('payroll.periods')).toMatchObject({ items: [] })
    expect(await ask('office.verify_audit')).toMatchObject({ ok: true })
    await expect(ask('sample.remove')).rejects.toMatchObject({ code: 'sample.none_here' })

    await ask('sample.create', { seed: SEED })
    expect(content()).toEqual({ ...before, mails })
    expect(await ask('system.about')).toMatchObject({ sample: true })
    stop()
    expect(events.filter((type) => type === 'office_changed')).toHaveLength(2)
  })

  test('the shell hears of the office that followed the removed one, and what wakes it wakes that one', async () => {
    const told: FromOffice[] = []
    const telling = tellShell(opened.router, (message) => told.push(message))
    await ask('sample.remove')
    const woken: string[] = []
    const stopListening = opened.router.onEvent(({ type }) => woken.push(type))
    const { task_id } = await ask('tasks.enqueue', { task: 'test.sleep', args: { ms: 60_000 } })
    const running = [{ task: 'test.sleep', n: 1, resumes: true }]
    await expect.poll(() => told).toContainEqual({ type: 'activity', running })
    await ask('tasks.revoke', { id: task_id, terminate: true })
    await expect.poll(() => told.at(-1)).toEqual({ type: 'activity', running: [] })
    // Somebody waits for an office that closes: then how far its work is, too.
    telling.closing()
    const long = await ask('tasks.enqueue', { task: 'test.progress', args: { steps: 1_000, ms: 60 } })
    const far = { current: expect.any(Number), total: 1_000 }
    await expect
      .poll(() => told)
      .toContainEqual({ type: 'activity', running: [{ task: 'test.progress', n: 1, resumes: true, progress: far }] })
    await ask('tasks.revoke', { id: long.task_id, terminate: true })
    await expect.poll(() => told.at(-1)).toEqual({ type: 'activity', running: [] })
    woken.length = 0
    await opened.during(wake)
    expect(woken).toContain('woke')
    stopListening()
    telling.stop()
  })
})
