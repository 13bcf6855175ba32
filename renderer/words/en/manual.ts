/** The administrator's manual: its frame. The pages themselves are the files of `docs/`. */
export const manualWords = {
  title: 'Manual',
  list: 'Pages of the manual',
  none: 'The manual has no such page.',
  noneHow: 'Choose one of those beside.',
  help: 'Manual',
  helpOf: (page: string) => `Manual: ${page}`,
  pages: {
    payPeriods: 'Pay periods that run by themselves',
    payslips: 'Payslips: logo, language, samples',
    formulas: 'Rules of pay',
  },
} as const
