import { createHash } from 'node:crypto'
import type { Instant } from '../../values/time'

/**
 * Seconds (0 to `jitterS`) by which the task of an occurrence starts after its instant: evenly spread, and the same
 * whenever it is asked for, so that a restart in between changes nothing.
 */
export function jitterSeconds(scheduleId: number, due: Instant, jitterS: number): number {
  if (jitterS <= 0) return 0
  return createHash('sha256').update(`${scheduleId}/${due}`).digest().readUInt32BE(0) % (jitterS + 1)
}
