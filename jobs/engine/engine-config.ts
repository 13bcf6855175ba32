import type { Db } from '../../db/open'
import type { Reason } from '../values/problem'
import type { Zone } from '../values/time'
import type { Clock } from './clock'
import type { AnyTask } from './define-task'
import type { Reader } from './engine'
import type { Runner } from './runner'
import type { Write } from './write'

export type EngineConfig = {
  db: Db
  clock: Clock
  zone: () => Zone
  tasks: AnyTask[]
  version: string
  reader: Reader
  /** False: nothing that waits on servers is handed out (a one-shot command). */
  network?: boolean
  /** The only queues that are worked on; all where it is not given. */
  queues?: readonly string[]
  /** Slots; the inline runner carries on where none of them can be started. */
  runner: Runner
  fallback: () => Runner
  /** In the transaction in which a task ended in FAILURE. */
  taskFailed?: (write: Write, failure: { taskId: number; task: string; reason: Reason }) => void
  /** After each commit that wrote something: the audit head goes to its file. */
  committed?: () => void
}
