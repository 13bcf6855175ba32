import { apiWords } from './api/words'
import { engineWords } from './engine/words'
import { scheduleWords } from './engine/words-schedule'
import { readingWords } from './imports/reading/words'
import { importWords } from './imports/words'
import { maintenanceWords } from './maintenance/words'
import { notifyWords } from './notify/words'
import { payslipWords } from './payroll/payslips/words'
import { payrollWords } from './payroll/words'
import { peopleWords } from './people/words'
import { userWords } from './shared/users/words'
import { sharedWords } from './shared/words'
import type { Reason, Wording, Words } from './values/problem'

/** Every stored or thrown reason in the administrator's words; each area words its own. */
export const words: Words = {
  ...sharedWords,
  ...userWords,
  ...engineWords,
  ...scheduleWords,
  ...maintenanceWords,
  ...importWords,
  ...readingWords,
  ...notifyWords,
  ...peopleWords,
  ...payrollWords,
  ...payslipWords,
  ...apiWords,
}

/**
 * The sentence of a reason and what to do about it. A parameter that is missing or null leaves “–”; a code nobody
 * worded (a row of a newer version) is named as it is.
 */
export function wordReason(reason: Reason | { code: string; params: Record<string, unknown> }): Wording {
  const wording = Object.hasOwn(words, reason.code) ? words[reason.code] : undefined
  if (!wording)
    return { message: `${reason.code} ${JSON.stringify(reason.params)}`, fix: 'Look into the log of that time.' }
  return { message: fill(wording.message, reason.params), fix: fill(wording.fix, reason.params) }
}

function fill(sentence: string, params: Record<string, unknown>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : null
    return value === null || value === undefined ? '–' : String(value)
  })
}
