import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Line = {
  workload: string
  metric: string
  value: number
  min: number
  max: number
  runs: number
  what?: string
}

/** Median, minimum and maximum of the runs of one metric. */
export function summary(workload: string, metric: string, values: number[], what?: string): Line {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2
  return {
    workload,
    metric,
    value: round(median),
    min: round(at(sorted, 0)),
    max: round(at(sorted, sorted.length - 1)),
    runs: sorted.length,
    ...(what === undefined ? {} : { what }),
  }
}

const at = (values: number[], index: number) => values[index] ?? Number.NaN
const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000)

/** The value below which the given share of the samples lies. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return at(sorted, Math.min(sorted.length - 1, Math.floor(sorted.length * share)))
}

export const seconds = (): number => Number(process.hrtime.bigint()) / 1e9

/** An empty data folder on the disk that holds the temporary files; removed when the work is done. */
export async function inEmptyFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-bench-'))
  try {
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function print(line: Line, asJson: boolean): void {
  const full = { peer: 'daybook', ...line, durability: 'SQLite WAL FULL' }
  // JSON lines either way (API.md); without --json a person gets the same lines, spaced to be read.
  console.log(asJson ? JSON.stringify(full) : JSON.stringify(full, null, 1).replaceAll(/\n\s*/g, ' '))
}
