/** What a spreadsheet would take for a formula: text that begins with = + - @, a tab or a carriage return. */
const FORMULA = /^[=+\-@\t\r]/
/** A plain number keeps its sign: -5, +351912345678, 1.234,56. */
const NUMBER = /^[+-]?\d[\d.,]*%?$/

/** Text that is marked already, as somebody wrote it: it gets a mark more, or reading would take its own for ours. */
const MARKED = /^'+[=+\-@\t\r]/

/** Text that no spreadsheet runs; numbers stay numbers. An apostrophe in front is how spreadsheets themselves mark text. */
export const neutralise = (text: string): string => (isDangerous(text) ? `'${text}` : keptMark(text))

/** The text so that the reader, which takes one mark off, gives it back as it is. */
export const keptMark = (text: string): string => (MARKED.test(text) ? `'${text}` : text)

export const isDangerous = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text)
