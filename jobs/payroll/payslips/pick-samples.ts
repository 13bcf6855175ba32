/** What tells payslips of a run apart. */
export type Candidate = {
  slipId: number
  netMinor: number
  /** Net of the person's last approved payslip; null: there was none. */
  beforeMinor: number | null
  lines: number
}

export type Sample<T> = { why: 'smallest' | 'median' | 'unusual'; slip: T }

/**
 * The three that show most: the smallest net, the one in the middle, and of the others the one that differs most from
 * that person's last payslip, or where nothing does, the one with the most lines. Fewer where there are fewer.
 */
export function pickSamples<T extends Candidate>(slips: readonly T[]): Sample<T>[] {
  const byNet = [...slips].sort((a, b) => a.netMinor - b.netMinor || a.slipId - b.slipId)
  const [smallest] = byNet
  if (!smallest) return []
  const median = byNet.length < 2 ? undefined : byNet[Math.max(1, Math.floor((byNet.length - 1) / 2))]
  const unusual = byNet
    .filter((slip) => slip !== smallest && slip !== median)
    .sort((a, b) => changeOf(b) - changeOf(a) || b.lines - a.lines || b.netMinor - a.netMinor || a.slipId - b.slipId)[0]
  return [
    { why: 'smallest', slip: smallest },
    ...(median ? [{ why: 'median', slip: median } as const] : []),
    ...(unusual ? [{ why: 'unusual', slip: unusual } as const] : []),
  ]
}

/** How far the net moved, against what it was. */
const changeOf = ({ netMinor, beforeMinor }: Candidate): number =>
  beforeMinor === null ? 0 : Math.abs(netMinor - beforeMinor) / Math.max(1, Math.abs(beforeMinor))
