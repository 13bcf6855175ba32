import type { SlotStatus } from '../../engine/engine'
import type { Office } from '../office'

/** A slot starts within half a second; one that takes longer than this does not start. */
const STARTING_MS = 5_000
const LOOK_AGAIN_MS = 20

export const isAlive = (slot: SlotStatus): boolean => slot.state === 'idle' || slot.state === 'busy'

/** The slots once they have started: an office that was just opened is not asked before it can answer. */
export async function startedSlots(office: Office): Promise<SlotStatus[]> {
  const until = office.clock.awakeMs() + STARTING_MS
  for (;;) {
    const { slots, state } = office.engine.status()
    const isSettled = slots.length > 0 && slots.every((slot) => slot.state !== 'starting')
    if (isSettled || state === 'degraded' || office.clock.awakeMs() > until) return slots
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
