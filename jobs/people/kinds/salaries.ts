import type { ImportKind } from '../../imports/kind'
import { currencyField } from '../../shared/import-fields'
import { about } from '../../shared/import-subjects'
import { peoplePlanners } from '../planners'
import type { SalarySnapshot } from '../rules/decide-salary'
import { monthOfYear } from '../rules/month'
import type { SalaryOptions } from '../rules/pay'
import { enqueueChartSync } from '../salary-facts'
import { applySalaries } from './apply-salaries'
import { IDENTITY_FIELDS } from './fields'
import { inAllLanguages } from './labels'
import { PAY_FIELDS } from './pay-fields'
import { proposePeriod } from './propose-period'
import { salaryContent } from './salary-content'
import { SALARY_QUESTIONS, SalaryOptionsSchema } from './salary-options'
import { salarySnapshot } from './salary-snapshot'
import { SALARY_TABLES } from './undo-tables'

/** A month's salaries (guide 001): employees made or matched, contracts, facts, and the month's one-off items. */
export const salariesKind: ImportKind<SalaryOptions, SalarySnapshot> = {
  kind: 'salaries',
  label: 'Salaries',
  module: 'people',
  fields: inAllLanguages([...about('employee', ...IDENTITY_FIELDS), ...PAY_FIELDS, currencyField()]),
  options: SalaryOptionsSchema,
  asks: SALARY_QUESTIONS,
  propose: proposePeriod,
  snapshot: (db, options) => salarySnapshot(db, monthOfYear(options.year, options.month)),
  planner: peoplePlanners.salaries,
  apply: applySalaries,
  afterApply: (write, options) => {
    enqueueChartSync(write, monthOfYear(options.year, options.month), 'excel')
    write.emit({ type: 'employees_changed' })
  },
  undoTables: SALARY_TABLES,
  content: salaryContent,
}
