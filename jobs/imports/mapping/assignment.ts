/**
 * Pairs rows with columns of a table of gains so that the gains add up to the most (Kuhn and Munkres, shortest augmenting
 * paths). A gain of 0 or less is no pair. Answers with each row's column, or null.
 */
export function bestPairs(gains: readonly (readonly number[])[]): (number | null)[] {
  const rows = gains.length
  // Each row may stay alone: as many columns that gain nothing.
  const width = Math.max(0, ...gains.map((row) => row.length)) + rows
  const cost = (row: number, column: number): number => -Math.max(0, gains[row]?.[column] ?? 0)
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(width + 1)
  /** By column, from 1: the row it is paired with; 0: none. */
  const rowOf = new Int32Array(width + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(width + 1)
    const isDone = new Uint8Array(width + 1)
    let at = 0
    do {
      isDone[at] = 1
      const here = rowOf[at] ?? 0
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= width; column++) {
        if (isDone[column]) continue
        const over = cost(here - 1, column - 1) - (rowPrice[here] ?? 0) - (columnPrice[column] ?? 0)
        if (over < (least[column] ?? 0)) {
          least[column] = over
          before[column] = at
        }
        if ((least[column] ?? 0) < step) {
          step = least[column] ?? 0
          next = column
        }
      }
      for (let column = 0; column <= width; column++) {
        if (isDone[column]) {
          const paired = rowOf[column] ?? 0
          rowPrice[paired] = (rowPrice[paired] ?? 0) + step
          columnPrice[column] = (columnPrice[column] ?? 0) - step
        } else least[column] = (least[column] ?? 0) - step
      }
      at = next
    } while (rowOf[at] !== 0)
    while (at !== 0) {
      const from = before[at] ?? 0
      rowOf[at] = rowOf[from] ?? 0
      at = from
    }
  }
  const pairs: (number | null)[] = Array.from({ length: rows }, () => null)
  for (let column = 1; column <= width; column++) {
    const row = (rowOf[column] ?? 0) - 1
    if (row >= 0 && (gains[row]?.[column - 1] ?? 0) > 0) pairs[row] = column - 1
  }
  return pairs
}
