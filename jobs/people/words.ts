import type { Words } from '../values/problem'

export const peopleWords: Words = {
  'people.unknown_month': {
    message: '“{found}” is no month.',
    fix: 'Give the month as JAN to DEC, by its name, or as a number from 1 to 12.',
  },
  'people.unknown_year': {
    message: '“{found}” is no year.',
    fix: 'Give the year with four digits, such as 2025.',
  },
  'people.nobody_named': {
    message: 'The row has neither an employee number nor a name.',
    fix: 'Fill in the employee number or the name, or delete the row.',
  },
  'people.name_missing': {
    message: 'Nobody has the employee number {number} yet, and the row gives no name to add them by.',
    fix: 'Fill in the name, or correct the number.',
  },
  'people.which_employee': {
    message: 'It cannot be told who “{name}” in “{department}” is. There are: {candidates}.',
    fix: 'Fill in the employee number, or write the department as it is known.',
  },
  'people.negative_amount': {
    message: 'The amount is {found}; 0 or more was expected.',
    fix: 'Correct the amount. Deductions are written without a minus sign.',
  },
  'people.negative_count': {
    message: 'The number is {found}; 0 or more was expected.',
    fix: 'Correct the number.',
  },
  'people.not_half_days': {
    message: '{found} days were found; whole or half days were expected.',
    fix: 'Write the days as whole numbers or with .5 for a half day.',
  },
  'people.more_days_than_month': {
    message: '{found} days were found, but {month} has {days}.',
    fix: 'Correct the days, or import the file for the month it is about.',
  },
  'people.days_exceed_month': {
    message: 'Days worked and days absent make {told}, but {month} has {days}.',
    fix: 'Look at both columns: days are the days worked, without the days absent.',
  },
  'people.overtime_without_rate': {
    message: 'There are {hours} hours of overtime, but nothing says what an hour is paid.',
    fix: 'Fill in the pay per overtime hour, or the salary plus overtime; or clear the hours.',
  },
  'people.salary_missing': {
    message: 'There is no salary for {month}. The employee is taken over, a pay is not: it is unknown, not 0.',
    fix: 'Type the salary into this row, or later into the employee’s page. Until then a pay run shows an error for them.',
  },
  'people.salary_missing_left': {
    message:
      'There is no salary for {month}. The employee is taken over; what the row says of pay ({left}) is not, and would be missing in the pay run.',
    fix: 'Type the salary into this row, so that all of it goes in. One typed later, on the employee’s page, brings only the salary.',
  },
  'people.salary_zero': {
    message: 'The salary for {month} is 0.',
    fix: 'If nobody is paid 0, correct the amount; where the salary is not known, leave the cell empty.',
  },
  'people.with_overtime_differs': {
    message: 'The file says {stated} for salary plus overtime; its own figures make {expected}.',
    fix: 'Check salary, overtime hours and pay per hour. Daybook uses its own sum.',
  },
  'people.net_differs': {
    message: 'The file says that {stated} is paid; gross {gross} less its deductions makes {expected}.',
    fix: 'Check the deductions. Daybook pays what it reckons itself.',
  },
  'people.net_negative': {
    message: 'The deductions are higher than what is earned: gross {gross}, net {net}.',
    fix: 'Check the deductions. A payslip with a net below zero blocks the approval of its run.',
  },
  'people.salary_outside_employment': {
    message:
      'The row tells another salary for {month}, but the employment lasts from {from} to {to}. The contract is left as it is.',
    fix: 'If they are employed in that month, correct the dates of employment first.',
  },
  'people.items_outside_employment': {
    message: 'The row has overtime, deductions or extras for {month}, but the employment lasts from {from} to {to}.',
    fix: 'Check the month and the dates of employment; no pay run of that month will hold them.',
  },
  'people.name_differs': {
    message: 'Employee number {number} belongs to {known}; the row calls them “{found}”. The name is left as it is.',
    fix: 'If the number is wrong, correct it. If the name has changed, change it on the employee’s page.',
  },
  'people.left_before_hired': {
    message: 'The last day {left} lies before the first day {hired}.',
    fix: 'Correct one of the two dates.',
  },
  'people.hire_date_needed': {
    message:
      'The last day {left} lies before {from}, from when the salary would count, and nobody knows the first day.',
    fix: 'Fill in the date of hiring.',
  },
  'people.row_no_longer_fits': {
    message: 'Row {row} was checked, but what it refers to has changed since.',
    fix: 'Have the file checked again and apply it then.',
  },
  'people.employee_not_found': {
    message: 'There is no employee {id}.',
    fix: 'Look the employee up in the list; its id is the first field of each entry.',
  },
  'people.number_taken': {
    message: 'The employee number {number} belongs to {holder}.',
    fix: 'Choose another number, or change {holder}’s first.',
  },
  'people.name_needed': {
    message: 'An employee needs a name.',
    fix: 'Give name, or given_name and family_name.',
  },
  'people.bad_date': {
    message: '“{found}” in {field} is no date.',
    fix: 'Write it as year-month-day, such as 2025-01-31.',
  },
  'people.bad_language': {
    message: '“{found}” is no language; a language tag is expected.',
    fix: 'Give a tag such as en, fr, es, pt or de, or none: then the office’s language counts.',
  },
  'people.bad_base': {
    message: '“{found}” is no base pay.',
    fix: 'Give base_minor as a whole number of the currency’s smallest unit (cents), 0 or more, per month.',
  },
  'people.base_from_missing': {
    message: 'From which day does the new base pay count? {name} has one already.',
    fix: 'Give from as year-month-day; usually the first of a month.',
  },
  'people.start_missing': {
    message: 'Nobody knows when the employment of {name} begins.',
    fix: 'Give hire_date, or from, as year-month-day.',
  },
  'people.from_without_base': {
    message: 'A day was given from which something counts, but no base_minor.',
    fix: 'Give base_minor too, or leave from out.',
  },
  'people.nothing_to_change': {
    message: 'The request names nothing to change.',
    fix: 'Give at least one field, such as email or base_minor.',
  },
  'people.file_not_stored': {
    message: 'The office has stored no file with the hash {sha256}.',
    fix: 'Drop the file under Imports; that stores it.',
  },
  'people.nobody_to_save_for': {
    message: 'The calculation is of nobody in particular, so there is nobody to save it for.',
    fix: 'Choose the employee it is of, or leave it unsaved.',
  },
  'people.calculation_not_found': {
    message: 'There is no saved calculation {id}.',
    fix: 'Look it up under Calculator; the saved ones are listed there.',
  },
  'people.calculation_undone': {
    message: 'This calculation has been undone already.',
    fix: 'Nothing is to be done.',
  },
  'people.calculation_followed': {
    message: 'Another calculation of the same employee and month was saved after this one.',
    fix: 'Undo calculation {id} first; then this one stands again and can be undone too.',
  },
  'people.bad_cursor': {
    message: 'The cursor “{found}” is none that this list has given.',
    fix: 'Use the field next of the page before, or leave it out for the first page.',
  },
}
