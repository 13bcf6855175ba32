import type { Reason } from '../../../values/problem'
import { placeOf } from '../cell'
import type { Merge } from '../header'
import { decodedPart } from './part'
import type { ZipEntry } from './zip-directory'

/** Headers stand above; what is merged further down is not asked for. */
const DEEPEST_ROW = 200
const MOST = 2000

/**
 * What is merged sideways in the first rows of a worksheet. It stands behind all of the rows, so it is only looked for
 * where the headers leave gaps, and then as text: nothing else of what is passed on the way is read.
 */
export async function readMerges(file: string, entry: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  let isInside = false
  for await (const piece of decodedPart(file, entry)) {
    const text = rest + piece
    const start = isInside ? 0 : text.indexOf('mergeCells')
    if (start < 0) {
      rest = text.slice(-16)
      continue
    }
    isInside = true
    for (const [, ref = ''] of text.slice(start).matchAll(/mergeCell\s[^>]*?ref="([^"]{1,40})"/g)) {
      const merge = mergeOf(ref)
      if (merge) merges.push(merge)
      if (merges.length >= MOST) return merges
    }
    rest = text.slice(Math.max(text.lastIndexOf('<'), start))
    if (text.includes('/mergeCells', start)) return merges
  }
  return merges
}

/** `C2:E2`: one row, several columns. */
function mergeOf(ref: string): Merge | null {
  const [, from = '', row = '', to = ''] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})\d+$/.exec(ref) ?? []
  const [first, last] = [placeOf(from), placeOf(to)]
  return row !== '' && last > first && Number(row) <= DEEPEST_ROW ? { row: Number(row), first, last } : null
}

/** Cells of a column or more that a workbook shows as one over several rows: their range, and the last of the rows. */
export type TallMerge = { cells: string; last: number }

/** `C5:C9`: all but the first of these rows are empty there, and nobody sees it. */
export function tallMergeOf(ref: string): TallMerge | null {
  const [, first = '', last = ''] = /^[A-Z]{1,3}(\d+):[A-Z]{1,3}(\d+)$/.exec(ref) ?? []
  return Number(last) > Number(first) ? { cells: ref, last: Number(last) } : null
}

const MOST_NAMED = 10

/** What is merged over several records. */
export function oddMerges(merges: readonly TallMerge[], headerRow: number): Reason[] {
  const below = merges.filter(({ last }) => last > headerRow)
  if (below.length === 0) return []
  const named = below.slice(0, MOST_NAMED).map(({ cells }) => cells)
  const cells = named.join(', ') + (below.length > named.length ? ', …' : '')
  return [{ code: 'import.merged_rows', params: { count: below.length, cells } }]
}
