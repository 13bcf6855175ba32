import type { Words } from '../values/problem'

export const billingWords: Words = {
  'billing.no_client_named': {
    message: 'The row has neither a client number nor a name.',
    fix: 'Fill in one of the two, or delete the row.',
  },
  'billing.client_name_missing': {
    message: 'The client is not known yet, and the row gives no name to enter it by.',
    fix: 'Fill in the name, or correct the client number.',
  },
  'billing.which_client': {
    message: 'It cannot be told which client “{name}” is. There are: {candidates}.',
    fix: 'Write the client number instead.',
  },
  'billing.unknown_client': {
    message: 'There is no client “{name}”.',
    fix: 'Write the number or the name as it is known, or have the missing clients made with this file.',
  },
  'billing.unknown_currency': {
    message: '“{found}” is no currency.',
    fix: 'Write its three letters, such as EUR.',
  },
  'billing.rate_in_other_currency': {
    message: 'The client is invoiced in {currency}; rates are kept in {office}, the office’s currency.',
    fix: 'Leave the rate empty, or convert it and leave the currency empty.',
  },
  'billing.day_missing': { message: 'The row has no date.', fix: 'Fill in the day of the work.' },
  'billing.day_in_future': {
    message: 'The day {found} lies in the future.',
    fix: 'Check the date; the entry is taken in as it is.',
  },
  'billing.person_missing': { message: 'The row does not say who worked.', fix: 'Fill in the employee.' },
  'billing.unknown_person': {
    message: 'There is no employee “{name}”.',
    fix: 'Write the number, the e-mail or the name as it is known, or import the employees first.',
  },
  'billing.which_person': {
    message: 'It cannot be told which employee “{name}” is. There are: {candidates}.',
    fix: 'Write the employee number or the e-mail instead of the name.',
  },
  'billing.project_without_client': {
    message: 'No client has a project “{project}”, and the row names no client.',
    fix: 'Fill in the client.',
  },
  'billing.whose_project': {
    message: 'Several clients have a project “{project}”: {candidates}.',
    fix: 'Fill in the client.',
  },
  'billing.no_time_of_day': {
    message: '“{found}” is no time of the day.',
    fix: 'Write it as 09:30 or 2:15 PM.',
  },
  'billing.no_duration': {
    message: '“{found}” is no duration.',
    fix: 'Write hours and minutes as 1:30, or hours as 1.5.',
  },
  'billing.duration_missing': {
    message: 'The row does not say how long the work took.',
    fix: 'Fill in the duration, or start and end.',
  },
  'billing.duration_outside_day': {
    message: 'The work took {found}; more than 0:00 and at most 24:00 was expected.',
    fix: 'Correct the duration, or start and end.',
  },
  'billing.duration_differs': {
    message: 'The duration is {told}; from start to end it is {between}. The duration counts.',
    fix: 'If there was no break, correct one of them.',
  },
  'billing.not_yes_or_no': {
    message: '“{found}” is neither yes nor no.',
    fix: 'Write yes or no.',
  },
  'billing.entry_locked': {
    message: 'The entry is locked: it has been invoiced or closed.',
    fix: 'Leave the row out; what changed goes on the next invoice as an entry of its own.',
  },
  'billing.row_no_longer_fits': {
    message: 'Row {row} was checked, but what it refers to has changed since.',
    fix: 'Have the file checked again and apply it then.',
  },
}
