import { setAside } from '../../db/set-aside'
import type { Actor, OfficeEvent } from '../engine/write'
import { type RestoreDone, restoreBackup } from '../maintenance'
import { type OfficeConfig, type OpenedOffice, openOffice } from '../office'
import { type Instant, instant, toIso } from '../values/time'
import type { Office } from './office'
import type { OfficePlace } from './router'

/** How long calls that are under way may take to end before the office they work on is closed. */
const LAST_CALLS_MS = 5_000

/** An office that can be taken out of its folder and followed by another one while windows stay open. */
export type Reopening = OfficePlace & {
  /** By the clock of the office that is (or was last) open. */
  now(): Instant
  close(): Promise<void>
}

export async function openReopening(config: OfficeConfig): Promise<Reopening> {
  const held = new Held(config)
  await held.open(config.sample)
  return held
}

class Held implements Reopening {
  readonly #config: Omit<OfficeConfig, 'sample'>
  readonly #listeners = new Set<(event: OfficeEvent) => void>()
  #opened: OpenedOffice | null = null
  #now = () => instant(Date.now())
  #changing: Promise<void> | null = null
  #calls = 0
  #quiet: (() => void) | null = null

  constructor({ sample: _, ...config }: OfficeConfig) {
    this.#config = config
  }

  get office(): Office {
    if (!this.#opened) throw new Error('the office is closed')
    return this.#opened.office
  }

  async open(sample: OfficeConfig['sample']): Promise<void> {
    const opened = await openOffice(sample ? { ...this.#config, sample } : this.#config)
    opened.office.renew = (next) => this.#renew(next)
    opened.office.restore = (file, actor) => this.#restore(file, actor)
    opened.office.engine.onEvent((event) => this.#tell(event))
    this.#opened = opened
    this.#now = opened.office.clock.now
  }

  /** On the office of the moment; while one office follows another, it waits for the new one. */
  async during<T>(work: (office: Office) => T | Promise<T>): Promise<T> {
    while (this.#changing) await this.#changing
    this.#calls++
    try {
      return await work(this.office)
    } finally {
      this.#calls--
      if (this.#calls <= 1) this.#quiet?.()
    }
  }

  onEvent(listener: (event: OfficeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  now(): Instant {
    return this.#now()
  }

  async close(): Promise<void> {
    while (this.#changing) await this.#changing
    await this.#opened?.close()
    this.#opened = null
  }

  #tell(event: OfficeEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  #renew({ asideAs, sample }: { asideAs: string; sample?: { seed: number } }): Promise<string> {
    return this.#replace((folder, now) => setAside(folder, `${asideAs}-${toIso(now).replace(/[:.]/g, '-')}`), sample)
  }

  #restore(file: string, actor: Actor): Promise<RestoreDone> {
    return this.#replace((folder, now) => restoreBackup(folder, file, { now, actor }))
  }

  /**
   * Closes the office, does something to its folder and opens what is there then. Called from within a call: that one is
   * not waited for. Whatever fails, an office is opened again: the same one, or a fresh one where a sample cannot be made.
   */
  async #replace<T>(work: (folder: string, now: Instant) => T | Promise<T>, sample?: { seed: number }): Promise<T> {
    while (this.#changing) await this.#changing
    let done = () => {}
    this.#changing = new Promise((resolve) => {
      done = resolve
    })
    try {
      const { folder, clock } = this.office
      const now = clock.now()
      await this.#lastCalls()
      await this.#opened?.close()
      this.#opened = null
      const outcome = await work(folder, now)
      await this.open(sample)
      return outcome
    } catch (error) {
      if (!this.#opened) await this.open(undefined)
      throw error
    } finally {
      this.#changing = null
      done()
      if (this.#opened) this.#tell({ type: 'office_changed' }) // else there is none to look at
    }
  }

  #lastCalls(): Promise<void> {
    if (this.#calls <= 1) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LAST_CALLS_MS)
      this.#quiet = () => {
        clearTimeout(timer)
        this.#quiet = null
        resolve()
      }
    })
  }
}
