import { z } from 'zod'
import type { ImportKind } from '../../imports/kind'
import { contractsOf } from '../../payroll'
import { knownEmployees } from '../known-employees'
import { peoplePlanners } from '../planners'
import type { EmployeeSnapshot } from '../rules/decide-employee'
import { applyEmployees } from './apply-employees'
import { CONTACT_FIELDS, IDENTITY_FIELDS } from './fields'
import { PEOPLE_TABLES } from './undo-tables'

/** Who works here and how to reach them. A file changes only what it has columns for. */
export const employeesKind: ImportKind<Record<string, never>, EmployeeSnapshot> = {
  kind: 'employees',
  label: 'Employees',
  module: 'people',
  fields: [...IDENTITY_FIELDS, ...CONTACT_FIELDS],
  options: z.strictObject({}),
  snapshot: (db) => ({ employees: knownEmployees(db), contracts: contractsOf(db) }),
  planner: peoplePlanners.employees,
  apply: applyEmployees,
  afterApply: (write) => write.emit({ type: 'employees_changed' }),
  undoTables: PEOPLE_TABLES,
}
