import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { OfficeState } from '../jobs/api/page-bridge'
import type { FinishedWork, FromOffice, RunningWork, ToOffice } from '../jobs/api/shell-channel'
import type { ShellKeyring } from './keyring'
import { words } from './words'

export type OfficeListeners = {
  onState(state: OfficeState): void
  onActivity(running: RunningWork[]): void
  onFinished(work: FinishedWork): void
  /** It did not end in time when it was stopped, and was ended by force. */
  onKilled(): void
  /** What it calls itself, and how many things wait for a person in it. */
  onStanding(standing: { name: string; needs: number }): void
}

/** An office that ends so often within a minute would only go on ending. */
const MOST_ENDS = 3
const ENDS_WITHIN_MS = 60_000
/** The office gives what runs ten seconds; what is not gone then never goes by itself. */
const STOP_DEADLINE_MS = 15_000

/** The office in a utility process of its own: started, started again when it ends unexpectedly, stopped in order. */
export class OfficeProcess {
  #child: UtilityProcess | null = null
  #isStopping = false
  #ends: number[] = []
  #state: OfficeState = { state: 'starting' }
  #running: RunningWork[] = []

  constructor(
    private readonly entry: string,
    private readonly dataFolder: string,
    private readonly keyring: ShellKeyring,
    private readonly listeners: OfficeListeners,
  ) {}

  get state(): OfficeState {
    return this.#state
  }

  /** What runs now, as the office last said. */
  get running(): RunningWork[] {
    return this.#running
  }

  /** Resolves when the office is open; rejects in its own words where it cannot open (folder in use, newer database). */
  async start(): Promise<void> {
    this.#tell({ state: 'starting' })
    try {
      const isAttached = await this.#launch()
      this.#tell({ state: 'running', restartedAt: null, isAttached })
    } catch (error) {
      this.#couldNot(error)
      throw error
    }
  }

  /** After `stopped`: one more try. */
  async startAgain(): Promise<void> {
    if (this.#state.state !== 'stopped') return
    this.#ends = []
    await this.#restart()
  }

  /** A page's end of a new port to the office; null while it does not run. */
  openPort(): MessagePortMain | null {
    if (this.#state.state !== 'running') return null
    const { port1, port2 } = new MessageChannelMain()
    this.#post({ type: 'port' }, [port1])
    return port2
  }

  woke(): void {
    this.#post({ type: 'woke' })
  }

  /** Resolves when the process has ended: in order, what runs being finished or handed back, or by force after the deadline. */
  stop(): Promise<void> {
    this.#isStopping = true
    const child = this.#child
    if (!child) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#kill(child), STOP_DEADLINE_MS)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#post({ type: 'stop' })
    })
  }

  /**
   * By SIGKILL: `child.kill()` would send SIGTERM, which an office that hears nothing any more does not hear either. What
   * it had acknowledged is kept, and what ran is decided at its next start.
   */
  #kill(child: UtilityProcess): void {
    if (child.pid === undefined) return // it has ended, and its end is on the way
    process.kill(child.pid, 'SIGKILL')
    this.listeners.onKilled()
  }

  /** Resolves when the office answers: true where another process runs it. */
  #launch(): Promise<boolean> {
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: 'Daybook office',
      env: { ...process.env, DAYBOOK_DATA: this.dataFolder },
      stdio: 'inherit',
    })
    this.#child = child
    let isOpen = false
    return new Promise((resolve, reject) => {
      child.on('message', (message: FromOffice) => {
        if (message.type === 'ready') {
          isOpen = true
          resolve(message.isAttached)
        } else if (message.type === 'refused') reject(new Refused(message.code, message.message, message.fix))
        else this.#hear(message)
      })
      child.once('exit', () => {
        this.#child = null
        this.#running = []
        this.listeners.onActivity([])
        if (isOpen) this.#ended()
        else reject(new Refused('', words.endedAtStart, ''))
      })
    })
  }

  #hear(message: Exclude<FromOffice, { type: 'ready' | 'refused' }>): void {
    if (message.type === 'activity') {
      this.#running = message.running
      this.listeners.onActivity(message.running)
    }
    if (message.type === 'finished') this.listeners.onFinished(message.work)
    if (message.type === 'standing') this.listeners.onStanding({ name: message.name, needs: message.needs })
    if (message.type === 'keyring') void this.#askKeyring(message.id, message.ask, message.bytes)
  }

  async #askKeyring(id: number, ask: 'seal' | 'unseal', bytes: Uint8Array): Promise<void> {
    const answer = await this.keyring[ask](bytes).catch(() => null)
    this.#post({ type: 'keyring_answer', id, bytes: answer })
  }

  /** It was open and has ended without having been asked to. */
  #ended(): void {
    if (this.#isStopping) return
    const now = Date.now()
    this.#ends = [...this.#ends.filter((at) => at > now - ENDS_WITHIN_MS), now]
    if (this.#ends.length > MOST_ENDS) this.#tell({ state: 'stopped', code: '', ...words.keepsEnding })
    else void this.#restart()
  }

  async #restart(): Promise<void> {
    this.#tell({ state: 'restarting' })
    try {
      const isAttached = await this.#launch()
      this.#tell({ state: 'running', restartedAt: new Date().toISOString(), isAttached })
    } catch (error) {
      this.#couldNot(error)
    }
  }

  #couldNot(error: unknown): void {
    if (this.#isStopping) return
    const { code, message, fix } = error instanceof Refused ? error : new Refused('', String(error), '')
    this.#tell({ state: 'stopped', code, message, fix })
  }

  #tell(state: OfficeState): void {
    this.#state = state
    this.listeners.onState(state)
  }

  #post(message: ToOffice, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(message, ports)
  }
}

/** Why the office does not open, in its own words. */
export class Refused extends Error {
  constructor(
    /** Empty where it ended without saying why. */
    readonly code: string,
    message: string,
    readonly fix: string,
  ) {
    super(message)
  }
}
