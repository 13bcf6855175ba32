const CLOCK = /^([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?$/

/** `9`, `915`, `9.15` and `09:15` as `09:15`; null for what is no time of the day. */
export function clockOf(typed: string): string | null {
  const [, hour, minute = '00'] = CLOCK.exec(typed.trim()) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}
