import { awakeMs, type Reply } from './delivery'
import { toRunError } from './execute'
import { InFlight } from './in-flight'
import type { Handed, Lane } from './runner'

/** A slot, or the network lane, as its supervisor knows it. */
export type Place = {
  name: string
  lane: Lane
  ready: boolean
  work: InFlight
  done: number
  failedStarts: number
  tasksSince: number
  idleSince: number
  /** It holds more memory than it may, or erred after a task's end: it takes nothing more and is replaced once idle. */
  isWorn: boolean
  /** How many of its threads have ended. */
  ended: number
  /** It is not started again. */
  isSurplus: boolean
}

export const newPlace = (name: string, lane: Lane): Place => ({
  name,
  lane,
  ready: false,
  work: new InFlight(lane === 'slots'),
  done: 0,
  failedStarts: 0,
  tasksSince: 0,
  idleSince: awakeMs(),
  isWorn: false,
  ended: 0,
  isSurplus: false,
})

/** The replies of deliveries that never reached their place. */
export const failedBefore = (handed: Handed[], error: unknown): Reply[] =>
  handed.map(({ delivery }) => ({
    taskId: delivery.taskId,
    ms: 0,
    progress: null,
    outcome: { ok: false, error: toRunError(error, null) },
  }))
