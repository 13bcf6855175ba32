import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Answer, startOffice, type TestOffice, untilReady } from '../support/office'
import type { Fact, What } from './facts'
import { compileRecorder, type Entry, readLog, recorded } from './recording'

export type Recording = { entries: Entry[]; facts: Fact[]; root: string }

/** Where the data folder lies below the recorded one: two folders deep, both made by the office. */
export const OFFICE = 'home/office'
export const PASSWORD = 'correct horse battery staple'
const START = '2019-01-20T10:00:00Z'

/** A real office is recorded through a day: first start, settings, tasks, files, a pay run, backups, a restart, a restore. */
export async function recordDay(folder: string): Promise<Recording> {
  const day = new Day(folder)
  await day.opens()
  await day.changesSettings()
  await day.enqueues(12)
  await day.importsPeople()
  await day.runsPayroll()
  const backup = await day.backsUp()
  await day.closes()

  await day.opens()
  await day.enqueues(8)
  await day.backsUp()
  await day.restores(backup)
  await day.enqueues(6)
  await day.closes()
  return { entries: readLog(day.log), facts: day.facts, root: day.root }
}

/** The day before, kept in a folder by `keepRecording`. */
export function readRecording(folder: string): Recording {
  const facts = JSON.parse(fs.readFileSync(path.join(folder, 'facts.json'), 'utf8')) as Fact[]
  return { entries: readLog(path.join(folder, 'log')), facts, root: path.join(folder, 'disk') }
}

class Day {
  readonly facts: Fact[] = []
  readonly root: string
  readonly log: string
  #library: string
  #office: TestOffice | null = null
  #keys = 0

  constructor(private readonly folder: string) {
    this.root = path.join(fs.realpathSync(folder), 'disk')
    this.log = path.join(folder, 'log')
    fs.mkdirSync(this.root)
    this.#library = compileRecorder(folder)
  }

  get #at(): TestOffice {
    if (!this.#office) throw new Error('the office is closed')
    return this.#office
  }

