import type { Db } from '../../open'
import { statement } from '../../statement'

export type DepartmentRow = { id: number; name: string; folded: string }

export const departmentRows = (db: Db): DepartmentRow[] =>
  statement(db, 'select id, name, folded from department order by folded').all() as DepartmentRow[]

export const departmentByFolded = (db: Db, folded: string): DepartmentRow | undefined =>
  statement(db, 'select id, name, folded from department where folded = ?').get(folded) as DepartmentRow | undefined

export const insertDepartment = (
  db: Db,
  row: Omit<DepartmentRow, 'id'> & { origin: string; created_at: number },
): number =>
  Number(
    statement(
      db,
      'insert into department (name, folded, origin, created_at) values (@name, @folded, @origin, @created_at)',
    ).run(row).lastInsertRowid,
  )

export const departmentOfParty = (db: Db, partyId: number): DepartmentRow | undefined =>
  statement(
    db,
    `select d.id, d.name, d.folded
       from employee_department e join department d on d.id = e.department_id
      where e.party_id = ?`,
  ).get(partyId) as DepartmentRow | undefined

export type EmployeeDepartmentRow = { party_id: number; department_id: number; origin: string }

/** Puts employees into departments, all in one statement; the same one again changes nothing, of two for one the last counts. */
export const putEmployeeDepartments = (db: Db, rows: readonly EmployeeDepartmentRow[]): void => {
  statement(
    db,
    `insert into employee_department (party_id, department_id, origin)
     select value ->> 0, value ->> 1, value ->> 2 from json_each(?) where true
     on conflict (party_id) do update set department_id = excluded.department_id, origin = excluded.origin
      where department_id is not excluded.department_id`,
  ).run(JSON.stringify(rows.map((row) => [row.party_id, row.department_id, row.origin])))
}

export const deleteEmployeeDepartment = (db: Db, partyId: number): void => {
  statement(db, 'delete from employee_department where party_id = ?').run(partyId)
}
