import type { ListedOffice, OfficeState } from '../../jobs/api/page-bridge'
import type { FinishedWork, RunningWork } from '../../jobs/api/shell-channel'
import type { ShellKeyring } from '../keyring'
import { OfficeProcess } from '../office-process'
import { listWords } from '../words-offices'
import { type Entry, isMissing, nameOf, newEntry } from './entries'
import type { List } from './list'
import { standingOf } from './standing'

export type OfficesListeners = {
  /** The list, or how one of its offices stands, has changed. */
  onChange(): void
  onState(id: string, state: OfficeState): void
  onFinished(id: string, work: FinishedWork): void
  /** It did not end in time when it was stopped, and was ended by force. */
  onKilled(id: string): void
}

export type OfficesConfig = { officeEntry: string; keyring: ShellKeyring }

type Told = { running: RunningWork[]; needs: number }

/** The offices of this installation, each in a process of its own: what ends one touches no other. */
export class Offices {
  readonly #processes = new Map<string, OfficeProcess>()
  readonly #told = new Map<string, Told>()
  readonly #closing = new Map<string, Promise<void>>()
  /** Offices whose folder was missing when they were to open; they have no process. */
  readonly #missing = new Map<string, OfficeState>()
  #isQuitting = false

  constructor(
    private readonly list: List,
    private readonly config: OfficesConfig,
    private readonly listeners: OfficesListeners,
  ) {}

  /** Two that are called the same are told apart by their folders. */
  get listed(): ListedOffice[] {
    const all = this.list.entries.map((entry) => this.#listedOf(entry))
    const isTwice = (name: string) => all.filter((one) => one.name === name).length > 1
    return all.map((one) => (isTwice(one.name) ? { ...one, name: `${one.name} (${one.folder})` } : one))
  }

  /** The process of an office; null while it is closed. */
  process(id: string): OfficeProcess | null {
    return this.#closing.has(id) ? null : (this.#processes.get(id) ?? null)
  }

  /** As its page is told: one that is closing opens anew when that is done. */
  state(id: string): OfficeState {
    return (this.#closing.has(id) ? null : this.#stateOf(id)) ?? { state: 'starting' }
  }

  /** What runs now, by office. */
  get atWork(): { name: string; running: RunningWork[] }[] {
    return this.list.entries.flatMap((entry) => {
      const running = this.#told.get(entry.id)?.running ?? []
      return running.length > 0 ? [{ name: nameOf(entry), running }] : []
    })
  }

  /**
   * Opens an office that is in the window or keeps working, where it is not open; what it says where it cannot is its state.
   * Rejects with the same.
   */
  async open(id: string): Promise<void> {
    await this.#closing.get(id)
    const entry = this.list.get(id)
    if (!entry || this.#isQuitting) return
    if (!entry.keepsWorking && id !== this.list.shown) return // the window has gone on while it was closing
    const present = this.#processes.get(id)
    if (present && present.state.state !== 'stopped') return
    if (isMissing(entry)) return this.#isGone(entry)
    this.#missing.delete(id)
    if (present) return present.startAgain()
    await this.#launch(entry)
    this.list.change(id, { wasOpen: true })
  }

  /** Those that work although nobody looks at them, one after the other: each start takes the computer for a moment. */
  async openKept(): Promise<void> {
    for (const { id, keepsWorking } of this.list.entries) if (keepsWorking) await this.open(id).catch(() => undefined)
  }

  /** Resolves when the office's process has ended; what runs was finished or handed back. */
  close(id: string): Promise<void> {
    const process = this.#processes.get(id)
    this.#missing.delete(id)
    if (!process) return this.#closing.get(id) ?? Promise.resolve()
    const closing =
      this.#closing.get(id) ??
      process.stop().then(() => {
        this.#closing.delete(id)
        this.#processes.delete(id)
        this.#told.delete(id)
        this.listeners.onChange()
      })
    this.#closing.set(id, closing)
    this.listeners.onChange()
    return closing
  }

  /** The window has gone to another office: this one works on, or ends in order. */
  leave(id: string): void {
    if (!this.list.get(id)?.keepsWorking) void this.close(id)
  }

  keepWorking(id: string, keepsWorking: boolean): void {
    this.list.change(id, { keepsWorking })
    if (id === this.list.shown) return
    if (keepsWorking) void this.open(id).catch(() => undefined)
    else void this.close(id)
  }

  /** Adds the office of a folder once it has opened there; rejects with why it does not, and then it is not in the list. */
  async add(folder: string): Promise<string> {
    const entry = newEntry(folder)
    try {
      await this.#launch(entry)
    } catch (error) {
      this.#processes.delete(entry.id)
      throw error
    }
    this.list.add({ ...entry, wasOpen: true })
    return entry.id
  }

  /** Takes an office off the list; its folder stays as it is. */
  async remove(id: string): Promise<void> {
    await this.close(id)
    this.list.remove(id)
  }

  woke(): void {
    for (const process of this.#processes.values()) process.woke()
  }

  async stopAll(): Promise<void> {
    this.#isQuitting = true
    await Promise.all([...this.#processes.keys()].map((id) => this.close(id)))
  }

  async #launch(entry: Entry): Promise<void> {
    const { id } = entry
    const process = new OfficeProcess(this.config.officeEntry, entry.folder, this.config.keyring, {
      onState: (state) => {
        this.listeners.onState(id, state)
        this.listeners.onChange()
      },
      onActivity: (running) => this.#hear(id, { running }),
      onFinished: (work) => this.listeners.onFinished(id, work),
      onKilled: () => this.listeners.onKilled(id),
      onStanding: ({ name, needs }) => {
        this.list.change(id, { name })
        this.#hear(id, { needs })
      },
    })
    this.#processes.set(id, process)
    await process.start()
  }

  #hear(id: string, told: Partial<Told>): void {
    this.#told.set(id, { running: [], needs: 0, ...this.#told.get(id), ...told })
    this.listeners.onChange()
  }

  #isGone({ id, folder }: Entry): void {
    const state: OfficeState = { state: 'stopped', code: 'office.folder_missing', ...listWords.missing(folder) }
    this.#processes.delete(id)
    this.#missing.set(id, state)
    this.listeners.onState(id, state)
    this.listeners.onChange()
  }

  #stateOf(id: string): OfficeState | null {
    return this.#processes.get(id)?.state ?? this.#missing.get(id) ?? null
  }

  #listedOf(entry: Entry): ListedOffice {
    const { id, folder, label, keepsWorking } = entry
    const state = this.#stateOf(id) ?? closedState(entry)
    const isShown = id === this.list.shown
    const isClosing = this.#closing.has(id)
    const told = this.#told.get(id)
    return {
      id,
      name: nameOf(entry),
      label,
      folder,
      keepsWorking,
      isShown,
      standing: standingOf({ state, isClosing, isShown }),
      isAttached: state?.state === 'running' && state.isAttached,
      running: told?.running.reduce((sum, { n }) => sum + n, 0) ?? 0,
      needs: told?.needs ?? 0,
      closing: isClosing ? (told?.running ?? []) : null,
      reason: reasonOf(state),
    }
  }
}

/** A closed office whose folder has gone is told as such before anybody tries to open it. */
const closedState = (entry: Entry): OfficeState | null =>
  isMissing(entry) ? { state: 'stopped', code: 'office.folder_missing', ...listWords.missing(entry.folder) } : null

const reasonOf = (state: OfficeState | null): ListedOffice['reason'] =>
  state?.state === 'stopped' ? { message: state.message, fix: state.fix } : null
