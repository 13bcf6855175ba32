import type { Words } from '../../values/problem'

/** The accountant's handover and its settings. */
export const handoverWords: Words = {
  'handover.nothing': {
    message: 'Nothing was paid for {month}: no approved pay run ends in it.',
    fix: 'Approve the pay run of the month first.',
  },
  'handover.payslips_missing': {
    message: 'The payslips of {month} are still being made.',
    fix: 'Wait a moment. If it takes longer, look at the task “generate payslips” under Tasks.',
  },
  'handover.unknown': { message: 'There is no handover {id}.', fix: 'The pay run lists those of its month.' },
  'handover.not_an_account': {
    message: 'An account is no number: “{found}” in {field}.',
    fix: 'Give up to nine digits, as the accountant’s chart of accounts has them, or none.',
  },
  'handover.not_a_number': {
    message: '“{found}” is no consultant or client number ({field}).',
    fix: 'Ask the accountant: DATEV consultant numbers are 1001 to 9999999, client numbers 1 to 99999.',
  },
  'handover.not_a_length': {
    message: '“{found}” is no length of account numbers.',
    fix: 'Give 4 to 8, as the accountant’s chart of accounts has them.',
  },
  'handover.not_a_day': {
    message: '“{found}” is no day on which a fiscal year begins.',
    fix: 'Give month and day, such as 01-01 or 07-01.',
  },
}
