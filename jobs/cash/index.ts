import type { Area } from '../area'
import { bankStatementKind } from './kinds/bank-statement'
import { taxRatesKind } from './kinds/tax-rates'
import { vehiclesKind } from './kinds/vehicles'
import { cashWords } from './words'

/** Cash desk and vehicle tax (domains/cash.md): so far the files that come in. */
export const cash: Area = {
  name: 'cash',
  module: 'cash',
  tasks: [],
  schedules: [],
  importKinds: [vehiclesKind, taxRatesKind, bankStatementKind],
  words: cashWords,
}
