import { apiWords } from './api/words'
import { billingWords } from './billing/words'
import { cashWords } from './cash/words'
import { engineWords } from './engine/words'
import { batchWords } from './engine/words-batches'
import { explainWords } from './engine/words-explain'
import { scheduleWords } from './engine/words-schedule'
import { readingWords } from './imports/reading/words'
import { importWords } from './imports/words'
import { maintenanceWords } from './maintenance/words'
import { notifyWords } from './notify/words'
import { bankWords } from './payroll/bank/words'
import { handoverWords } from './payroll/handover/words'
import { payslipWords } from './payroll/payslips/words'
import { payrollWords } from './payroll/words'
import { peopleWords } from './people/words'
import { sampleWords } from './sample/words'
import { schoolWords } from './school/words'
import { userWords } from './shared/users/words'
import { sharedWords, word } from './shared/words'
import { holidayWords } from './shared/words-holidays'
import { logoWords } from './shared/words-logo'
import type { Reason, Wording, Words } from './values/problem'

/** Every stored or thrown reason in the administrator's words; each area words its own. */
export const words: Words = {
  ...sharedWords,
  ...userWords,
  ...engineWords,
  ...batchWords,
  ...scheduleWords,
  ...explainWords,
  ...holidayWords,
  ...logoWords,
  ...maintenanceWords,
  ...importWords,
  ...readingWords,
  ...notifyWords,
  ...peopleWords,
  ...payrollWords,
  ...payslipWords,
  ...bankWords,
  ...handoverWords,
  ...billingWords,
  ...cashWords,
  ...schoolWords,
  ...sampleWords,
  ...apiWords,
}

/** The sentence of a reason and what to do about it, out of all words (see `word`). */
export const wordReason = (reason: Reason | { code: string; params: Record<string, unknown> }): Wording =>
  word(reason, words)
