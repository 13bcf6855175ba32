/** `2026-12-01T09:00` on the wall clock of a zone. */
export function wallOf(iso: string, zone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(iso),
  )
  return text.replace(' ', 'T')
}

/** The instant of a wall-clock time in a zone; the office refuses what is none. */
export function instantOf(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return wall
  let at = asUtc
  for (let i = 0; i < 2; i++) at += asUtc - Date.parse(`${wallOf(new Date(at).toISOString(), zone)}Z`)
  return new Date(at).toISOString()
}
