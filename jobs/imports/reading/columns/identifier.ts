import type { Parsed } from '../column-types'
import type { Cell } from '../sheet'

/** Spreadsheets keep 15 significant digits; of a longer number the rest has become zeros. */
const MOST_DIGITS = 15

/**
 * A number that names something: leading zeros stay, and the 10084.0 that a spreadsheet or an export makes of 10084 is
 * the same; 1.000 is not, it may be a thousand or a number of its own. What a spreadsheet has shortened (`1.23E+15`, more than 15 digits) is a problem, since digits are lost.
 */
export function parseIdentifier(cell: Cell): Parsed {
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    if (Math.abs(cell.value) >= 10 ** MOST_DIGITS) {
      return { problem: { code: 'import.identifier_shortened', params: { found: cell.text } } }
    }
    return { value: cell.text }
  }
  if (/^\d([.,]\d+)?E\+?\d+$/.test(cell.text)) {
    return { problem: { code: 'import.identifier_shortened', params: { found: cell.text } } }
  }
  return { value: cell.text.replace(/^(\d+)\.0{1,2}$/, '$1') }
}
