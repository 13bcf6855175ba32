import type { Field, FieldType, Look } from '../kind'
import type { Cell } from '../reading'

/** What is longer is prose; the patterns below would take their time over it. */
const LONGEST_VALUE = 320
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/
const isEmail = (text: string): boolean => text.length <= LONGEST_VALUE && EMAIL.test(text)
const MONTH =
  /jan|feb|f[eé]v|mar|m[aä]r|apr|avr|abr|ma[iyj]|jun|jui|jul|aug|ago|ao[uû]|sep|set|oct|okt|out|nov|de[czs]/i

const isNumeric = (cell: Cell): boolean => {
  if (cell.kind === 'number') return true
  if (cell.kind !== 'text' || !/\d/.test(cell.text)) return false
  return (cell.text.match(/\p{L}/gu)?.length ?? 0) <= 3 && !/[@:]|\d[-/]\d/.test(cell.text)
}

function isDateLike(cell: Cell): boolean {
  if (cell.date !== null) return true
  const { text } = cell
  if (text.length > LONGEST_VALUE || isEmail(text)) return false
  if (/^\d{5}(\.0+)?$|^\d{8}$/.test(text)) return true // a spreadsheet's serial number, or YYYYMMDD
  if (/^\D*\d{1,4}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*\d{1,4}(\D|$)/.test(text)) return true
  return MONTH.test(text) && /\d/.test(text)
}

/** “Araújo, João”: words without a digit number nobody. */
const isWording = (text: string): boolean => /\p{L}[\s,]+\p{L}/u.test(text) && !/\d/.test(text)

const FITS: Record<FieldType, (cell: Cell) => boolean> = {
  email: (cell) => cell.text.includes('@'),
  date: isDateLike,
  integer: isNumeric,
  decimal: isNumeric,
  money: isNumeric,
  percent: isNumeric,
  phone: (cell) => (cell.text.match(/\d/g)?.length ?? 0) >= 5 && !cell.text.includes('@') && cell.date === null,
  currency: (cell) => cell.kind === 'text' && !/\d|@/.test(cell.text),
  identifier: (cell) => cell.text.length <= 64 && !isEmail(cell.text) && cell.date === null && !isWording(cell.text),
  text: (cell) => !isEmail(cell.text) && cell.date === null,
}

/** “7A”, “6e B”, “Form 1 A”; “MATH 1A” is a subject. */
const CLASS =
  /^(?:(?:form|grade|year|class|classroom|klasse|classe|clase|turma|kaksha|std|standard|level|curso|grado|s[ée]rie|ano|a[ñn]o|stufe|niveau)\.?\s*)?\d{1,2}\s*(?:er|re|[èe]me|e|st|nd|rd|th|º|ª|\.)?\s*[-/]?\s*\p{L}?$/iu
/** “Term 1”, “2º trimestre”, “Halbjahr 1”, “Q3”; “Term 1 exam” is an exam. */
const TERM =
  /^(?:\d{1,2}\s*(?:º|ª|°|er|re|[èe]me|e|st|nd|rd|th|\.)?\s*)?(?:term|trimest(?:er|re)|semest(?:er|re)|bimestre|quarter|quartal|cuatrimestre|(?:schul)?halbjahr|lapso|satra|timahi|chhamahi|[tsq])\s*\d{0,2}$/iu

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

const LOOKS: Record<Look, (cell: Cell) => boolean> = {
  words: ({ text }) => /\p{L}{2}/u.test(text),
  school_year: ({ text }) => /^\D{0,12}(19|20)\d\d/.test(text),
  class_level: ({ text }) => text.length <= 30 && !/(19|20)\d\d/.test(text),
  // “U” for urban and “R” for rural are no address, and no more is the number of a house.
  postal_address: ({ text }) => /\p{L}{2}/u.test(text) && /[\s,;\d]/u.test(text),
  subject: ({ text }) => text.length > LONGEST_VALUE || !CLASS.test(text),
  assessment: ({ text }) => text.length > LONGEST_VALUE || !TERM.test(text),
  // No account number is written with such signs; “1&1” is a firm.
  name: ({ text }) => text.length > LONGEST_VALUE || count(text, /\p{L}/gu) > count(text, /\d/g) || /[&+=]/.test(text),
  different_names: () => true,
  different_marks: () => true, // told by all of them together
}

/** A plain whole number outside of what the field can be is another column's. */
function isOutside({ text }: Cell, { type, min, max }: Measured): boolean {
  if (type !== 'integer' || !/^\d{1,9}$/.test(text)) return false
  return Number(text) < (min ?? Number.NEGATIVE_INFINITY) || Number(text) > (max ?? Number.POSITIVE_INFINITY)
}

type Measured = Pick<Field, 'type' | 'looks' | 'min' | 'max'>

/** What the values of a column say about a field: how many there were, and the share that could be meant. */
export type Evidence = { values: number; share: number }

/** Judged on a sample; error cells and empty ones say nothing. */
export function weigh(cells: readonly Cell[], field: Measured): Evidence {
  const said = cells.filter((cell) => cell.kind !== 'empty' && cell.kind !== 'error')
  const { type, looks } = field
  const fits = (cell: Cell): boolean =>
    FITS[type](cell) && (looks === undefined || LOOKS[looks](cell)) && !isOutside(cell, field)
  const fitting = said.filter(fits).length
  return { values: said.length, share: said.length === 0 ? 1 : fitting / said.length }
}

/** From here on the same small number twice is no chance. */
const ENOUGH_COUNTS = 5

/** Small whole numbers, some of them more than once: seats, doors, lessons, and nobody's number. */
export function areCounts(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '')
  if (texts.length < ENOUGH_COUNTS || new Set(texts).size === texts.length) return false
  return texts.every((text) => /^\d{1,2}$/.test(text))
}

/** From here on a name that comes again and again is no chance. */
const ENOUGH_NAMES = 8

/** A few words that come again and again are posts, places or grades, and nobody's whole name. */
export function areRepeated(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '')
  return texts.length >= ENOUGH_NAMES && new Set(texts).size * 3 <= texts.length
}

/** One and the same number in all rows is what the marks are out of, or counts for how much they count. */
export function areAllTheSame(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => text !== '')
  return texts.length >= ENOUGH_COUNTS && new Set(texts).size === 1
}

/** So many values that none fits, and the header alone no longer convinces. Fewer are taken for typing errors. */
const ENOUGH_VALUES = 8
/** Looks are told sooner: nobody mistypes three addresses as letters. */
const ENOUGH_LOOKS = 3

/** The same header over values of another kind (a "Contact" column of e-mails) is another column. */
export const speaksAgainst = (evidence: Evidence, sameName: boolean, hasLooks: boolean): boolean =>
  evidence.share === 0 && evidence.values >= (sameName ? (hasLooks ? ENOUGH_LOOKS : ENOUGH_VALUES) : 1)
