import type { Db } from '../../db/open'
import {
  departmentByFolded,
  departmentOfParty,
  departmentRows,
  type EmployeeDepartmentRow,
  insertDepartment,
  putEmployeeDepartments,
} from '../../db/queries/people/departments'
import type { Write } from '../engine/write'
import { fold } from '../values/fold'
import { withoutInvisible } from '../values/invisible'

export type Department = { id: number; name: string }

/** The department an employee is in; null: none. */
export function departmentOf(db: Db, partyId: number): Department | null {
  const row = departmentOfParty(db, partyId)
  return row ? { id: row.id, name: row.name } : null
}

export const departments = (db: Db): Department[] => departmentRows(db).map(({ id, name }) => ({ id, name }))

/** The department of a name, made where there is none yet. Names that differ only in case and blanks are one. */
export function departmentNamed(write: Write, given: string, origin: string): number {
  const name = withoutInvisible(given)
  const folded = fold(name)
  return (
    departmentByFolded(write.db, folded)?.id ??
    insertDepartment(write.db, { name: name.trim(), folded, origin, created_at: write.now })
  )
}

/** `departmentNamed` for the rows of one file, which name few departments many times. */
export function departmentLookup(write: Write): (name: string, origin: string) => number {
  const known = new Map<string, number>()
  return (name, origin) => {
    const id = known.get(name) ?? departmentNamed(write, name, origin)
    known.set(name, id)
    return id
  }
}

/** Puts an employee into a department; the same one again changes nothing. */
export function putIntoDepartment(write: Write, partyId: number, departmentId: number, origin: string): void {
  putEmployeeDepartments(write.db, [{ party_id: partyId, department_id: departmentId, origin }])
}

/** The departments that the rows of one page put people into: gathered, and written in one statement at its end. */
export class DepartmentMoves {
  readonly #rows: EmployeeDepartmentRow[] = []

  put(partyId: number, departmentId: number, origin: string): void {
    this.#rows.push({ party_id: partyId, department_id: departmentId, origin })
  }

  save(write: Write): void {
    putEmployeeDepartments(write.db, this.#rows)
  }
}
