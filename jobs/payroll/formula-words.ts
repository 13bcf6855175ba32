import type { Words } from '../values/problem'

const AT = 'Formula of {component}, character {at}: '

/** What is wrong with a formula or a rate table. */
export const formulaWords: Words = {
  'payroll.formula_too_long': {
    message: 'The formula of {component} has {length} characters; {most} are allowed.',
    fix: 'Make a component of a part of it, and name that component.',
  },
  'payroll.formula_too_deep': {
    message: `${AT}more than {most} brackets stand inside one another.`,
    fix: 'Make a component of a part of it, and name that component.',
  },
  'payroll.formula_too_many_steps': {
    message: `${AT}the formula takes more than {most} steps.`,
    fix: 'Make a component of a part of it, and name that component.',
  },
  'payroll.formula_unreadable': {
    message: `${AT}“{found}” cannot be read.`,
    fix: 'Write numbers as 1250.50, names in capitals, and the signs + - * / ( ) < <= > >= = <>.',
  },
  'payroll.formula_expected': {
    message: `${AT}found “{found}”, expected {expected}.`,
    fix: 'Change the formula there. Amounts are written with the office’s currency (500 EUR), days as 20 days, rates as 12.5 %.',
  },
  'payroll.formula_wrong_type': {
    message: `${AT}found {found}, expected {expected}.`,
    fix: 'Amounts are written with the office’s currency (500 EUR), days as 20 days, rates as 12.5 %; money and plain numbers cannot be added or compared.',
  },
  'payroll.formula_unknown_name': {
    message: `${AT}there is no “{name}”.`,
    fix: 'Name an active component, a rate table, or GROSS, TAXABLE, BASE_PAY, DAYS, TOTAL_DAYS, EMPLOYED_DAYS, UNPAID_DAYS, UNITS.',
  },
  'payroll.formula_arguments': {
    message: `${AT}{name} was given {found} values; it takes {expected}.`,
    fix: 'Write min(a, b), max(a, b), round(a) or round(a, step), if(condition, a, b), bands(TABLE, amount), year(COMPONENT).',
  },
  'payroll.formula_division_by_zero': {
    message: `${AT}it divides by zero for this employee.`,
    fix: 'Ask first, such as if(DAYS > 0, BASE / DAYS * 1 days, 0).',
  },
  'payroll.formula_step_not_above_zero': {
    message: `${AT}the step to which it rounds is not above zero.`,
    fix: 'Give a step such as 5 EUR.',
  },
  'payroll.rate_table_not_in_force': {
    message:
      '{code} is computed from the rate table {table}, of which no version is in force on {on}, the end of the period.',
    fix: 'Add the version that holds then under Settings → Rate tables, and run the period again.',
  },
  'payroll.rate_table_code_unreadable': {
    message: '“{code}” cannot be a rate table’s code.',
    fix: 'Use up to 40 capital letters, digits and underscores, a letter first: INCOME_TAX.',
  },
  'payroll.rate_table_code_taken': {
    message: '{code} has a meaning of its own in formulas, or is a component.',
    fix: 'Choose another code.',
  },
  'payroll.rate_table_not_found': {
    message: 'There is no rate table {code}.',
    fix: 'Choose one of the list.',
  },
  'payroll.rate_table_kind_stays': {
    message: 'The rate table {code} is of kind “{kind}”; that stays.',
    fix: 'Give the new one another code.',
  },
  'payroll.rate_table_says_nothing': {
    message: 'The version of {code} from {from} has no {kind}.',
    fix: 'Give bands to a table of bands, rate_ppm to one of a rate, amount_minor to one of an amount.',
  },
  'payroll.rate_row_without_code': {
    message: 'The row names no table.',
    fix: 'Type the code by which components and formulas know the table, such as INCOME_TAX.',
  },
  'payroll.rate_row_without_day': {
    message: 'The row does not say from which day on it holds.',
    fix: 'Type the first day, such as 2026-01-01.',
  },
  'payroll.rate_row_kind_unknown': {
    message: 'The kind “{found}” is not known; bands, rate or amount was expected.',
    fix: 'Type bands for a table with a row for each band, rate for one percentage, amount for one amount.',
  },
  'payroll.rate_row_without_rate': {
    message: 'The row has no percentage.',
    fix: 'Type it, such as 12.5; 0 where nothing is taken.',
  },
  'payroll.rate_row_without_amount': {
    message: 'The row has no amount.',
    fix: 'Type the amount that holds from that day on.',
  },
  'payroll.rate_row_band_of_no_bands': {
    message: 'The row has an upper end, which a table of kind “{kind}” has not.',
    fix: 'Empty the cell, or make the table one of bands.',
  },
  'payroll.rate_row_band_empty': {
    message: 'The band ends at zero or below: nothing would fall into it.',
    fix: 'Type the amount up to which the band reaches; leave it empty for the last one.',
  },
  'payroll.rate_row_other_bands': {
    message: '{code} of {from} is kept already, with other bands.',
    fix: 'Give the new bands another first day, or remove that version under Settings, Rate tables, and import again.',
  },
  'payroll.rate_table_in_use': {
    message: 'The rate table {code} is needed by {by}.',
    fix: 'Change that component first.',
  },
}
