import type { KeyboardEvent } from 'react'

export type Cell = { row: number; column: number }

type Grid = {
  columns: number
  first: number
  last: number
  /** Rows at a time, with Page Up and Page Down. */
  page: number
  /** The row so many further down, or up; at an end, the last row there is. */
  further: (row: number, by: number) => number
}

/** Where the keys that move in a spreadsheet lead from a cell; with Ctrl, to the end. Null: the key is none of them. */
export function cellByKey({ key, ctrlKey, metaKey }: KeyboardEvent, { row, column }: Cell, grid: Grid): Cell | null {
  const { first, last, page, further } = grid
  const isFar = ctrlKey || metaKey
  const right = grid.columns - 1
  const down = (by: number): Cell => ({ row: further(row, by), column })
  switch (key) {
    case 'ArrowDown':
      return isFar ? { row: last, column } : down(1)
    case 'ArrowUp':
      return isFar ? { row: first, column } : down(-1)
    case 'ArrowRight':
      return { row, column: isFar ? right : Math.min(right, column + 1) }
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : Math.max(0, column - 1) }
    case 'PageDown':
      return down(page)
    case 'PageUp':
      return down(-page)
    case 'Home':
      return { row: isFar ? first : row, column: 0 }
    case 'End':
      return { row: isFar ? last : row, column: right }
    default:
      return null
  }
}
