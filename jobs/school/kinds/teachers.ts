import type { Db } from '../../../db/open'
import type { Write } from '../../engine/write'
import { type AppliedBatch, type ImportKind, type PlannedRow, partiesOf, type Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { Problem } from '../../values/problem'
import { teacherSnapshot, type YearOptions } from '../known'
import { schoolPlanners } from '../planners'
import { decideTeacher, type TeacherSnapshot } from '../rules/staff-and-parents'
import { TEACHER_FIELDS } from './fields'
import { YearOptionsSchema } from './options'
import { saveInRole } from './save'
import { TEACHER_TABLES } from './undo-tables'

/** Who teaches here. */
export const teachersKind: ImportKind<YearOptions, TeacherSnapshot> = {
  kind: 'teachers',
  label: 'Teachers',
  module: 'school',
  fields: about('teacher', ...TEACHER_FIELDS),
  options: YearOptionsSchema,
  snapshot: (db) => teacherSnapshot(db),
  planner: schoolPlanners.teachers,
  apply: applyTeachers,
  undoTables: TEACHER_TABLES,
  content,
}

function applyTeachers(write: Write, rows: PlannedRow[], _options: YearOptions, batch: AppliedBatch) {
  const snapshot = teacherSnapshot(write.db, partiesOf(rows))
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideTeacher(values, snapshot)
    if (!deed) throw new Problem('school.row_no_longer_fits', { row }, { kind: 'conflict' })
    const id = saveInRole(write, 'teacher', deed.person, deed.told, `${batch.origin}/${row}`)
    entities.set(row, `party:${id}`)
  }
  return entities
}

function* content(db: Db): Generator<Row> {
  for (const one of teacherSnapshot(db).teachers) {
    yield {
      national_id: one.ref,
      name: one.name,
      given_name: one.givenName,
      family_name: one.familyName,
      email: one.email,
      phone: one.phone,
      hire_date: one.from,
    }
  }
}
