import type { Db } from '../../db/open'
import { type EmployeeRow, employeeRows } from '../../db/queries/people/employees'
import type { LocalDate } from '../values/time'
import type { KnownEmployee } from './rules/matching'

/** Everybody who is or was an employee, or those of the parties named, as the rows of a file are compared with them. */
export const knownEmployees = (db: Db, partyIds?: readonly number[]): KnownEmployee[] =>
  employeeRows(db, partyIds).map(knownEmployee)

const knownEmployee = (row: EmployeeRow): KnownEmployee => ({
  partyId: row.party_id,
  ref: row.external_ref,
  name: row.name,
  givenName: row.given_name,
  familyName: row.family_name,
  email: row.email,
  phone: row.phone,
  departmentId: row.department_id,
  department: row.department,
  from: row.from_on as LocalDate | null,
  to: row.to_on as LocalDate | null,
})
