import type { UndoTable } from '../../imports/kind'

/** What rows about people may write, parents first. */
export const PEOPLE_TABLES: UndoTable[] = [
  { table: 'party', key: ['id'], ownNumbers: true },
  { table: 'party_role', key: ['id'], ownNumbers: true },
  { table: 'department', key: ['id'], ownNumbers: true },
  { table: 'employee_department', key: ['party_id'] },
  { table: 'contract', key: ['id'], ownNumbers: true },
  { table: 'bank_account', key: ['party_id'] },
]

export const SALARY_TABLES: UndoTable[] = [
  ...PEOPLE_TABLES,
  { table: 'month_item', key: ['party_id', 'month', 'source', 'code'] },
  { table: 'salary_fact', key: ['id'], ownNumbers: true },
]
