/** `npm run test:clock` runs everything; `npm test` a seeded sample of it. */
export const isLong = process.env.DAYBOOK_CLOCK === 'long'

/** A single story, by its number, that went wrong elsewhere. */
export const onlySeed = process.env.DAYBOOK_SEED === undefined ? null : Number(process.env.DAYBOOK_SEED)

const HOURS = 3_600_000
export const TIMEOUT_MS = isLong ? 12 * HOURS : 120_000
