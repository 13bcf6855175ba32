/** Names of a column, written as lists with commas: one line a language or two. */
export const names = (...lists: string[]): string[] => lists.flatMap((list) => list.split(', '))
