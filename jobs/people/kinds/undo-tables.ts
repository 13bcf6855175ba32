import type { UndoTable } from '../../imports/kind'

/** What rows about people may write, parents first. */
export const PEOPLE_TABLES: UndoTable[] = [
  { table: 'party', key: ['id'] },
  { table: 'party_role', key: ['id'] },
  { table: 'department', key: ['id'] },
  { table: 'employee_department', key: ['party_id'] },
  { table: 'contract', key: ['id'] },
  { table: 'bank_account', key: ['party_id'] },
]

export const SALARY_TABLES: UndoTable[] = [
  ...PEOPLE_TABLES,
  { table: 'month_item', key: ['party_id', 'month', 'source', 'code'] },
  { table: 'salary_fact', key: ['id'] },
]
