import type { Db } from '../../db/open'
import { type ClassroomRow, classroomRows } from '../../db/queries/school/classrooms'
import { assessmentRows, markRows, subjectRows, termRows } from '../../db/queries/school/marks'
import {
  enrolmentRows,
  guardianTies,
  type RoleHolderRow,
  roleHolders,
  studentRows,
} from '../../db/queries/school/people'
import { academicYears } from '../../db/queries/school/years'
import { Problem } from '../values/problem'
import type { LocalDate } from '../values/time'
import type { AcademicYear, YearFacts } from './rules/academic-year'
import type { ClassroomSnapshot, KnownClassroom } from './rules/classrooms'
import type { MarkSnapshot } from './rules/marks'
import type { KnownPerson } from './rules/people'
import type { ParentSnapshot, TeacherSnapshot } from './rules/staff-and-parents'
import type { KnownStudent, StudentSnapshot } from './rules/students'

// What the rows of the school's files are compared with, as it stands now: of everybody when a file is checked, of those
// whom its rows name when a page of it is written.

export type YearOptions = { academic_year_id?: number | undefined }

export const knownYears = (db: Db): AcademicYear[] =>
  academicYears(db).map(({ id, name, first_year, starts_on, ends_on }) => ({
    id,
    name,
    firstYear: first_year,
    startsOn: starts_on as LocalDate | null,
    endsOn: ends_on as LocalDate | null,
  }))

/** The school years and the one chosen for a file; a year nobody knows is refused by its number. */
function yearFacts(db: Db, { academic_year_id: chosen }: YearOptions): YearFacts {
  const years = knownYears(db)
  if (chosen !== undefined && !years.some(({ id }) => id === chosen)) {
    const known = years.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none'
    throw new Problem('school.year_not_found', { id: chosen, known }, { kind: 'not_found' })
  }
  return { years, chosenYearId: chosen ?? null }
}

const knownPerson = (row: RoleHolderRow): KnownPerson => ({
  partyId: row.party_id,
  ref: row.external_ref,
  name: row.name,
  givenName: row.given_name,
  familyName: row.family_name,
  email: row.email,
  phone: row.phone,
  from: row.from_on as LocalDate | null,
  to: row.to_on as LocalDate | null,
})

const knownStudents = (db: Db, numbers?: readonly string[]): KnownStudent[] =>
  studentRows(db, numbers).map((row) => ({
    ...knownPerson(row),
    bornOn: row.born_on as LocalDate | null,
    gender: row.gender,
    address: row.address,
  }))

const knownClassroom = (row: ClassroomRow): KnownClassroom => ({
  id: row.id,
  yearId: row.year_id,
  year: row.year,
  level: row.level,
  stream: row.stream,
  capacity: row.capacity,
  teacherId: row.teacher_id,
  teacher: row.teacher,
  enrolled: row.enrolled,
})

export const classroomSnapshot = (db: Db, options: YearOptions): ClassroomSnapshot => ({
  ...yearFacts(db, options),
  classrooms: classroomRows(db).map(knownClassroom),
  teachers: roleHolders(db, 'teacher').map(knownPerson),
})

/** `numbers`: the admission numbers of a page of rows. */
export function studentSnapshot(db: Db, options: YearOptions, numbers?: readonly string[]): StudentSnapshot {
  const students = knownStudents(db, numbers)
  return {
    ...yearFacts(db, options),
    students,
    classrooms: classroomRows(db).map(knownClassroom),
    enrolments: enrolmentRows(db, numbers && partyIds(students)).map((row) => ({
      studentId: row.student_id,
      yearId: row.year_id,
      classroomId: row.classroom_id,
    })),
  }
}

const partyIds = (people: readonly KnownPerson[]): number[] => people.map(({ partyId }) => partyId)

/** `known`: the parties that a page of rows was planned for. */
export const teacherSnapshot = (db: Db, known?: readonly number[]): TeacherSnapshot => ({
  teachers: roleHolders(db, 'teacher', known).map(knownPerson),
})

/**
 * `numbers`: the admission numbers of a page of rows. The guardians are all of them nevertheless: a parent whom an earlier
 * page has made is found again by number, e-mail or phone.
 */
export function parentSnapshot(db: Db, numbers?: readonly string[]): ParentSnapshot {
  const students = studentRows(db, numbers).map(knownPerson)
  return {
    guardians: roleHolders(db, 'guardian').map(knownPerson),
    students,
    ties: guardianTies(db, numbers && partyIds(students)).map((row) => ({
      guardianId: row.guardian_id,
      studentId: row.student_id,
      kinship: row.kinship,
    })),
  }
}

/** `numbers`: the admission numbers of a page of rows; of 5,000 students with ten subjects all marks would be 50,000. */
export function markSnapshot(db: Db, options: YearOptions, numbers?: readonly string[]): MarkSnapshot {
  const students = studentRows(db, numbers).map(knownPerson)
  const facts = yearFacts(db, options)
  const years = new Map(facts.years.map(({ id, name }) => [id, name]))
  const terms = new Map(termRows(db).map((term) => [term.id, term]))
  const subjects = new Map(subjectRows(db).map((subject) => [subject.id, subject.name]))
  return {
    ...facts,
    students,
    subjects: [...subjects.values()],
    assessments: assessmentRows(db).map((row) => ({
      id: row.id,
      year: years.get(terms.get(row.term_id)?.year_id ?? 0) ?? '',
      term: terms.get(row.term_id)?.name ?? '',
      subject: subjects.get(row.subject_id) ?? '',
      name: row.name,
      maximumMilli: row.maximum_milli,
      weightPpm: row.weight_ppm,
    })),
    marks: markRows(db, numbers && partyIds(students)).map((row) => ({
      id: row.id,
      studentId: row.student_id,
      assessmentId: row.assessment_id,
      status: row.status,
      scoreMilli: row.score_milli,
      comment: row.comment,
    })),
  }
}
