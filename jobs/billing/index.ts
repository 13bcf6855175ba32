import type { Area } from '../area'
import { clientsKind } from './kinds/clients'
import { timeEntriesKind } from './kinds/time-entries'
import { billingWords } from './words'

/** Time and billing (domains/billing.md): so far the files that come in. */
export const billing: Area = {
  name: 'billing',
  module: 'billing',
  tasks: [],
  schedules: [],
  importKinds: [clientsKind, timeEntriesKind],
  words: billingWords,
}
