export type Century = '1900s' | '2000s' | 'split_30'

/** 25 in the century that was chosen; `split_30` is how spreadsheets read two digits: 00–29 are 20xx, 30–99 are 19xx. */
export function fullYear(short: number, century: Century): number {
  if (century === 'split_30') return short < 30 ? 2000 + short : 1900 + short
  return (century === '1900s' ? 1900 : 2000) + short
}
