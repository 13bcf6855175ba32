/** The words of every list. */
export const listWords = {
  filter: 'Filter',
  remove: (facet: string, value: string) => `Remove ${facet} ${value}`,
  export: 'Save as CSV',
  newer: (n: number, isMore: boolean) => `${n}${isMore ? ' or more' : ''} new above`,
  shows: (n: number, of: number | null, isAll: boolean) => {
    const count = new Intl.NumberFormat('en-GB')
    if (of !== null) return `${count.format(of)} in all`
    return isAll ? `${count.format(n)} in all` : `the newest ${count.format(n)}`
  },
} as const
