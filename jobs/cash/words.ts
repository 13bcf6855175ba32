import type { Words } from '../values/problem'

export const cashWords: Words = {
  'cash.plate_missing': { message: 'The row has no plate.', fix: 'Fill in the registration plate.' },
  'cash.registered_in_future': {
    message: 'The first registration {found} lies in the future.',
    fix: 'Correct the date.',
  },
  'cash.owner_missing': {
    message: 'The row has an e-mail or a phone, but does not say whose.',
    fix: 'Fill in the owner or the owner’s tax number.',
  },
  'cash.unknown_owner': {
    message: 'Nobody has the tax number {number} yet, and the row gives no name to enter them by.',
    fix: 'Fill in the owner’s name, or correct the number.',
  },
  'cash.which_owner': {
    message: 'It cannot be told who “{name}” is. There are: {candidates}.',
    fix: 'Fill in the owner’s tax number.',
  },
  'cash.owner_contradicts': {
    message: 'An earlier row of the file tells something else about {name}.',
    fix: 'Make the name, e-mail and phone of the owner the same in all of their rows.',
  },
  'cash.year_missing': { message: 'The row has no year.', fix: 'Fill in the year the rate holds for.' },
  'cash.rate_amount_missing': {
    message: 'The row has no amount.',
    fix: 'Fill in what a vehicle owes; 0 where it owes nothing.',
  },
  'cash.range_backwards': {
    message: 'The range ends at {to}, before it begins at {from}.',
    fix: 'Correct one of the two.',
  },
  'cash.rates_overlap': {
    message: 'A vehicle could fall under this rate and under another one: {other}.',
    fix: 'Make the ranges follow one another; both ends count.',
  },
  'cash.booking_date_missing': {
    message: 'The line has no booking date.',
    fix: 'Fill in the day, or delete the line if it is none of the account’s.',
  },
  'cash.amount_missing': { message: 'The line has no amount.', fix: 'Fill in the amount, or debit or credit.' },
  'cash.amount_differs': {
    message: 'The amount is another one than debit or credit say.',
    fix: 'Correct one of them, or map only one of the columns.',
  },
  'cash.direction_unknown': {
    message: '“{found}” does not say whether the amount went out or came in.',
    fix: 'Write debit for what went out or credit for what came in, or leave the cell empty and give the amount its sign.',
  },
  'cash.direction_contradicts': {
    message: 'The amount is negative, but “{found}” says that it came in.',
    fix: 'Correct one of the two.',
  },
  'cash.debit_and_credit': {
    message: 'The line has a debit and a credit.',
    fix: 'Clear one of them, or make two lines of it.',
  },
  'cash.credit_negative': {
    message: 'The credit is negative.',
    fix: 'Move it to the debit column, without a sign.',
  },
  'cash.row_no_longer_fits': {
    message: 'Row {row} was checked, but what it refers to has changed since.',
    fix: 'Have the file checked again and apply it then.',
  },
}
