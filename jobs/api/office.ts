import type { Db } from '../../db/open'
import type { TestClock } from '../engine/clock'
import type { Engine } from '../engine/engine'
import type { FileStore } from '../engine/file-store'
import type { Scheduler } from '../engine/scheduler'
import type { Actor } from '../engine/write'
import type { RestoreDone } from '../maintenance'
import type { SecretStore } from '../shared/secrets'
import type { Waiting } from '../values/waiting'
import type { Role } from './method'
import type { Session } from './session'

/** What the handlers of the API work on: one open office. */
export type Office = {
  folder: string
  db: Db
  engine: Engine
  /** Null in a one-shot command, which runs without scheduler and outbox. */
  scheduler: Scheduler | null
  files: FileStore
  secrets: SecretStore
  clock: TestClock
  version: string
  testMode: boolean
  /**
   * Takes the office of this folder aside, whole, and opens a fresh one (or a sample one) in its place; answers with where
   * the old one lies. This object is closed then. Missing where the office is open for one command.
   */
  renew?: (next: { asideAs: string; sample?: { seed: number } }) => Promise<string>
  /** Puts a backup in the office's place in the same way. Refuses as `restoreBackup` does, and then nothing is changed. */
  restore?: (file: string, actor: Actor) => Promise<RestoreDone>
}

export type Caller = {
  actor: Actor
  role: Role
  name: string
  /** The window it comes from; without one it is a script with the token, or a command on the data folder itself. */
  session?: Session
  /** Of a file that may take long: who waits for it. */
  waiting?: Waiting
}

export type Handler<Input, Output> = (office: Office, input: Input, caller: Caller) => Output | Promise<Output>

/** One handler per method of a contract: `{ [name]: handler }`, checked against the contract's types. */
export type HandlersOf<C extends Record<string, { input: { _output: unknown }; output: { _output: unknown } }>> = {
  [M in keyof C]: Handler<C[M]['input']['_output'], C[M]['output']['_output']>
}
