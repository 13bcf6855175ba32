import type { Words } from '../../values/problem'

/** Why a file as a whole cannot be read. */
export const fileWords: Words = {
  'import.empty_file': { message: '“{file}” is empty.', fix: 'Export the list again and drop the new file.' },
  'import.file_too_large': {
    message: '“{file}” has {found} MB; a file may have {limit} MB.',
    fix: 'Split the list into several files, each with the row of headers.',
  },
  'import.not_a_spreadsheet': {
    message: '“{file}” is no spreadsheet and no text list; it seems to be {seems}.',
    fix: 'Save the list as xlsx or csv in the program it comes from, and drop that file.',
  },
  'import.old_excel': {
    message: '“{file}” is an Excel file of the old kind (xls), which is not read.',
    fix: 'Open it in Excel or LibreOffice, choose “Save as”, Excel Workbook (.xlsx), and drop the new file.',
  },
  'import.binary_workbook': {
    message: '“{file}” is a binary Excel workbook (xlsb), which is not read.',
    fix: 'Open it in Excel, choose “Save as”, Excel Workbook (.xlsx), and drop the new file.',
  },
  'import.password_protected': {
    message: '“{file}” is protected by a password, so nothing in it can be read.',
    fix: 'Open it with the password, remove it (Excel: File, Info, Protect Workbook, Encrypt with Password; LibreOffice: Save as, without “Save with password”), and drop the file saved so.',
  },
  'import.apple_numbers': {
    message: '“{file}” is a Numbers spreadsheet, which is not read.',
    fix: 'In Numbers choose “Export to”, Excel, and drop the xlsx file.',
  },
  'import.xlsx_damaged': {
    message: 'The workbook is damaged: {detail}.',
    fix: 'Open it in Excel or LibreOffice, which may repair it, save it as xlsx, and drop the new file.',
  },
  'import.encrypted_entry': {
    message: 'Inside the file, “{entry}” is encrypted.',
    fix: 'Save the workbook without a password and drop it again.',
  },
  'import.xlsx_dtd': {
    message: 'Inside the workbook, “{part}” defines a document type (DTD). Spreadsheets have none; it could do harm.',
    fix: 'Open the file in Excel or LibreOffice, save it as xlsx, and drop the new file.',
  },
  'import.too_many_entries': {
    message: 'The workbook holds {found} parts; {limit} are allowed.',
    fix: 'Copy the list into a new workbook without pictures and drop that.',
  },
  'import.unpacked_too_large': {
    message: 'The workbook would unpack to {found} MB; {limit} MB are allowed.',
    fix: 'Copy the list alone into a new workbook, or split it, and drop that.',
  },
  'import.ratio_too_high': {
    message: 'The workbook would unpack to {found} times its size; {limit} times is allowed.',
    fix: 'Copy the list alone into a new workbook and drop that.',
  },
  'import.lying_size': {
    message: 'Inside the workbook, “{entry}” unpacks to more than the {declared} bytes it declares.',
    fix: 'Open the file in Excel or LibreOffice, save it as xlsx, and drop the new file.',
  },
  'import.token_too_long': {
    message: 'Inside the workbook, “{part}” has a text of more than {limit} characters.',
    fix: 'Shorten the longest cells; a spreadsheet’s cell holds 32,767 characters.',
  },
  'import.too_much_text': {
    message: 'The texts of the workbook would take more than {limit} MB.',
    fix: 'Split the list into several files, each with the row of headers.',
  },
  'import.too_many_rows': {
    message: 'The list has a row {found}; {limit} rows are allowed.',
    fix: 'Split the list into several files, each with the row of headers.',
  },
  'import.too_many_columns': {
    message: 'The list has a column number {found}; {limit} columns are allowed.',
    fix: 'Delete the columns that do not belong to the list.',
  },
  'import.too_many_cells': {
    message: 'The list has more than {limit} cells.',
    fix: 'Delete columns that are not needed, or split the list into several files.',
  },
  'import.no_worksheet': {
    message: 'The workbook has no worksheet with cells.',
    fix: 'Copy the list into a worksheet, save, and drop the file again.',
  },
  'import.unknown_sheet': {
    message: 'The workbook has no sheet “{sheet}”.',
    fix: 'Choose one of its sheets: {sheets}.',
  },
  'import.no_rows': { message: 'There is nothing in the list.', fix: 'Export the list again and drop the new file.' },
  'import.no_header': {
    message: 'No row of headers was found: row {row} ({found}) already looks like a record.',
    fix: 'Put a row with the names of the columns above the list, or say which row they are in.',
  },
  'import.header_row_empty': {
    message: 'Row {row}, which was named as the row of headers, is empty.',
    fix: 'Name the row that holds the names of the columns, as the spreadsheet counts.',
  },
  'import.encoding_unknown': {
    message: '“{encoding}” is no encoding.',
    fix: 'Choose one such as utf-8, windows-1252, iso-8859-2 or utf-16le.',
  },
  'import.encoding_wrong': {
    message: 'The file has bytes that do not exist in {encoding}.',
    fix: 'Choose another encoding, or save the list as “CSV UTF-8” and drop it again.',
  },
  'import.zero_letters': {
    message:
      'Read as {encoding}, the file has letters between which a zero stands: it is in another encoding, or damaged.',
    fix: 'Save the list as “CSV UTF-8” and drop it again.',
  },
  'import.line_too_long': {
    message: 'Row {row} is a line of more than {limit} characters.',
    fix: 'A list has a line for each record: export it again, or save it as xlsx.',
  },
  'import.quote_not_closed': {
    message: 'From row {row} on a quotation mark is never closed ({found}), so everything below it would be one cell.',
    fix: 'Delete that mark, or write it twice, and drop the file again.',
  },
}
