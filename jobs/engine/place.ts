import { awakeMs, type Reply } from './delivery'
import type { SlotStatus } from './engine'
import { toRunError } from './execute'
import { InFlight } from './in-flight'
import type { Handed, Lane } from './runner'

/** A slot, or the network lane, as its supervisor knows it. */
export type Place = {
  name: string
  lane: Lane
  /** The thread it goes on with. */
  thread: string
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

export const newPlace = (name: string, lane: Lane, thread: string): Place => ({
  name,
  lane,
  thread,
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

export const statusOf = (place: Place, threadId: number | null): SlotStatus => ({
  name: place.name,
  lane: place.lane,
  state: !place.ready ? (place.ended > 0 ? 'replacing' : 'starting') : place.work.tasks ? 'busy' : 'idle',
  threadId,
  tasksDone: place.done,
  running: place.work.started(),
})

/** The replies of deliveries that never reached their place. */
export const failedBefore = (handed: Handed[], error: unknown): Reply[] =>
  handed.map(({ delivery }) => ({
    taskId: delivery.taskId,
    ms: 0,
    progress: null,
    outcome: { ok: false, error: toRunError(error, null) },
  }))
