const n = new Intl.NumberFormat('en-GB')

/** The words of a paste into the rows of an import. */
export const pasteWords = {
  step: 'Pasted cells',
  going: (cells: number) => `${n.format(cells)} cells are being pasted.`,
  beyond: (lines: number, columns: number) =>
    `Pasted as far as there is room: ${[
      lines > 0 ? `${lines === 1 ? '1 line' : `${n.format(lines)} lines`} below the last row` : [],
      columns > 0 ? `${columns === 1 ? '1 column' : `${n.format(columns)} columns`} beyond the last one` : [],
    ]
      .flat()
      .join(' and ')} had no cell to go to.`,
  tooMany: (cells: number, most: number) => ({
    message: `The clipboard holds ${n.format(cells)} cells; ${n.format(most)} can be pasted at once. Nothing was pasted.`,
    fix: 'Paste fewer rows or columns at a time, or change the file itself and drop it again.',
  }),
}
