import type { Words } from '../values/problem'

/** Contracts, one-off items, and why a slip is an error slip. */
export const slipWords: Words = {
  'payroll.slip_not_found': {
    message: 'There is no payslip {id} any more.',
    fix: 'Open the pay run again: it was computed anew since.',
  },
  'payroll.line_not_found': {
    message: 'The payslip has no line {code}.',
    fix: 'Choose an amount that stands on the payslip.',
  },
  'payroll.no_base_pay': {
    message: 'No salary is known from {from}.',
    fix: 'Type the base pay in on the employee’s page, then run the period again.',
  },
  'payroll.negative_base_pay': {
    message: 'The base pay from {from} is below zero.',
    fix: 'Correct the base pay, then run the period again.',
  },
  'payroll.no_contract': {
    message: 'The person is an employee in this period, but no contract is known.',
    fix: 'Give the employee a hire date and a base pay, or end the employment.',
  },
  'payroll.no_contract_to_change': {
    message: 'There is no employee {id} with a contract.',
    fix: 'Give the employee a hire date or a base pay first.',
  },
  'payroll.items_without_employment': {
    message: 'There are one-off items of this month, but the person is not employed in the period.',
    fix: 'Correct the dates of employment, or remove the items.',
  },
  'payroll.negative_net': {
    message: 'The deductions ({deductions}) are more than the earnings ({gross}); the net would be {net}.',
    fix: 'Lower the deductions of this month and take the rest in the next one.',
  },
  'payroll.amount_out_of_range': {
    message: 'An amount is too large to be counted exactly.',
    fix: 'Check base pay, quantities and rates for digits too many.',
  },
  'payroll.absence_exceeds_employment': {
    message: '{absent} days of absence are noted, but the person is employed on {employed} days of the period.',
    fix: 'Correct the days of absence.',
  },
  'payroll.absence_not_in_half_days': {
    message: 'The absence is “{found}”; expected are whole or half days.',
    fix: 'Give days such as 2 or 1.5.',
  },
  'payroll.item_without_rate': {
    message: 'The item {code} brings {quantity} units, and neither it nor its component says what one is worth.',
    fix: 'Give the item its amount (the quantity then stands beside it), or, under Pay rules, the component an amount per unit.',
  },
  'payroll.item_without_component': {
    message: 'The month has an item {code}, but there is no active component of this code.',
    fix: 'Add the component, or remove the item.',
  },
  'payroll.quantity_not_a_number': {
    message: 'The quantity of {code} is “{found}”, which is no plain number.',
    fix: 'Give digits with a point, such as 7.5.',
  },
  'payroll.unknown_item_code': {
    message: 'There is no active component “{code}” that a one-off item could belong to.',
    fix: 'Use the code of a component, or add one first.',
  },
  'payroll.not_a_one_off': {
    message: '{code} is computed from the contract; it cannot be a one-off item.',
    fix: 'Use INCENTIVE or a component of your own.',
  },
  'payroll.item_says_nothing': {
    message: 'The item {code} has neither an amount nor a quantity.',
    fix: 'Give one of them, or leave the item out.',
  },
  'payroll.employment_ends_before_it_begins': {
    message: 'The employment would end on {to}, before it begins on {from}.',
    fix: 'Exchange the dates, or correct the wrong one.',
  },
  'payroll.employment_ended': {
    message: 'The employment ended on {ended}; a base pay from {from} changes nothing.',
    fix: 'Change the end of the employment first, or give an earlier date.',
  },
}
