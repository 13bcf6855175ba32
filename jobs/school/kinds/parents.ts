import type { Db } from '../../../db/open'
import { putTie } from '../../../db/queries/school/people'
import type { Write } from '../../engine/write'
import type { AppliedBatch, ImportKind, PlannedRow, Row } from '../../imports/kind'
import { Problem } from '../../values/problem'
import { parentSnapshot, type YearOptions } from '../known'
import { schoolPlanners } from '../planners'
import { decideParent, type ParentSnapshot, studentNumbers } from '../rules/staff-and-parents'
import { PARENT_FIELDS } from './fields'
import { YearOptionsSchema } from './options'
import { saveInRole } from './save'
import { PARENT_TABLES } from './undo-tables'

/** Parents and guardians, and whose they are. */
export const parentsKind: ImportKind<YearOptions, ParentSnapshot> = {
  kind: 'parents',
  label: 'Parents',
  module: 'school',
  fields: PARENT_FIELDS,
  options: YearOptionsSchema,
  snapshot: (db) => parentSnapshot(db),
  planner: schoolPlanners.parents,
  rowsMeet: true,
  apply: applyParents,
  undoTables: PARENT_TABLES,
  content,
}

function applyParents(write: Write, rows: PlannedRow[], _options: YearOptions, batch: AppliedBatch) {
  const snapshot = parentSnapshot(
    write.db,
    rows.flatMap(({ values }) => studentNumbers(values)),
  )
  const made = new Map<string, number>()
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideParent(values, snapshot)
    if (!deed) throw new Problem('school.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const known = made.get(deed.who)
    const person =
      deed.person ?? (known === undefined ? null : { ...deed.told, partyId: known, name: deed.told.name ?? '' })
    const id = saveInRole(write, 'guardian', person, deed.told, origin)
    made.set(deed.who, id)
    for (const { partyId } of deed.students) {
      putTie(write.db, { guardian_id: id, student_id: partyId, kinship: deed.kinship, origin })
    }
    entities.set(row, `party:${id}`)
  }
  return entities
}

/** A row for each tie; a parent whose student is gone has none, since a row must say whose parent it is. */
function* content(db: Db): Generator<Row> {
  const { guardians, students, ties } = parentSnapshot(db)
  const people = new Map(guardians.map((one) => [one.partyId, one]))
  const numbers = new Map(students.map((one) => [one.partyId, one.ref]))
  for (const { guardianId, studentId, kinship } of ties) {
    const one = people.get(guardianId)
    const number = numbers.get(studentId)
    if (!one || !number) continue
    yield {
      national_id: one.ref,
      name: one.name,
      given_name: one.givenName,
      family_name: one.familyName,
      email: one.email,
      phone: one.phone,
      student_admission_number: number,
      kinship,
    }
  }
}
