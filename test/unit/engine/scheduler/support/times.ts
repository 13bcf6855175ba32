import { type Instant, instant } from '../../../../../jobs/values/time'

export const at = (iso: string): Instant => instant(Date.parse(iso))
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The scheduler's work is made of promises only: one turn of the event loop lets all of it pass. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