  get #now(): number {
    return fs.statSync(this.log).size
  }

  #know(what: What): void {
    this.facts.push({ at: this.#now, what })
    fs.writeFileSync(path.join(this.folder, 'facts.json'), JSON.stringify(this.facts))
  }

  async #ask(verb: string, url: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.#at.api(verb, url, body)
    if (answer.status >= 400) throw new Error(`${verb} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** Everything that was written into the audit chain up to now was committed: its last entry stands for it. */
  async #knowsAudit(): Promise<void> {
    let last = null
    for (let after: number | null = 0; after !== null; ) {
      const page: Answer['body'] = await this.#ask('GET', `/api/audit?after=${after}&limit=200`)
      last = page.items.at(-1) ?? last
      after = page.next
    }
    this.#know({ kind: 'audit entry', seq: last.seq, hash: last.hash })
  }

  async opens(): Promise<void> {
    const env = recorded(this.#library, this.root, this.log)
    this.#office = await startOffice({ folder: path.join(this.root, OFFICE), now: START, environment: env })
    this.#know({ kind: 'opened' })
    await this.#knowsAudit()
  }

  async closes(): Promise<void> {
    await this.#at.stop({ keep: true })
    this.#office = null
  }

  async changesSettings(): Promise<void> {
    // Nobody listens on port 9: mail is queued and stays so.
    const mail = { host: '127.0.0.1', port: 9, security: 'none', from: 'pay@office.example', password: PASSWORD }
    await this.#ask('PUT', '/api/settings/mail', mail)
    this.#know({ kind: 'secret', name: 'mail.password', text: PASSWORD })
    await this.#knowsAudit()
    const { days: _, ...office } = await this.#ask('GET', '/api/settings/office')
    await this.#ask('PUT', '/api/settings/office', { ...office, name: 'Office of the power cut' })
    await this.#knowsAudit()
  }

  /** Tasks with an effect, half of them one after the other and half of them at once; all are seen to end. */
  async enqueues(count: number): Promise<void> {
    const enqueue = async (): Promise<number> => {
      const key = `effect ${++this.#keys}`
      const { task_id: id } = await this.#ask('POST', '/api/tasks', { task: 'test.effect', args: { key } })
      this.#know({ kind: 'task accepted', id: Number(id) })
      const { state } = await this.#at.ended(String(id))
      this.#know({ kind: 'task ended', id: Number(id), state })
      this.#know({ kind: 'effect', key })
      return Number(id)
    }
    for (let n = 0; n < count / 2; n++) await enqueue()
    await Promise.all(Array.from({ length: count / 2 }, enqueue))
  }

  async #imports(name: string, text: string, kind: string, options: Record<string, unknown>): Promise<void> {
    const answer = await this.#at.upload(
      '/api/imports',
      { name, bytes: text },
      { kind, options: JSON.stringify(options) },
    )
    if (answer.status !== 202) throw new Error(`import: ${answer.status} ${JSON.stringify(answer.body)}`)
    const id = answer.body.import_id
    this.#know({ kind: 'file kept', sha256: createHash('sha256').update(text).digest('hex') })
    this.#know({ kind: 'import', id, states: ['reading', 'checking', 'checked', 'applying', 'applied'] })
    await this.#untilBody(`/api/imports/${id}`, (body) => body.state === 'checked')
    this.#know({ kind: 'import', id, states: ['checked', 'applying', 'applied'] })
    await this.#ask('POST', `/api/imports/${id}/apply`, { rows: 'all' })
    await this.#untilBody(`/api/imports/${id}`, (body) => body.state === 'applied')
    this.#know({ kind: 'import', id, states: ['applied'] })
    await this.#knowsAudit()
  }

  #untilBody(url: string, is: (body: Answer['body']) => unknown): Promise<Answer['body']> {
    return untilReady(async () => {
      const body = await this.#ask('GET', url)
      return is(body) ? body : null
    })
  }

  async importsPeople(): Promise<void> {
    const head = 'Employee number,Name,Department,Salary,Hire date,E-mail'
    const people = [0, 1, 2, 3, 4].map(
      (i) => `${100 + i},Person ${i},Office,${1000 + i}.00,2018-05-01,p${i}@office.example`,
    )
    await this.#imports('salaries.csv', [head, ...people].join('\n'), 'salaries', { year: 2019, month: 1 })
  }

  /** Payslips are files made in a slot, linked by the commit. */
  async runsPayroll(): Promise<void> {
    const month = { start_date: '2019-01-01', end_date: '2019-01-31', period_type: 'monthly', status: 'active' }
    const { id: period } = await this.#ask('POST', '/api/payroll/periods/', { ...month, automation_enabled: false })
    await this.#ask('POST', `/api/payroll/periods/${period}/run`, { force: true })
    const isDraft = (run: { status: string; employees: number }) => run.status === 'draft' && run.employees > 0
    const { runs } = await this.#untilBody(`/api/payroll/periods/${period}/`, (body) => body.runs.some(isDraft))
    await this.#ask('POST', `/api/payroll/runs/${runs[0].id}/approve`, {})
    await this.#knowsAudit()
    await untilReady(async () => {
      const { status } = await this.#at.api('POST', `/api/payroll/runs/${runs[0].id}/send`, {})
      return status === 202 ? true : null
    })
    const { items } = await this.#untilBody('/api/outbox?limit=200', (body) => body.items.length === 5)
    this.#know({ kind: 'mails queued', count: items.length })
    await this.#knowsAudit()
  }

  async backsUp(): Promise<{ file: string; before: number }> {
    const before = this.facts.length
    const { file, sha256 } = await this.#ask('POST', '/api/rpc/office.backup', {})
    const name = path.relative(path.join(this.root, OFFICE), file)
    this.#know({ kind: 'backup', file: name, sha256 })
    await this.#knowsAudit()
    await this.#ask('POST', '/api/test/clock', { advance_seconds: 60 }) // backups are named by the second
    return { file, before }
  }

  /** What was acknowledged since the backup was made goes with the restore; backups themselves stay. */
  async restores({ file, before }: { file: string; before: number }): Promise<void> {
    const until = this.#now
    const isTakenBack = (what: What) => what.kind !== 'backup' && what.kind !== 'opened'
    for (const fact of this.facts.slice(before)) if (isTakenBack(fact.what)) fact.until = until
    await this.#ask('POST', '/api/rpc/office.restore', { file })
    await this.#knowsAudit()
  }
}
