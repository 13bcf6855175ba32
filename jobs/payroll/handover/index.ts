import type { Area } from '../../area'
import { exportHandover } from './tasks/export-handover'
import { handoverWords } from './words'

export { MonthText, readMonth } from './tasks/export-handover'

/** What the accountant gets of a month. */
export const handover: Area = {
  name: 'handover',
  module: 'payroll',
  tasks: [exportHandover],
  schedules: [],
  importKinds: [],
  words: handoverWords,
}
