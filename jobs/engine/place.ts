import { awakeMs, type Reply } from './delivery'
import { toRunError } from './execute'
import { InFlight } from './in-flight'
import type { Handed, Lane, LossReason } from './runner'

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
  /** It holds more memory than it may and takes nothing more. */
  isGrown: boolean
  /** It is not started again. */
  isSurplus: boolean
  /** Why this place is being ended by us. */
  ending: LossReason | null
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
  isGrown: false,
  isSurplus: false,
  ending: null,
})

/** The replies of deliveries that never reached their place. */
export const failedBefore = (handed: Handed[], error: unknown): Reply[] =>
  handed.map(({ delivery }) => ({
    taskId: delivery.taskId,
    ms: 0,
    progress: null,
    outcome: { ok: false, error: toRunError(error, null) },
  }))
