import { withoutInvisible } from '../../values/invisible'
import type { Cell } from './sheet'

/**
 * A row as it stands in the file: only the cells that hold something, each with the place of its column (0 is A).
 * `fields` is how many fields a line of text had, filled or not; null in a spreadsheet, which has no such count.
 */
export type RawRow = {
  n: number
  hidden: boolean
  at: number[]
  cells: Cell[]
  fields: number | null
  isBroken: boolean
}

/** Control characters, blanks and line ends of all alphabets. */
function isBlank(code: number): boolean {
  if (code <= 32) return true
  if (code < 160) return false
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Without blanks of any kind at both ends, no-break ones too. */
export function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

const letters: string[] = []

/** 0 is A, 25 Z, 26 AA. */
export function lettersOf(column: number): string {
  let made = letters[column]
  if (made === undefined) {
    made = column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)
    made += String.fromCharCode(65 + (column % 26))
    letters[column] = made
  }
  return made
}

/** The other way round: A is 0. */
export function placeOf(letters: string): number {
  let place = 0
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64
  return place - 1
}

/**
 * What spreadsheets show where a formula failed; exports to text files carry it along, in the language of whoever exported:
 * `#VALUE!`, `#WERT!`, `#¡VALOR!`, `#N/A`, `#NV`, `#N/D`, LibreOffice's `Err:502`.
 */
const ERROR =
  /^(?:#(?:N\/[AD]|NV|[¡¿]?\p{Lu}[\p{Lu}_]*(?:\/0)?[!?]|#{2,})|(?:Err|Error|Erro|Erreur|Fehler)\s?:\s?\d{3})$/u

export function isErrorText(text: string): boolean {
  const first = text.charCodeAt(0)
  return (first === 35 || first === 69 || first === 70) && text.length < 24 && ERROR.test(text)
}

/** A cell of text; null where nothing but blanks is in it. `isSeen`: nothing invisible is known to be in it. */
export function textCell(raw: string, address: string, isSeen = false): Cell | null {
  const text = trimmed(isSeen ? raw : withoutInvisible(raw))
  if (text === '') return null
  const kind = isErrorText(text) ? 'error' : 'text'
  return { text, raw, value: null, date: null, percent: false, currency: null, kind, address }
}

export const emptyCell = (address: string): Cell => ({
  text: '',
  raw: '',
  value: null,
  date: null,
  percent: false,
  currency: null,
  kind: 'empty',
  address,
})
