/** Where a command writes. Scripts read `--json`; people read short aligned lines. */
export type Output = {
  readonly isJson: boolean
  /** The command's answer: one JSON document, or what `human` makes of it. */
  answer<T>(value: T, human: (value: T) => string): void
  /** One line of a stream. */
  line(value: unknown, human: string): void
  /** Beside the answer: what a person waits for. Never on standard output. */
  aside(text: string): void
}

type Sink = { write(text: string): unknown }

export function createOutput(isJson: boolean, stdout: Sink, stderr: Sink): Output {
  return {
    isJson,
    answer: (value, human) => {
      const text = isJson ? JSON.stringify(value, null, 2) : human(value)
      if (text !== '') stdout.write(`${text}\n`)
    },
    line: (value, human) => stdout.write(`${isJson ? JSON.stringify(value) : human}\n`),
    aside: (text) => {
      if (!isJson) stderr.write(`${text}\n`)
    },
  }
}

/** Columns of equal width; a column of numbers stands right. */
export function table(heads: string[], rows: (string | number | null | undefined)[][]): string {
  if (rows.length === 0) return 'none'
  const cells = rows.map((row) => heads.map((_, i) => (row[i] === null || row[i] === undefined ? '–' : String(row[i]))))
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const isNumber = heads.map((_, i) => rows.every((row) => typeof row[i] === 'number'))
  const lineOf = (row: string[]) =>
    row
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [lineOf(heads), ...cells.map(lineOf)].join('\n')
}

/** Names and values, one a line. */
export function facts(pairs: [string, string | number | boolean | null | undefined][]): string {
  const width = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${name.padEnd(width)}  ${value ?? '–'}`).join('\n')
}

/** `2026-11-25 02:00:00 UTC`; milliseconds are for machines. */
export const shortInstant = (iso: string | null | undefined): string =>
  iso ? `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC` : '–'
