const DAY_MS = 86_400_000

/** The ISO 8601 week of the day that a moment falls on in a zone: weeks begin on Monday, week 1 has the first Thursday. */
export function weekOf(zone: string, now: Date): number {
  const day = Date.parse(`${new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)}T00:00:00Z`)
  const thursday = new Date(day + (4 - (new Date(day).getUTCDay() || 7)) * DAY_MS)
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - firstDay) / DAY_MS / 7) + 1
}
