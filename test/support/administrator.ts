import { type Answer, type StartOptions, startOffice, type TestOffice, untilReady } from './office'
import type { SmtpHost } from './smtp'

/**
 * Does what an administrator does, over REST, and goes on after the plug was pulled: whatever was not acknowledged is
 * asked for again, and what was acknowledged is never repeated.
 */
export class Administrator {
  restarts = 0
  /** Where the office's clock was last set, and when. */
  #clock: { at: number; setAt: number } | null = null

  private constructor(
    private office: TestOffice,
    private readonly options: StartOptions,
  ) {
    if (options.now !== undefined) this.clock = options.now
  }

  static async sitsDown(options: StartOptions = {}): Promise<Administrator> {
    return new Administrator(await startOffice(options), options)
  }

  get at(): TestOffice {
    return this.office
  }

  /** Where the clock stands now; it runs on, also while the office is down, as a computer's does. */
  set clock(now: string) {
    this.#clock = { at: Date.parse(now), setAt: Date.now() }
  }

  get #now(): { now?: string } {
    return this.#clock ? { now: new Date(this.#clock.at + Date.now() - this.#clock.setAt).toISOString() } : {}
  }

  /** Asks, and where the office ends before it answers, starts it again on the same folder and asks again. */
  async ask(verb: string, path: string, body?: unknown): Promise<Answer> {
    return this.#surviving((office) => office.api(verb, path, body))
  }

  async upload(path: string, file: { name: string; bytes: string | Uint8Array }, fields: Record<string, string>) {
    return this.#surviving((office) => office.upload(path, file, fields))
  }

  /** Asks until the answer is what is waited for; what never comes is named. */
  async until<T>(path: string, pick: (answer: Answer) => T | null | undefined | false): Promise<T> {
    const what = `${path}, ${pick}`
    return untilReady(async () => pick(await this.ask('GET', path)) || null, { what, withinMs: 240_000 })
  }

  async leaves(): Promise<void> {
    await this.office.stop()
  }

  async #surviving(ask: (office: TestOffice) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        return await ask(this.office)
      } catch (error) {
        // fetch fails only where nobody answers: the office is gone, or is about to be.
        if (!(error instanceof TypeError)) throw error
        await this.office.exited
        this.restarts++
        this.office = await startOffice({ ...this.options, ...this.#now, folder: this.office.folder })
      }
    }
  }

  // What the job consists of.

  async setsUpMail(smtp: SmtpHost): Promise<void> {
    const mail = { host: smtp.host, port: smtp.port, security: 'none', from: 'payroll@office.example', hold_minutes: 0 }
    const { status, body } = await this.ask('PUT', '/api/settings/mail', mail)
    if (status !== 200) throw new Error(`mail settings: ${JSON.stringify(body)}`)
  }

  /** Drops a file and waits until it is checked (or waits for an answer, or was refused). */
  async drops(
    file: { name: string; bytes: string | Uint8Array },
    kind: string,
    options: Record<string, unknown> = {},
  ): Promise<Answer['body']> {
    const { status, body } = await this.upload('/api/imports', file, { kind, options: JSON.stringify(options) })
    if (status !== 202) throw new Error(`import: ${status} ${JSON.stringify(body)}`)
    return this.until(
      `/api/imports/${body.import_id}`,
      ({ body: view }) => ['checked', 'mapping', 'refused'].includes(view.state) && view,
    )
  }

  async applies(importId: number, rows: 'all' | 'good' = 'all'): Promise<Answer['body']> {
    const { status, body } = await this.ask('POST', `/api/imports/${importId}/apply`, { rows })
    // 409: the apply was acknowledged to nobody, but it had been written.
    if (status >= 400 && status !== 409) throw new Error(`apply: ${status} ${JSON.stringify(body)}`)
    return this.until(`/api/imports/${importId}`, ({ body: view }) => view.state === 'applied' && view)
  }

  async createsPeriod(period: Record<string, unknown>): Promise<number> {
    const { status, body } = await this.ask('POST', '/api/payroll/periods/', period)
    if (status === 201) return body.id
    const { body: list } = await this.ask('GET', '/api/payroll/periods/')
    const found = list.items.find((one: { start_date: string }) => one.start_date === period.start_date)
    if (!found) throw new Error(`period: ${status} ${JSON.stringify(body)}`)
    return found.id
  }

  /** Waits for the draft of a period. */
  async seesDraft(periodId: number): Promise<Answer['body']> {
    return this.until(`/api/payroll/periods/${periodId}/`, ({ body }) =>
      body.runs.find((run: { status: string; employees: number }) => run.status === 'draft' && run.employees > 0),
    )
  }

  async approves(runId: number): Promise<Answer> {
    return this.ask('POST', `/api/payroll/runs/${runId}/approve`, {})
  }

  /** Sends the payslips as soon as they are there. */
  async sends(runId: number): Promise<void> {
    for (;;) {
      const { status, body } = await this.ask('POST', `/api/payroll/runs/${runId}/send`, {})
      if (status === 202) {
        await this.until(`/api/tasks/${body.task_id}/`, (answer) => answer.body.ready)
        return
      }
      if (status !== 409) throw new Error(`send: ${status} ${JSON.stringify(body)}`)
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }

  async outbox(state: string): Promise<Answer['body'][]> {
    const items: Answer['body'][] = []
    for (let cursor = ''; ; ) {
      const { body } = await this.ask('GET', `/api/outbox?state=${state}&limit=200${cursor}`)
      items.push(...body.items)
      if (body.next === null) return items
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
  }
}
