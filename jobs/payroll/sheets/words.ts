import type { Words } from '../../values/problem'

/** An old sheet laid beside a pay run. */
export const sheetWords: Words = {
  'payroll.sheet_before_figures': {
    message: 'Run {no} has no figures yet that a sheet could be compared with.',
    fix: 'Wait until it is computed, then lay the sheet on it.',
  },
  'payroll.no_sheet': {
    message: 'No sheet was laid on run {no} yet.',
    fix: 'Drop the old sheet on the page of the run.',
  },
  'payroll.sheet_names_nobody': {
    message: 'The row has neither an employee number nor a name.',
    fix: 'Type the employee number, or leave the row out.',
  },
  'payroll.sheet_which_person': {
    message: '“{name}” may be several people: {candidates}.',
    fix: 'Type the employee number in its column, or behind the name: {name} (number).',
  },
  'payroll.sheet_other_number': {
    message: 'The sheet gives number {number}, which nobody has here; by the name it is {name} ({known}).',
    fix: 'Where it is somebody else, type that person’s number.',
  },
  'payroll.sheet_unknown_person': {
    message: 'The office knows nobody called “{who}”.',
    fix: 'The row is compared as one that only the sheet has. Where the person goes by another number here, type it.',
  },
  'payroll.sheet_out_of_range': {
    message: 'The sums of the sheet are too large to be kept exactly.',
    fix: 'Look for a column that is no pay, such as a telephone number, and take it out of the sheet.',
  },
  'payroll.sheet_keeps_changing': {
    message: 'Run {no} was changed again and again while it was compared with its sheet.',
    fix: 'Wait until nobody computes the run or accepts differences of it, then do it again.',
  },
  'payroll.nothing_to_accept': {
    message: 'There is no open difference there.',
    fix: 'Look at the page again: the run was computed anew, or somebody has accepted it.',
  },
  'payroll.not_accepted': {
    message: 'This difference is not accepted.',
    fix: 'Look at the page again: somebody has taken it back already.',
  },
}
