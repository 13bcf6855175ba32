import type { Words } from '../values/problem'

/** What the importer itself has to say; how files and cells are read is worded in `reading/`. */
export const importWords: Words = {
  'import.unknown_kind': {
    message: '“{kind}” is no kind of import.',
    fix: 'Use one of {known}.',
  },
  'import.kind_not_built': {
    message: 'Importing {kind} is not built yet; no file was taken in.',
    fix: 'What can be imported now: {known}.',
  },
  'import.module_off': {
    message: 'The file is of the kind {kind}, but the module {module} is switched off in this office.',
    fix: 'Switch {module} on in the settings (modules), then drop the file again.',
  },
  'import.other_kind': {
    message: 'Import {id} is a file of the kind {kind}; this task takes in {expected}.',
    fix: 'Start it with the number of an import of {expected}.',
  },
  'import.say_choice': {
    message: '{label}: “{file}” reads like {seems}, and nothing says so; without a word it would be read as {usual}.',
    fix: 'Say which with the options: {ways}.',
  },
  'import.no_planner': {
    message: 'The rows of a file of the kind {kind} cannot be planned: its rules were not found.',
    fix: 'Start Daybook again; if it stays, install it anew.',
  },
  'import.not_found': { message: 'There is no import {id}.', fix: 'Imports lists those there are.' },
  'import.file_gone': {
    message: '“{file}” is not stored here (any more).',
    fix: 'Drop the file again.',
  },
  'import.no_such_row': {
    message: 'Import {id} has no row {row}.',
    fix: 'Give the row’s number as the file has it; the header’s row counts too.',
  },
  'import.not_checked': {
    message: 'Import {id} is “{state}”; this can be done while it is “checked”.',
    fix: 'Wait for the check to end, or answer its open questions.',
  },
  'import.not_applied': {
    message: 'Import {id} is “{state}”; only an applied import can be undone.',
    fix: 'There is nothing to undo.',
  },
  'import.already_applied': {
    message: 'Import {id} was applied already; applying it again would change nothing.',
    fix: 'To bring in the rows that had errors, mend them in its error file and drop that.',
  },
  'import.apply_by_request': {
    message: 'Import {id} is “{state}”; applying and undoing are asked of the import, which then starts this task.',
    fix: 'Open the import and press the button there.',
  },
  'import.mapping_settled': {
    message: 'Import {id} is “{state}”; its columns can no longer be mapped differently.',
    fix: 'Undo the import if it was applied, and drop the file again.',
  },
  'import.errors_stand': {
    message: '{count} rows have errors, so not all rows can be applied; {good} rows are good.',
    fix: 'Mend the rows with errors, or import the good rows alone.',
  },
  'import.facts_changed': {
    message:
      'The office’s records changed after the rows were checked: {rows} rows would now do something else than was shown. Nothing was applied.',
    fix: 'Look at the rows again, then apply them.',
  },
  'import.facts_moved': {
    message: 'The office’s records changed just before the rows were written. Nothing was applied.',
    fix: 'Apply the import again.',
  },
  'import.seen_before': {
    message: 'This very file was imported before, on {at} (import {import}). What is unchanged since stays as it is.',
    fix: 'Nothing needs to be done where every row is unchanged.',
  },

  'import.unknown_field': { message: 'There is no field “{field}” to map.', fix: 'The fields are {fields}.' },
  'import.not_added': {
    message: 'One column cannot hold {fields} added together.',
    fix: 'Only amounts that are no sums themselves can be added; give a sum a column of its own.',
  },
  'import.unknown_column': { message: 'The file has no column “{column}”.', fix: 'Its columns are {columns}.' },
  'import.column_twice': {
    message: 'The column “{column}” is given for {first} and for {second}; a column holds one field.',
    fix: 'Give another column for one of the two, or leave one of the fields out.',
  },
  'import.unknown_question': {
    message: 'Nothing is asked about “{column}”; the answer “{choice}” means nothing there.',
    fix: 'Open questions: {open}.',
  },
  'import.unknown_choice': {
    message: '“{choice}” is no answer to the question about “{column}”.',
    fix: 'Answer with one of {choices}.',
  },
  'import.no_name_parts': {
    message: '“{column}” cannot be split: rows of this kind have no given and family name.',
    fix: 'Map the column as it is.',
  },
  'import.join_no_text': {
    message: 'Columns can be joined into a text; “{field}” is none.',
    fix: 'Map one column to it.',
  },
  'import.column_split': {
    message: 'It is split; its parts are read.',
    fix: 'Take the split back to read the column as it is.',
  },
  'import.nothing_typed': {
    message: 'Nothing was typed for row {row}.',
    fix: 'Type a value for at least one of its cells.',
  },
  'import.cause_without_column': {
    message: 'This is about the row as a whole; there is no one column to replace in.',
    fix: 'Type into the cells of the rows.',
  },
  'import.nothing_found': {
    message: 'No row of this cause has “{found}”.',
    fix: 'Look at the values that are listed, and give one of them.',
  },
  'import.nothing_fixed': {
    message: 'This mends no row of this cause.',
    fix: 'Choose another way, or type into the cells.',
  },
  'import.no_step': {
    message: 'Nothing was done to many rows of import {id} at once that could be taken back.',
    fix: 'Single cells are taken back with Ctrl-Z, as long as the page stands open.',
  },
  'import.not_working': {
    message: 'Import {id} is “{state}”; nothing of it is under way.',
    fix: 'There is nothing to cancel.',
  },
  'import.not_a_cell': {
    message: 'What was given for “{column}” is a list or an object; a cell holds text or a number.',
    fix: 'Give the value as text.',
  },

  'import.ask_column': {
    message: 'Which column holds “{field}”? More than one could, or none is called so.',
    fix: 'Choose the column.',
  },
  'import.ask_column_none': {
    message: 'The file has no column left that could hold “{field}”, which is needed.',
    fix: 'Add the column to the file and drop it again, or map another column.',
  },
  'import.ask_encoding': {
    message:
      'The file does not say how its letters are stored; read as {encoding} it has “{example}”. Is that spelled right?',
    fix: 'Confirm the encoding, or choose another one.',
  },
  'import.ask_date_order': {
    message: 'The dates in “{column}” can be read in two ways. Does the day or the month come first?',
    fix: 'Choose the order.',
  },
  'import.ask_two_digit_year': {
    message: 'The years in “{column}” have two digits. Which century do they mean?',
    fix: 'Choose the century.',
  },
  'import.ask_typed_dates': {
    message:
      'Day and month may have been swapped in “{column}” before the file was made. Is the example right as it is?',
    fix: 'Keep the dates, or swap day and month.',
  },
  'import.ask_number_style': {
    message: 'The numbers in “{column}” can be read in two ways. Which mark stands before the decimals?',
    fix: 'Choose the point or the comma.',
  },
  'import.ask_percent_scale': {
    message: 'Do the numbers in “{column}” count percent (12.5) or fractions of one (0.125)?',
    fix: 'Choose points for percent, fraction for parts of one.',
  },

  'import.column_never': { message: 'It looks like “{field}” but is not: {reason}.', fix: 'Leave it unmapped.' },
  'import.column_never_field': {
    message: 'The column “{column}” cannot be “{field}”: {reason}.',
    fix: 'Map another column, or leave the field out.',
  },
  'import.values_do_not_fit': {
    message: 'Its header reads like “{field}”, but its values do not ({type} was expected, “{found}” is there).',
    fix: 'Map it by hand if it is meant all the same.',
  },
  'import.column_second': {
    message: 'It could be “{field}”, which the column “{column}” holds already.',
    fix: 'Map it by hand if it is the better one.',
  },
  'import.column_tie': {
    message: 'It could be “{field}”, and so could others: {columns}.',
    fix: 'Answer which column it is.',
  },
  'import.column_own': {
    message: 'Daybook wrote this column into its error file; it says nothing about the row.',
    fix: 'Nothing needs to be done.',
  },
  'import.column_without_header': {
    message: 'Column {column} has no header.',
    fix: 'Give it a header, or map it by its letter.',
  },
  'import.column_month': {
    message: '{count} months stand side by side ({first} to {last}), and a file is read as one month’s.',
    fix: 'Say which of them is read. For each other month drop the file once more, and say it anew.',
  },
  'import.column_month_undated': {
    message: '{count} months stand side by side ({first} to {last}), and every row here has a date of its own.',
    fix: 'In the spreadsheet, make a row of each month (Excel: Data, From Table, Unpivot Columns), with its date beside the value, and drop that.',
  },
  'import.column_unknown': {
    message: 'No field is called like this column.',
    fix: 'Map it by hand if it belongs to the import.',
  },

  'import.identical_rows': {
    message: 'Row {first} says the very same, and nothing else tells the two apart.',
    fix: 'Say whether they are two, or one that stands there twice.',
  },
  'import.identical_known': {
    message: 'The office has one that says the very same; this row is taken for it.',
    fix: 'Where it is another one, say so; else nothing needs to be done.',
  },
  'import.name_same': {
    message: '“{found}” stands in both columns of the name; it is taken for the whole name.',
    fix: 'Type the whole name where it is not, or say under Map which part the column holds.',
  },
  'import.name_put_together': {
    message: '“{found}” has no word of the name beside it; the two are put together as “{name}”.',
    fix: 'Type the name where that is wrong, or say under Map what the column holds.',
  },
  'import.rows_contradict': {
    message: 'Rows {first} and {second} are about the same, but say different things; nobody can know which is right.',
    fix: 'Make the two rows alike, or correct the number of one of them.',
  },
  'import.kept_edited': {
    message: '{entity} was kept: {by} was changed since.',
    fix: 'Change it by hand, or undo what came later first.',
  },
  'import.kept_used': {
    message: '{entity} was kept: {by} that came later uses it.',
    fix: 'Remove what uses it first, then undo again.',
  },
}
