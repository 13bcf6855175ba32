const count = new Intl.NumberFormat('en-GB')

/** The words of every list. */
export const listWords = {
  filter: 'Filter',
  remove: (facet: string, value: string) => `Remove ${facet} ${value}`,
  export: 'Save as CSV',
  saving: {
    rows: (rows: number) =>
      rows === 0 ? 'The file is being made.' : `The file is being made: ${count.format(rows)} rows so far.`,
    part: (part: number) => `The file is being made: ${Math.floor(part * 100)} %.`,
    cancel: 'Cancel',
  },
  newer: (n: number, isMore: boolean) => `${n}${isMore ? ' or more' : ''} new above`,
  shows: (n: number, of: number | null, isAll: boolean) => {
    if (of !== null) return `${count.format(of)} in all`
    return isAll ? `${count.format(n)} in all` : `the newest ${count.format(n)}`
  },
} as const
