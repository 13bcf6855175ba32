import type { Words } from '../../values/problem'
import { fileWords } from './words-file'
import { sheetWords } from './words-sheet'

/** Why one cell cannot be read as its column is meant. */
const cellWords: Words = {
  'import.cell_is_error': {
    message: 'The spreadsheet shows the error {found} instead of a value.',
    fix: 'Mend the formula in the spreadsheet, or type the value.',
  },
  'import.formula_without_value': {
    message: 'Cell {cell} holds a formula ({formula}) whose result was not saved with the file.',
    fix: 'Open the file in Excel or LibreOffice, save it, and drop it again; or type the value.',
  },
  'import.cell_too_long': {
    message: 'This cell holds {found} characters; {limit} are allowed.',
    fix: 'See whether a quotation mark that is not closed has joined several rows; else shorten the text.',
  },
  'import.nothing_in_words': {
    message: 'A program has written {found} here, which is its word for “nothing”.',
    fix: 'Empty the cell, or type the value.',
  },
  'import.identifier_shortened': {
    message: 'The spreadsheet has shortened this number to {found}; its last digits are lost.',
    fix: 'Format the column as text in the spreadsheet, type the numbers again, or type the number here.',
  },
  'import.date_for_text': {
    message: 'The spreadsheet holds the date {found} here; it may have made it of something else, such as 1-2 or 3/4.',
    fix: 'Type what was meant; in the spreadsheet, format the column as text before typing it again.',
  },
  'import.phone_invalid': {
    message: '“{found}” is no phone number.',
    fix: 'Write digits, with blanks, brackets or hyphens between them and a + in front if needed.',
  },

  'import.not_a_number': { message: '“{found}” is no number.', fix: 'Write digits only, such as 1234.56.' },
  'import.dash_for_number': {
    message: '“{found}” may mean zero or nothing.',
    fix: 'Write 0, or leave the cell empty.',
  },
  'import.number_in_exponent': {
    message: '“{found}” is a shortened number; its last digits may be lost.',
    fix: 'Show the column with all digits in the spreadsheet and save it again, or type the number.',
  },
  'import.number_ambiguous': {
    message: '“{found}” can be read as thousands or as decimals.',
    fix: 'Say how numbers are written in this column, or type the number without a separator for thousands.',
  },
  'import.number_other_style': {
    message: '“{found}” is not written like the other numbers of this column ({expected}).',
    fix: 'Write it like them.',
  },
  'import.number_too_large': { message: '{found} is too large.', fix: 'See whether digits were typed twice.' },
  'import.half_a_cent': {
    message: '{found} has more decimals than {currency} has ({decimals}); it is not rounded silently.',
    fix: 'Round it in the spreadsheet, or type the amount.',
  },
  'import.too_many_decimals': {
    message: '{found} has more than {decimals} decimals; it is not rounded silently.',
    fix: 'Round it in the spreadsheet, or type the number.',
  },
  'import.not_whole': { message: '{found} is no whole number.', fix: 'Type a whole number.' },
  'import.below_minimum': { message: '{found} is below {min}.', fix: 'Type a number from {min} on.' },
  'import.above_maximum': { message: '{found} is above {max}.', fix: 'Type a number up to {max}.' },
  'import.other_currency': {
    message: '{found} is not in the office’s currency: {sign} is not {currency}.',
    fix: 'Type the amount in {currency}.',
  },
  'import.row_in_other_currency': {
    message: 'The amounts of this row are in “{found}”; the office keeps its books in {currency}.',
    fix: 'Type the amounts in {currency} and {currency} here, or take the row out of the file.',
  },
  'import.currency_unexpected': {
    message: '{found} is an amount of money ({sign}); a plain number was expected.',
    fix: 'Remove the sign, or map another column.',
  },
  'import.percent_unexpected': {
    message: '{found} is a percentage; a plain number was expected.',
    fix: 'Type the number itself, or map another column.',
  },
  'import.percent_scale_unknown': {
    message: 'Whether {found} means percent or a fraction of one is not known.',
    fix: 'Say it for this column, or write the % sign.',
  },
  'import.date_for_number': {
    message: '{found} is a date; a number was expected.',
    fix: 'Format the cell as a number in the spreadsheet, or map another column.',
  },
  'import.time_for_number': {
    message: '{found} is a time of day or a length of time, which a spreadsheet counts in days; a number was expected.',
    fix: 'Type the number itself, such as 6.5 for six and a half hours, or map another column.',
  },

  'import.not_a_date': { message: '“{found}” is no date.', fix: 'Write it as 2025-04-03.' },
  'import.number_for_date': {
    message: '{found} is a number; a date was expected. It may be a date whose format was lost.',
    fix: 'Format the column as a date in the spreadsheet, or type the date as 2025-04-03.',
  },
  'import.date_impossible': {
    message: 'There is no such day as {found}.',
    fix: 'Type the day that was meant, as 2025-04-03.',
  },
  'import.date_out_of_range': {
    message: '{found} lies in the year {year}; years from 1900 to 2199 are expected.',
    fix: 'Type the year with four digits.',
  },
  'import.date_ambiguous': {
    message: '{found} can be read with the day first or the month first.',
    fix: 'Say how dates are written in this column, or type it as 2025-04-03.',
  },
  'import.date_other_order': {
    message: '{found} cannot be read like the other dates of this column ({expected}).',
    fix: 'Type the day that was meant, as 2025-04-03.',
  },
  'import.two_digit_year': {
    message: '{found} has a year of two digits, whose century is not known.',
    fix: 'Say which century is meant in this column, or type the year with four digits.',
  },
  'import.date_without_day': {
    message: '{found} names a month but no day.',
    fix: 'Type the day that was meant, as 2025-04-03.',
  },
  'import.date_with_zone': {
    message: '{found} is an instant with a time zone; which day it is depends on the place.',
    fix: 'Type the day alone, as 2025-04-03.',
  },
}

export const readingWords: Words = { ...fileWords, ...sheetWords, ...cellWords }
