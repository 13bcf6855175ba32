import type { Words } from '../values/problem'

/** Structures, leave, loans and held pay. */
export const termWords: Words = {
  'payroll.structure_code_unreadable': {
    message: '“{code}” cannot be a structure’s code.',
    fix: 'Begin with a letter or digit; letters, digits, blanks, - and _ may follow.',
  },
  'payroll.structure_twice': {
    message: 'The structure {code} is there twice.',
    fix: 'Give each structure a code of its own.',
  },
  'payroll.structure_component_unknown': {
    message: 'The structure {code} names {component}, which is no component.',
    fix: 'Add the component first, or leave it out.',
  },
  'payroll.structure_component_is_for_all': {
    message: '{component} applies to everybody, so that it is in no structure; {code} names it.',
    fix: 'Leave it out, or say in the component that it is for structures only.',
  },
  'payroll.structure_in_use': {
    message: 'The structure {code} is in {contracts} contracts.',
    fix: 'Give those contracts another structure first.',
  },
  'payroll.leave_ends_before_it_begins': {
    message: 'The leave would end on {to}, before it begins on {from}.',
    fix: 'Exchange the dates, or correct the wrong one.',
  },
  'payroll.month_unreadable': {
    message: '“{found}” is no month.',
    fix: 'Give a year and a month, such as 2026-03.',
  },
  'payroll.leave_overlaps': {
    message: 'Leave or absence from {from} to {to} is noted already.',
    fix: 'Remove that one first, or choose other days.',
  },
  'payroll.leave_not_found': {
    message: 'There is no such leave any more.',
    fix: 'Look at the list again.',
  },
  'payroll.loan_without_component': {
    message: '{code} is no active component of a fixed amount that could take instalments.',
    fix: 'Use LOAN, ADVANCE, or a deduction of your own with the method “fixed”.',
  },
  'payroll.loan_amounts': {
    message: 'The loan and its instalment have to be above zero, and the instalment no more than the loan.',
    fix: 'Correct the amounts.',
  },
  'payroll.loan_not_found': {
    message: 'There is no such loan.',
    fix: 'Look at the list again.',
  },
  'payroll.hold_amount': {
    message: 'The amount to hold back has to be above zero.',
    fix: 'Give one, or leave it empty to hold all of the net.',
  },
  'payroll.held_already': {
    message: 'The pay is held already, since {from}.',
    fix: 'Release it first, if it is to be held otherwise.',
  },
  'payroll.nothing_held': {
    message: 'No pay of this person is being held.',
    fix: 'Look at the page again.',
  },
  'payroll.released_before_held': {
    message: 'The pay would be released on {on}, before it is held from {from} on.',
    fix: 'Give that day or a later one.',
  },
  'payroll.balance_overdrawn': {
    message: 'With this run more would be taken of {code} than stands for it: {names}.',
    fix: 'Another run was approved since this one was computed. Compute it again, then approve it.',
  },
}
