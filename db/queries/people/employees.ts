import type { Db } from '../../open'
import { statement } from '../../statement'

/** An employee: the party, its role and its department. */
export type EmployeeRow = {
  party_id: number
  external_ref: string | null
  name: string
  given_name: string | null
  family_name: string | null
  email: string | null
  phone: string | null
  language: string | null
  department_id: number | null
  department: string | null
  from_on: string | null
  to_on: string | null
}

const EMPLOYEE = `
  select p.id as party_id, r.external_ref, p.name, p.given_name, p.family_name, p.email, p.phone, p.language,
         d.id as department_id, d.name as department, r.from_on, r.to_on
    from party_role r
    join party p on p.id = r.party_id
    left join employee_department e on e.party_id = r.party_id
    left join department d on d.id = e.department_id
   where r.role = 'employee'`

/** Everybody who is or was an employee, or those of the parties named, by id. */
export const employeeRows = (db: Db, partyIds?: readonly number[]): EmployeeRow[] =>
  (partyIds
    ? statement(db, `${EMPLOYEE} and r.party_id in (select value from json_each(?)) order by p.id`).all(
        JSON.stringify(partyIds),
      )
    : statement(db, `${EMPLOYEE} order by p.id`).all()) as EmployeeRow[]

export const employeeRow = (db: Db, partyId: number): EmployeeRow | undefined =>
  statement(db, `${EMPLOYEE} and r.party_id = ?`).get(partyId) as EmployeeRow | undefined

export type EmployeeSearch = {
  /** Part of a name, number or mail address; '' finds everybody. `%`, `_` and `\\` mean themselves. */
  text: string
  /** The last row of the page before; null for the first page. */
  after: { name: string; id: number } | null
  limit: number
}

/** A page of employees by name, then id. A scan over the names: 50,000 people take some 20 ms, no index serves "contains". */
export function searchEmployees(db: Db, search: EmployeeSearch): EmployeeRow[] {
  const like = `%${search.text.replace(/[\\%_]/g, '\\$&')}%`
  return statement(
    db,
    `${EMPLOYEE}
       and (p.name like @like escape '\\' or r.external_ref like @like escape '\\' or p.email like @like escape '\\'
            or d.name like @like escape '\\')
       and (@id is null or (p.name collate nocase, p.id) > (@name, @id))
     order by p.name collate nocase, p.id
     limit @limit`,
  ).all({ like, id: search.after?.id ?? null, name: search.after?.name ?? null, limit: search.limit }) as EmployeeRow[]
}
