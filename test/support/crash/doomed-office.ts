import type { ChildProcess } from 'node:child_process'
import { type Answer, startOffice, type TestOffice } from '../office'
import { type Kill, wordKill } from './kill'

/**
 * A real office process that is killed again and again on one folder, and started at once each time. Who asks it survives:
 * what got no answer is asked again.
 */
export class DoomedOffice {
  /** How many SIGKILLs it has died of. */
  deaths = 0
  /** Of which planned ones: in this order, what each was planned as. */
  readonly story: string[] = []
  #office: TestOffice | null = null
  #process: ChildProcess | null = null
  #starting: Promise<TestOffice> | null = null
  #next: Kill[] = []
  #pending: Kill | null = null
  #killing: NodeJS.Timeout | null = null
  /** Where the office's clock was last set, and when. */
  #clock: { at: number; setAt: number }

  /** `checked`: after each start that came as far as serving, with how long that took from the start of its process. */
  constructor(
    readonly folder: string,
    now: number,
    private readonly checked: (office: TestOffice, readyMs: number) => Promise<void>,
  ) {
    this.#clock = { at: now, setAt: Date.now() }
  }

  /** Milliseconds; runs on as the office's does. */
  get now(): number {
    return this.#clock.at + Date.now() - this.#clock.setAt
  }

  get hasKillsLeft(): boolean {
    return this.#pending !== null || this.#next.length > 0
  }

  /** The kills to come: the first one for the life it leads now. */
  async dooms(kills: Kill[]): Promise<void> {
    const [first, ...rest] = kills
    this.#next = rest
    const office = await this.#living()
    if (!first) return
    this.#pending = first
    if ('ms' in first) this.#doom(office.kill, first)
    else await office.api('POST', '/api/test/fault', { point: first.point, action: 'kill', nth: first.nth })
  }

  /** Whatever was planned for this life has not come: it ends here. */
  async killsNow(): Promise<void> {
    const office = await this.#living()
    this.#pending ??= { at: 'instant', ms: 0 }
    await office.kill()
    await this.#revived(office)
  }

  async moveClock(to: number): Promise<void> {
    this.#clock = { at: Math.max(to, this.now), setAt: Date.now() }
    await this.ask('POST', '/api/test/clock', { now: new Date(this.now).toISOString() })
  }

  /** Asks, and where the office dies before it answers, asks the next one again. */
  async ask(verb: string, path: string, body?: unknown): Promise<Answer> {
    for (;;) {
      const office = await this.#living()
      try {
        return await office.api(verb, path, body)
      } catch (error) {
        // fetch fails only where nobody answers: the office is gone, or is about to be.
        if (!(error instanceof TypeError)) throw error
        await this.#revived(office)
      }
    }
  }

  /** Waits a moment, less where the office dies in it. */
  async moment(ms: number): Promise<void> {
    const office = await this.#living()
    const died = await Promise.race([
      office.exited.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), ms)),
    ])
    if (died) await this.#revived(office)
  }

  /** Also where it did not come as far as living. */
  async ends(): Promise<void> {
    if (this.#killing) clearTimeout(this.#killing)
    if (this.#office) await this.#office.stop()
    else this.#process?.kill('SIGKILL')
  }

  #living(): Promise<TestOffice> {
    if (this.#office) return Promise.resolve(this.#office)
    this.#starting ??= this.#start().finally(() => {
      this.#starting = null
    })
    return this.#starting
  }

  /** Several may find it dead at once; it is started once. */
  async #revived(dead: TestOffice): Promise<void> {
    await dead.exited
    if (this.#office === dead) {
      this.#office = null
      this.#died()
    }
    await this.#living()
  }

  #died(): void {
    if (this.#killing) clearTimeout(this.#killing)
    this.#killing = null
    if (!this.#pending) throw new Error('the office ended, and nobody had killed it')
    this.story.push(wordKill(this.#pending))
    this.#pending = null
    this.deaths++
  }

  async #start(): Promise<TestOffice> {
    for (;;) {
      const kill = this.#next.shift() ?? null
      this.#pending = kill
      let signal: string | null = null
      const startedAt = performance.now()
      const spawned = (child: ChildProcess) => {
        this.#process = child
        child.once('exit', (_code, by) => {
          signal = by
        })
        if (kill?.at === 'instant_of_start') this.#doom(() => child.kill('SIGKILL'), kill)
      }
      const armed = kill && 'nth' in kill ? { environment: { DAYBOOK_TEST_FAULT: `${kill.point}:${kill.nth}` } } : {}
      const now = new Date(this.now).toISOString()
      const office = await startOffice({ folder: this.folder, now, spawned, ...armed }).catch((error: unknown) => {
        if (signal !== 'SIGKILL') throw error
        return null
      })
      if (office === null) {
        this.#died()
        continue
      }
      const readyMs = performance.now() - startedAt
      if (kill?.at === 'instant') this.#doom(office.kill, kill)
      await this.checked(office, readyMs)
      this.#office = office
      return office
    }
  }

  /** A timer counts whole milliseconds; the part of one is waited for in place. */
  #doom(kill: () => unknown, { ms }: { ms: number }): void {
    const at = performance.now() + ms
    this.#killing = setTimeout(() => {
      while (performance.now() < at);
      kill()
    }, Math.floor(ms))
  }
}
