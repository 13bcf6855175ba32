import type { Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import { changesOf, dateOf, finding, madeOnce, rowPlan, textOf } from '../../shared/planning'
import type { LocalDate } from '../../values/time'
import { type NamedYear, type YearFacts, yearOf } from './academic-year'
import { classroomNamed, type KnownClassroom, type NamedClassroom, nameOfClassroom } from './classrooms'
import { type KnownPerson, lookups, personChanges, type ToldPerson, toldPerson } from './people'

export type KnownStudent = KnownPerson & { bornOn: LocalDate | null; gender: string | null; address: string | null }

export type StudentSnapshot = YearFacts & {
  students: KnownStudent[]
  classrooms: KnownClassroom[]
  enrolments: { studentId: number; yearId: number; classroomId: number }[]
}

export type StudentDeed = {
  student: KnownStudent | null
  told: ToldPerson
  details: { bornOn: LocalDate | null; gender: string | null; address: string | null }
  year: NamedYear
  /** Null: the row names no class, or the one the student is in. */
  classroom: KnownClassroom | null
  /** A class that the school does not have yet. */
  fresh: NamedClassroom['fresh']
}

export const STUDENT_KEYS = { ref: 'admission_number', from: 'enrolled_on', to: 'left_on' }

const enrolments = madeOnce(
  (snapshot: StudentSnapshot) =>
    new Map(snapshot.enrolments.map((one) => [`${one.studentId}|${one.yearId}`, one.classroomId])),
)

/** Who joins a class by the rows of this file, by their numbers: a row that is planned again counts once. */
const joining = madeOnce((_snapshot: StudentSnapshot) => new Map<number, Set<string>>())

/** Decides what one row of a students file does. */
export function decideStudent(
  row: Row,
  snapshot: StudentSnapshot,
  office: OfficeFacts,
): { plan: RowPlan; deed: StudentDeed | null } {
  const told = toldPerson(row, STUDENT_KEYS)
  const student = told.ref === null ? null : ((lookups(snapshot.students).ref.get(told.ref) as KnownStudent) ?? null)
  const details = { bornOn: dateOf(row, 'born_on'), gender: textOf(row, 'gender'), address: textOf(row, 'address') }
  const errors: Finding[] = []
  if (told.ref === null) errors.push(finding('admission_number', null, 'school.admission_number_missing'))
  if (student === null && told.name === null) errors.push(finding('name', null, 'school.student_name_missing'))
  if (details.bornOn !== null && details.bornOn > office.today) {
    errors.push(finding('born_on', details.bornOn, 'school.born_in_future', { found: details.bornOn }))
  }
  const [from, to] = [told.from ?? student?.from ?? null, told.to ?? student?.to ?? null]
  if (from !== null && to !== null && to < from) {
    errors.push(finding('left_on', to, 'school.left_before_enrolled', { enrolled: from, left: to }))
  }
  const { year, error } = yearOf(row, snapshot, office.today)
  if (error) errors.push(error)
  const named = year ? classroomNamed(row, year, snapshot.classrooms) : null
  if (named?.error) errors.push(named.error)
  const fresh = named?.fresh ?? null

  const before = student && year ? (enrolments(snapshot).get(`${student.partyId}|${year.id}`) ?? null) : null
  const classroom = named?.classroom && named.classroom.id !== before ? named.classroom : null
  const joins = classroom ?? fresh
  if (classroom && told.ref !== null && errors.length === 0) {
    const full = seat(classroom, told.ref, snapshot)
    if (full)
      errors.push(
        finding(textOf(row, 'classroom') === null ? 'level' : 'classroom', nameOfClassroom(classroom), ...full),
      )
  }
  const beforeName = snapshot.classrooms.find(({ id }) => id === before)
  const changes = changesOf([
    ...personChanges(student, told, STUDENT_KEYS),
    ['born_on', student?.bornOn ?? null, details.bornOn],
    ['gender', student?.gender ?? null, details.gender],
    ['address', student?.address ?? null, details.address],
    ['classroom', beforeName ? nameOfClassroom(beforeName) : null, joins && nameOfClassroom(joins)],
  ])
  const key = told.ref === null ? null : `ref:${told.ref}`
  const plan = rowPlan({ key, entity: student ? `party:${student.partyId}` : null, changes, errors })
  return { plan, deed: errors.length > 0 || !year ? null : { student, told, details, year, classroom, fresh } }
}

/** Takes a seat in the class; says so where there is none left, counting the rows of the same file. */
function seat(
  classroom: KnownClassroom,
  ref: string,
  snapshot: StudentSnapshot,
): ['school.classroom_full', Record<string, string | number>] | null {
  const joined = joining(snapshot).get(classroom.id) ?? new Set<string>()
  joining(snapshot).set(classroom.id, joined)
  const { capacity, enrolled } = classroom
  if (joined.has(ref)) return null
  if (capacity !== null && enrolled + joined.size >= capacity) {
    return [
      'school.classroom_full',
      { classroom: nameOfClassroom(classroom), capacity, enrolled, joining: joined.size },
    ]
  }
  joined.add(ref)
  return null
}
