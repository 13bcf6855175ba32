import type { Words } from '../values/problem'

/** What is wrong with the office's components. */
export const componentWords: Words = {
  'payroll.component_cycle': {
    message: 'The components need each other in a circle: {path}.',
    fix: 'Take one of them out of the other’s “base” or formula. GROSS holds all earnings, TAXABLE all taxable ones.',
  },
  'payroll.unknown_base': {
    message: '{code} is taken of “{base}”, which is no active component.',
    fix: 'Write the codes of components in use, or GROSS or TAXABLE, in what it is taken of.',
  },
  'payroll.component_twice': {
    message: 'The code {code} is there twice.',
    fix: 'Give each component a code of its own.',
  },
  'payroll.component_method_unknown': {
    message: 'The component {code} has the method “{method}”, which is unknown.',
    fix: 'Use one of {known}.',
  },
  'payroll.component_code_unreadable': {
    message: '“{code}” cannot be a component’s code.',
    fix: 'Use up to 40 capital letters, digits and underscores, a letter first: HOUSE_RENT.',
  },
  'payroll.component_code_reserved': {
    message: 'The code {code} has a meaning of its own, as have {reserved}.',
    fix: 'Choose another code.',
  },
  'payroll.component_base_pay_is_base': {
    message: '{code}: the method “base_pay” belongs to BASE, and BASE has no other.',
    fix: 'Choose another method, or change BASE itself.',
  },
  'payroll.component_net_rounding_is_its_own': {
    message: '{code}: the method “net_rounding” belongs to NET_ROUNDING, and NET_ROUNDING has no other.',
    fix: 'Choose another method, or change NET_ROUNDING itself.',
  },
  'payroll.component_net_rounding_is_a_deduction': {
    message: '{code} has to be a deduction: what it takes from the net (or gives to it) must not change the gross.',
    fix: 'Set its kind to “deduction”.',
  },
  'payroll.component_without_amount': {
    message: '{code} is a fixed amount, but has no “amount_minor”.',
    fix: 'Give the amount of a full period in minor units, or mark it “one_off”.',
  },
  'payroll.component_without_rate': {
    message: '{code} is a percentage, but has no “rate_ppm”.',
    fix: 'Give the rate in parts per million: 12 % is 120000.',
  },
  'payroll.component_without_base': {
    message: '{code} is taken of something, but “base” is empty.',
    fix: 'Write the codes of components in use, or GROSS or TAXABLE, in what it is taken of.',
  },
  'payroll.component_base_of_net_rounding': {
    message: '{code} is taken of {base}, which is computed after everything else.',
    fix: 'Take {base} out of “base”.',
  },
  'payroll.component_cap_below_zero': {
    message: 'The cap of {code} is below zero.',
    fix: 'Give the most the line may come to, as an amount above zero.',
  },
  'payroll.component_without_bands': {
    message: '{code} is computed by bands, but has none.',
    fix: 'Give “bands”: a list of {up_to_minor, rate_ppm}, the last one with up_to_minor null.',
  },
  'payroll.component_bands_not_ascending': {
    message: 'Band {band} of {code} does not end above the one before.',
    fix: 'Sort the bands by “up_to_minor”, the lowest first.',
  },
  'payroll.component_bands_after_the_open_one': {
    message: 'Band {band} of {code} has no end, so that no band can follow it.',
    fix: 'Put it last, or give it an “up_to_minor”.',
  },
  'payroll.component_code_is_a_table': {
    message: '{code} is the code of a rate table.',
    fix: 'Give the component another code: formulas name both.',
  },
  'payroll.component_held_pay_is_its_own': {
    message: '{code}: the method “held_pay” belongs to HELD.',
    fix: 'Choose another method, or change HELD itself.',
  },
  'payroll.component_table_unknown': {
    message: '{code} is computed from the rate table “{table}”, which does not exist.',
    fix: 'Add the rate table first, or choose another.',
  },
  'payroll.component_table_of_other_kind': {
    message: '{code} cannot be computed from the rate table “{table}”: its method takes tables of kind “{expected}”.',
    fix: 'Choose a table of that kind, or another method.',
  },
  'payroll.component_without_formula': {
    message: '{code} is computed by a formula, but has none.',
    fix: 'Write one, such as BASE * 12.5 % or min(GROSS, CEILING) * RATE.',
  },
  'payroll.component_not_to_carry': {
    message: '{code} cannot be carried over: only deductions can that are not taken before tax.',
    fix: 'Switch “carry_over” off, or make it a deduction that is not “taxable”.',
  },
  'payroll.component_carried_is_needed': {
    message: '{code} may be carried over, but {by} is computed from it.',
    fix: 'Switch “carry_over” off, or take {code} out of {by}.',
  },
  'payroll.component_months_unknown': {
    message: 'The months of {code} are not months of the year.',
    fix: 'Give numbers from 1 to 12, or leave “months” null for every period.',
  },
  'payroll.component_has_loans': {
    message: 'Loans are paid back by {code}, so that it can be neither removed nor switched off.',
    fix: 'Stop those loans on the pages of the people first.',
  },
  'payroll.component_in_no_structure': {
    message: '{code} applies to no structure at all.',
    fix: 'Name structures, or leave “structures” null for everybody.',
  },
}
