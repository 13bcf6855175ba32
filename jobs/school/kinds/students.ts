import type { Db } from '../../../db/open'
import { putEnrolment, putStudent } from '../../../db/queries/school/people'
import type { Write } from '../../engine/write'
import {
  type AppliedBatch,
  type ImportKind,
  type OfficeFacts,
  type PlannedRow,
  type Row,
  textsOf,
} from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { studentSnapshot, type YearOptions } from '../known'
import { schoolPlanners } from '../planners'
import { currentYear } from '../rules/academic-year'
import { nameOfClassroom } from '../rules/classrooms'
import { decideStudent, STUDENT_KEYS, type StudentSnapshot } from '../rules/students'
import { STUDENT_FIELDS } from './fields'
import { YearOptionsSchema } from './options'
import { freshClassrooms, saveInRole, yearLookup } from './save'
import { STUDENT_TABLES } from './undo-tables'

/** Who learns here, and in which class of the school year. */
export const studentsKind: ImportKind<YearOptions, StudentSnapshot> = {
  kind: 'students',
  label: 'Students',
  module: 'school',
  fields: about('student', ...STUDENT_FIELDS),
  options: YearOptionsSchema,
  snapshot: (db, options) => studentSnapshot(db, options),
  planner: schoolPlanners.students,
  known: ({ classrooms }) => ({ classroom: classrooms.map(nameOfClassroom) }),
  rowsMeet: true,
  apply: applyStudents,
  undoTables: STUDENT_TABLES,
  content,
}

function applyStudents(write: Write, rows: PlannedRow[], options: YearOptions, batch: AppliedBatch) {
  const snapshot = studentSnapshot(write.db, options, textsOf(rows, STUDENT_KEYS.ref))
  const office = officeFacts(write.db, write.now)
  const yearId = yearLookup(write)
  const classroomId = freshClassrooms(write)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideStudent(values, snapshot, office)
    if (!deed) throw new Problem('school.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const partyId = saveInRole(write, 'student', deed.student, deed.told, origin)
    const { bornOn, gender, address } = deed.details
    putStudent(write.db, { party_id: partyId, born_on: bornOn, gender, address, origin })
    const { classroom, fresh } = deed
    if (classroom || fresh) {
      const year = yearId(deed.year, origin)
      const joins = fresh ? classroomId(year, fresh, origin) : classroom?.id
      if (joins) putEnrolment(write.db, { student_id: partyId, year_id: year, classroom_id: joins, origin })
    }
    entities.set(row, `party:${partyId}`)
  }
  return entities
}

/** Every student with the class of one school year: the chosen one, else the current one. */
function* content(db: Db, options: YearOptions, office: OfficeFacts): Generator<Row> {
  const { students, classrooms, enrolments, years, chosenYearId } = studentSnapshot(db, options)
  const year = chosenYearId === null ? currentYear(years, office.today) : years.find(({ id }) => id === chosenYearId)
  const rooms = new Map(classrooms.map((one) => [one.id, one]))
  const seats = new Map(
    enrolments.flatMap((one) =>
      one.yearId === year?.id ? [[one.studentId, rooms.get(one.classroomId)] as const] : [],
    ),
  )
  for (const student of students) {
    const room = seats.get(student.partyId)
    yield {
      admission_number: student.ref,
      name: student.name,
      given_name: student.givenName,
      family_name: student.familyName,
      born_on: student.bornOn,
      gender: student.gender,
      email: student.email,
      phone: student.phone,
      address: student.address,
      level: room?.level ?? null,
      stream: room?.stream ?? null,
      school_year: room?.year ?? null,
      enrolled_on: student.from,
      left_on: student.to,
    }
  }
}
