import type { Db } from '../../../db/open'
import { classroomRows, putClassroom } from '../../../db/queries/school/classrooms'
import type { Write } from '../../engine/write'
import type { AppliedBatch, ImportKind, PlannedRow, Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { officeFacts } from '../../shared/settings'
import { fold } from '../../values/fold'
import { Problem } from '../../values/problem'
import { classroomSnapshot, type YearOptions } from '../known'
import { schoolPlanners } from '../planners'
import { type ClassroomSnapshot, decideClassroom } from '../rules/classrooms'
import { CLASSROOM_FIELDS } from './class-fields'
import { YearOptionsSchema } from './options'
import { freshTeachers, yearLookup } from './save'
import { CLASSROOM_TABLES } from './undo-tables'

/** The classes of a school year, with their capacity and class teacher. */
export const classroomsKind: ImportKind<YearOptions, ClassroomSnapshot> = {
  kind: 'classrooms',
  label: 'Classes',
  module: 'school',
  fields: about('classroom', ...CLASSROOM_FIELDS),
  options: YearOptionsSchema,
  snapshot: classroomSnapshot,
  planner: schoolPlanners.classrooms,
  known: ({ teachers }) => ({ class_teacher: teachers.map(({ name }) => name) }),
  apply: applyClassrooms,
  undoTables: CLASSROOM_TABLES,
  content,
}

function applyClassrooms(write: Write, rows: PlannedRow[], options: YearOptions, batch: AppliedBatch) {
  const snapshot = classroomSnapshot(write.db, options)
  const office = officeFacts(write.db, write.now)
  const yearId = yearLookup(write)
  const teacherId = freshTeachers(write)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideClassroom(values, snapshot, office)
    if (!deed) throw new Problem('school.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const id = putClassroom(write.db, {
      year_id: yearId(deed.year, origin),
      level: deed.level,
      level_folded: fold(deed.level),
      stream: deed.stream,
      stream_folded: fold(deed.stream ?? ''),
      capacity: deed.capacity,
      teacher_id: deed.newTeacher === null ? deed.teacherId : teacherId(deed.newTeacher, origin),
      origin,
    })
    entities.set(row, `classroom:${id}`)
  }
  return entities
}

/** A teacher goes by what nobody else has: the number, else the e-mail, else the name. */
function* content(db: Db): Generator<Row> {
  for (const row of classroomRows(db)) {
    yield {
      level: row.level,
      stream: row.stream,
      school_year: row.year,
      capacity: row.capacity,
      class_teacher: row.teacher_ref ?? row.teacher_email ?? row.teacher,
    }
  }
}
