/** The accountant's handover and the payslips' settings. */
export const handover = {
  title: 'For the accountant',
  make: (month: string) => `Make the handover of ${month}`,
  what: 'Journal, DATEV batch, payslips and control totals of the month in one zip.',
  made: 'Made',
  save: 'Save',
  saveOf: (number: string) => `Save ${number}`,
  without: (codes: string) =>
    `The DATEV batch is left out: ${codes} ${codes.includes(',') ? 'have' : 'has'} no account under Settings, Accountant.`,
  noDatev: 'The DATEV batch is left out: consultant and client stand under Settings, Accountant.',
  settings: {
    note: 'On which accounts payroll is booked. Ask your accountant; Daybook ships no chart of accounts.',
    kinds: 'Accounts',
    kind: {
      earning: 'Earnings',
      deduction: 'Deductions',
      employer: 'Paid by the employer on top',
    } as Record<string, string>,
    components: 'Components booked otherwise',
    componentsHint: 'Empty: as its kind.',
    debit: (of: string) => `${of}, debit`,
    credit: (of: string) => `${of}, credit`,
    datev: 'DATEV',
    consultant: 'Consultant number',
    client: 'Client number',
    datevHint: 'Empty: no batch is made.',
    datevUntried:
      'The batch follows the description that DATEV publishes (booking batch, format version 13). It has not been read into a program of DATEV: let your accountant try one month before you rely on it.',
    account_length: 'Digits of an account',
    fiscal_year_start: 'The fiscal year begins on (month-day)',
  },
  payslips: {
    note: 'What the PDF that each employee gets opens with. The merged file for the printer opens without.',
    password: 'Password',
    rules: {
      none: 'None',
      account: 'The last eight characters of the bank account',
      number: 'The employee number',
    } as Record<string, string>,
    hint: 'For payslips that are made from now on. Who lacks it is listed before mail goes out, and their mail is held.',
  },
}
