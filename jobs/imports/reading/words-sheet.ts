import type { Words } from '../../values/problem'

/** What was odd about a file that could be read, and rows of it that cannot be trusted. */
export const sheetWords: Words = {
  'import.byte_order_mark': {
    message: 'The file begins with a byte order mark; it is text in {encoding}.',
    fix: 'Nothing needs to be done.',
  },
  'import.encoding_guessed': {
    message: 'The file does not say how its letters are encoded; it was read as {encoding}, where “{example}” stands.',
    fix: 'Is that word wrong, choose another encoding, or save the list as “CSV UTF-8”.',
  },
  'import.encoding_plain': {
    message:
      'The file does not say how its letters are encoded; it was read as {encoding}. No letter of it is in doubt.',
    fix: 'Nothing needs to be done.',
  },
  'import.encoding_guessed_hint': {
    message:
      'The file does not say how its letters are encoded; it was read as {encoding}, where “{example}” stands. It may be {hint}.',
    fix: 'Is that word wrong, choose {hint} or another encoding, or save the list as “CSV UTF-8”.',
  },
  'import.separator_line': {
    message: 'The first line names the delimiter (sep=); like a spreadsheet, it was not counted as a row.',
    fix: 'Nothing needs to be done.',
  },
  'import.extension_differs': {
    message: 'The file’s name ends with “{extension}”, but it is {seems}. It was read as what it is.',
    fix: 'Nothing needs to be done.',
  },
  'import.several_sheets': {
    message: 'The workbook has several sheets; “{sheet}” was read, not {others}.',
    fix: 'Choose another sheet if the list is there.',
  },
  'import.sheets_missing': {
    message: 'The workbook names sheets that are not in the file; they were not read: {sheets}.',
    fix: 'If the list is on one of them, save the whole workbook again and drop the new file.',
  },
  'import.hidden_sheet': {
    message: 'The sheet “{sheet}”, which was read, is hidden.',
    fix: 'See whether that is the list you meant; choose another sheet if not.',
  },
  'import.hidden_columns': {
    message: 'Columns {columns} are hidden in the spreadsheet; they were read.',
    fix: 'Leave them unmapped if they are not wanted.',
  },
  'import.rows_above_header': {
    message:
      '{count} {count|row|rows} above the headers (row {row}) {count|was taken for a title|were taken for titles} and left out.',
    fix: 'Name the row of headers if it is another one.',
  },
  'import.columns_without_header': {
    message: 'Columns without a header: {columns}.',
    fix: 'Give them a header if they hold something you need.',
  },
  'import.duplicate_headers': {
    message: 'Headers that stand over more than one column: {headers}.',
    fix: 'See that the right one of them is mapped.',
  },
  'import.no_data_rows': { message: 'There is no row below the headers.', fix: 'Fill the list and drop it again.' },
  'import.invisible_removed': {
    message:
      'Characters that nobody sees were left out of {cells} {cells|cell|cells} ({columns}): marks that turn the direction of writing, or blanks without width.',
    fix: 'Look whether these cells read as they should. Joiners that a script needs, as Persian and Hindi do, have stayed.',
  },
  'import.spaces_trimmed': {
    message: 'Blanks at the beginning or end of {cells} {cells|cell|cells} were left out ({columns}).',
    fix: 'Nothing needs to be done.',
  },
  'import.blank_rows': {
    message: '{count} blank {count|row was|rows were} left out ({rows}).',
    fix: 'Nothing needs to be done.',
  },
  'import.merged_rows': {
    message:
      '{count} {count|cell is|cells are} merged over several rows ({cells}); only the first of these rows holds the value, in the others the cell is empty.',
    fix: 'If the value is that of all of them, undo the merging in the spreadsheet, fill the cells, and drop the file again.',
  },
  'import.hidden_rows': {
    message:
      '{count} {count|row is hidden in the spreadsheet; it was|rows are hidden in the spreadsheet; they were} read ({rows}).',
    fix: 'Delete them in the file, or leave them out, if they are not wanted.',
  },
  'import.totals_rows': {
    message:
      '{count} {count|row looks like a total, not like a record|rows look like totals, not like records} ({rows}).',
    fix: 'Delete {count|it|them} in the file, or leave {count|it|them} out.',
  },
  'import.headers_again': {
    message:
      '{count} {count|row repeats|rows repeat} the headers, as printed lists do on each page, and {count|was|were} left out ({rows}).',
    fix: 'Nothing needs to be done.',
  },
  'import.remark_rows': {
    message: '{count} {count|row holds|rows hold} a single text where every row above is full ({rows}).',
    fix: 'Leave them out if they are remarks on the list.',
  },
  'import.row_remark': {
    message:
      'Row {row} holds nothing but “{found}”, where every row above it is full: it seems to be a remark on the list.',
    fix: 'Leave the row out; if it is a record, fill it.',
  },
  'import.cells_outside': {
    message: '{count} {count|row has|rows have} something beside the table, first in {first}; it was left out.',
    fix: 'Give the column a header if it belongs to the list.',
  },
  'import.rows_longer': {
    message: '{count} {count|row has|rows have} more cells than there are headers ({rows}).',
    fix: 'In each, a delimiter inside a cell must stand in quotation marks.',
  },
  'import.rows_shorter': {
    message: '{count} {count|row has|rows have} fewer cells than there are headers ({rows}).',
    fix: 'See whether a line break has cut them in two; such a cell must stand in quotation marks.',
  },
  'import.quotes_malformed': {
    message: '{count} {count|row has|rows have} a quotation mark in the middle of a quoted cell ({rows}).',
    fix: 'Write such a mark twice.',
  },
  'import.row_longer': {
    message:
      'Row {row} has {found} cells where the headers have {expected}: “{beyond}” stands beyond the last one, so its values may have shifted.',
    fix: 'Put the cell that contains the delimiter in quotation marks, or remove it.',
  },
  'import.row_shorter': {
    message: 'Row {row} has {found} cells where the headers have {expected}; a line break may have cut it in two.',
    fix: 'Join the parts, or fill the row up with empty cells.',
  },
  'import.row_quotes': {
    message: 'Row {row} has a quotation mark in the middle of a quoted cell, so where its cells end is a guess.',
    fix: 'Write the mark twice, or remove it.',
  },
}
