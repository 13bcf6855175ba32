import type { Area } from '../../area'
import { exportBankFile } from './tasks/export-bank-file'
import { bankWords } from './words'

export {
  bankAccountOf,
  changedAccountWords,
  confirmAccounts,
  type KnownAccount,
  knownAccounts,
  setBankAccount,
} from './accounts'
export { bankFileOf, type PayOut, payOnOf, payOut } from './pay-out'
export { BANK_FORMATS, type BankFormat } from './payment'
export { markBankFile } from './unsent-file'

/** What pays an approved run: people's accounts and the files for the bank. */
export const bank: Area = {
  name: 'bank',
  module: 'payroll',
  tasks: [exportBankFile],
  schedules: [],
  importKinds: [],
  words: bankWords,
}
