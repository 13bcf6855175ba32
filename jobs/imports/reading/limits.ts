import { Problem } from '../../values/problem'

// The limits of domains/shared.md, "Imports": checked before a file costs memory. 1 MB is 1,048,576 bytes.

export const MB = 1024 * 1024
export const MAX_FILE_BYTES = 50 * MB
export const MAX_UNPACKED_BYTES = 500 * MB
export const MAX_RATIO = 100
/** Below this nothing is a bomb, and small files of repeated markup do pack better than 100:1. */
export const RATIO_FREE_BYTES = 1 * MB
export const MAX_ENTRIES = 1000
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384
/** A table of cells beyond this would keep the office busy for minutes: 50,000 × 1,000. */
export const MAX_CELLS = 50_000_000
/** What the shared texts of a workbook may take in memory. */
export const MAX_TEXT_BYTES = 128 * MB
/** One row of a text file, or one tag or text of a worksheet; a spreadsheet's cell holds 32,767 characters. */
export const MAX_TOKEN_CHARS = 4 * MB

/** A spreadsheet's cell holds no more; a longer one of a text file swallowed what follows it. */
export const MAX_CELL_CHARS = 32_767

/** Refuses what exceeds a limit, naming both. */
export function refuseOver(code: string, found: number, limit: number): void {
  if (found > limit) throw new Problem(code, { found, limit }, { kind: 'too_large' })
}

export const megabytes = (bytes: number): number => Math.ceil(bytes / MB)
