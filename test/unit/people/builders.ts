import type { Db } from '../../../db/open'
import type { OfficeFacts, PlannedRow, Row } from '../../../jobs/imports/kind'
import { applySalaries } from '../../../jobs/people/kinds/apply-salaries'
import { salariesKind } from '../../../jobs/people/kinds/salaries'
import { decideSalary } from '../../../jobs/people/rules/decide-salary'
import type { SalaryOptions } from '../../../jobs/people/rules/pay'
import { officeFacts } from '../../../jobs/shared/settings'
import type { Currency } from '../../../jobs/values/money'
import type { LocalDate, Zone } from '../../../jobs/values/time'
import { TEST_NOW, type TestWrite, testWrite } from '../../support/office-db'

export const OFFICE: OfficeFacts = {
  currency: 'EUR' as Currency,
  zone: 'Europe/Lisbon' as Zone,
  now: TEST_NOW,
  today: '2026-01-02' as LocalDate,
}

export const JANUARY: SalaryOptions = { year: 2025, month: 1, salary_period: 'monthly' }

/** A row as the importer hands it over: fields that no column holds are null. */
export const salaryRow = (values: Row): Row => ({
  ...Object.fromEntries(salariesKind.fields.map((field) => [field.name, null])),
  ...values,
})

/** Plans and applies rows as the importer does; answers with what each row was to do. */
export function importSalaries(
  db: Db,
  rows: Row[],
  options: SalaryOptions = JANUARY,
  batch = 1,
): { write: TestWrite; outcomes: string[]; warnings: string[]; entities: Map<number, string> } {
  const write = testWrite(db, { actor: 'task:1' })
  const office = officeFacts(db, write.now)
  const snapshot = salariesKind.snapshot(db, options, office)
  const planned: PlannedRow[] = rows.map((values, i) => ({
    row: i + 2,
    values: salaryRow(values),
    plan: decideSalary(salaryRow(values), snapshot, options, office).plan,
  }))
  const good = planned.filter(({ plan }) => plan.outcome === 'create' || plan.outcome === 'update')
  const about = { id: batch, sha256: 'f'.repeat(64), fileName: 'salaries.csv', origin: `import:${batch}` }
  const entities = db.transaction(() => {
    const applied = applySalaries(write, good, options, about)
    salariesKind.afterApply?.(write, options, about)
    return applied
  })()
  return {
    write,
    outcomes: planned.map(({ plan }) => plan.outcome),
    warnings: planned.flatMap(({ plan }) => plan.warnings.map(({ reason }) => reason.code)),
    entities,
  }
}
