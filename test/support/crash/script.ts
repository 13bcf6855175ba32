import type { SmtpHost } from '../smtp'
import type { DoomedOffice } from './doomed-office'
import type { End, Ledger } from './ledger'

const MINUTE_MS = 60_000
/** Longer than any suite is stopped while somebody measures: it ends by being called off, or not at all. */
const SLEEP_MS = 3_600_000
/** The queue that the script pauses; its letters wait there too. */
const PAUSED = 'users'

/** What the script needs once, before anybody is killed. */
export async function setsUp(office: DoomedOffice, smtp: SmtpHost, ledger: Ledger): Promise<void> {
  const mail = { host: smtp.host, port: smtp.port, security: 'none', from: 'desk@office.example', hold_minutes: 0 }
  await expectStatus(office.ask('PUT', '/api/settings/mail', mail), 200)
  const schedule = { name: 'Every minute', task: 'test.echo', args: { of: 'schedule' }, cron: '* * * * *' }
  const { id } = await expectStatus(office.ask('POST', '/api/schedules', schedule), 201)
  ledger.scheduleId = id
}

/** One run of the script: what an office is asked to do, each answer noted. `run` tells the runs of a folder apart. */
export async function runScript(office: DoomedOffice, ledger: Ledger, run: number): Promise<void> {
  const client = new Client(office, ledger, run)
  await Promise.all([0, 1, 2, 3, 4, 5].map((i) => client.effect(`burst-${i}`)))
  const slept = await client.enqueue('test.sleep', { ms: SLEEP_MS }, 'sleep', 'revoked')
  await client.effect('slow', { ms: 20 })
  await client.enqueue('test.fail', { times: 1 }, 'fail')
  await client.chains('chain', 3)
  await client.switchesQueue('pause')
  await client.effect('in-a-paused-queue', { queue: PAUSED })
  await client.enqueue('test.progress', { steps: 3, ms: 5 }, 'progress')
  await client.names(`Office ${run}`)
  if (run % 4 === 0) await client.enqueue('test.crash', {}, 'crash', 'failure')
  const letter = {
    subject: `Run ${run}`,
    message: 'Good morning',
    recipient_list: [`a${run}@x.example`, `b${run}@x.example`],
  }
  await client.enqueue('mail.send_email', letter, 'mail')
  const later = await client.effect('taken-back', { countdown: 3600, end: 'revoked' })
  await client.effect('countdown', { countdown: 30 })
  await client.revokes(later)
  await client.revokes(slept)
  await client.gathers('chord', 2)
  await client.switchesQueue('resume')
  await office.moveClock(office.now + MINUTE_MS)
  await Promise.all([client.effect('urgent', { priority: 90 }), client.effect('idle', { priority: 1 })])
}

/** Where a task has to wait for the office's clock, the clock is moved there. */
export type Unfinished = { count: number; dueAt: number | null; named: string }

/**
 * What is unfinished then is stuck. Tasks of the script take milliseconds; a machine that is busy with other work may keep
 * a starting thread waiting for a minute.
 */
const STUCK_MS = 180_000

/** Waits until every task has ended. */
export async function settles(office: DoomedOffice, unfinished: () => Unfinished): Promise<void> {
  let waited = 0
  for (let at = Date.now(); ; at = Date.now()) {
    const left = unfinished()
    if (left.count === 0) return
    if (waited > STUCK_MS) throw new Error(`stuck: ${left.named}; ${await wordSlots(office)}`)
    if (left.dueAt !== null && left.dueAt > office.now) await office.moveClock(left.dueAt + 1)
    await office.moment(10)
    waited += Math.min(Date.now() - at, 1_000) // a suite that was stopped for a while has not waited
  }
}

async function wordSlots(office: DoomedOffice): Promise<string> {
  const { body } = await office.ask('GET', '/api/inspect/stats')
  return `slots: ${JSON.stringify(body.slots)}`
}

type Effect = { ms?: number; countdown?: number; priority?: number; queue?: string; end?: End }

class Client {
  constructor(
    private readonly office: DoomedOffice,
    private readonly ledger: Ledger,
    private readonly run: number,
  ) {}

  effect(name: string, { ms = 0, end = 'success', ...options }: Effect = {}): Promise<number> {
    return this.enqueue('test.effect', { key: `${this.run}-${name}`, ms }, name, end, options)
  }

  /** With a unique key: a request that got no answer is repeated. */
  async enqueue(task: string, args: unknown, name: string, end: End = 'success', options = {}): Promise<number> {
    const what = `${this.run}-${name}`
    const { task_id } = await expectStatus(
      this.office.ask('POST', '/api/tasks', { task, args, unique_key: what, ...options }),
      202,
    )
    this.ledger.tasks.set(Number(task_id), { what, end })
    return Number(task_id)
  }

  /** A chain asked for twice is two chains: they have no key. */
  async chains(name: string, length: number): Promise<void> {
    const tasks = Array.from({ length }, (_, i) => this.#member(`${name}-${i}`))
    await this.#starts('tasks.chain', { tasks }, name)
  }

  /** The completion of a chord runs once, when all its members have. */
  async gathers(name: string, size: number): Promise<void> {
    const tasks = Array.from({ length: size }, (_, i) => this.#member(`${name}-${i}`))
    await this.#starts('tasks.chord', { tasks, completion: this.#member(`${name}-completion`) }, name)
  }

  #member(name: string) {
    return { task: 'test.effect', args: { key: `${this.run}-${name}` }, result_as: null }
  }

  async #starts(method: string, batch: unknown, name: string): Promise<void> {
    const { task_ids, completion_id } = await expectStatus(this.office.ask('POST', `/api/rpc/${method}`, batch), 200)
    for (const id of [...task_ids, ...(completion_id === null ? [] : [completion_id])])
      this.ledger.tasks.set(Number(id), { what: `${this.run}-${name}`, end: 'success' })
  }

  /** While the pause is known and its end not asked for, nothing of that queue begins. */
  async switchesQueue(to: 'pause' | 'resume'): Promise<void> {
    this.ledger.paused = null
    await expectStatus(this.office.ask('POST', `/api/queues/${PAUSED}/${to}`), 200)
    if (to === 'pause') this.ledger.paused = { queue: PAUSED, since: this.office.now }
  }

  async revokes(taskId: number): Promise<void> {
    const { state } = await expectStatus(
      this.office.ask('POST', `/api/tasks/${taskId}/revoke`, { terminate: true }),
      200,
    )
    if (state === 'REVOKED') this.ledger.revoked.add(taskId)
  }

  async names(name: string): Promise<void> {
    this.ledger.name.asked = name
    await expectStatus(this.office.ask('PUT', '/api/settings/office', { name }), 200)
    this.ledger.name = { known: name, asked: null }
  }
}

async function expectStatus(asked: ReturnType<DoomedOffice['ask']>, status: number) {
  const answer = await asked
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
