/** What a spreadsheet would take for a formula: text that begins with = + - @, a tab or a carriage return. */
const FORMULA = /^[=+\-@\t\r]/
/** A plain number keeps its sign: -5, +351912345678, 1.234,56. */
const NUMBER = /^[+-]?\d[\d.,]*%?$/

/** Text that no spreadsheet runs; numbers stay numbers. An apostrophe in front is how spreadsheets themselves mark text. */
export const neutralise = (text: string): string => (isDangerous(text) ? `'${text}` : text)

export const isDangerous = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text)
