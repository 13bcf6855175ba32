import type { Finding, Row, RowPlan } from '../../imports/kind'
import { changesOf, finding, madeOnce, rowPlan, saidBefore, textOf } from '../../shared/planning'
import { identifyPerson, type KnownPerson, lookups, personChanges, type ToldPerson, toldPerson } from './people'

export const TEACHER_KEYS = { ref: 'national_id', from: 'hire_date' }
export const PARENT_KEYS = { ref: 'national_id' }

export type TeacherSnapshot = { teachers: KnownPerson[] }
export type TeacherDeed = { person: KnownPerson | null; told: ToldPerson }

/** Decides what one row of a teachers file does: a teacher is a national ID, or an e-mail. */
export function decideTeacher(row: Row, { teachers }: TeacherSnapshot): { plan: RowPlan; deed: TeacherDeed | null } {
  const told = toldPerson(row, TEACHER_KEYS)
  const { person, key, error } = identifyPerson(told, teachers, false)
  const errors: Finding[] = error ? [error] : []
  if (!person && !error && told.name === null) errors.push(finding('name', null, 'school.teacher_name_missing'))
  const changes = changesOf(personChanges(person, told, TEACHER_KEYS))
  const plan = rowPlan({ key, entity: person ? `party:${person.partyId}` : null, changes, errors })
  return { plan, deed: errors.length > 0 ? null : { person, told } }
}

export type ParentSnapshot = {
  guardians: KnownPerson[]
  students: KnownPerson[]
  ties: { guardianId: number; studentId: number; kinship: string | null }[]
}
export type ParentDeed = {
  person: KnownPerson | null
  told: ToldPerson
  /** Rows of one file about the same new parent share it. */
  who: string
  kinship: string | null
  /** Students, with the kinship that is known of each; undefined: not tied yet. */
  students: { partyId: number; known: string | null | undefined }[]
}

const tiesOf = madeOnce(
  (snapshot: ParentSnapshot) =>
    new Map(snapshot.ties.map((one) => [`${one.guardianId}|${one.studentId}`, one.kinship])),
)
const saidOf = madeOnce((_snapshot: ParentSnapshot) => new Map<string, string>())

/** The admission numbers in a row; several stand in one cell. */
export const studentNumbers = (row: Row): string[] =>
  (textOf(row, 'student_admission_number') ?? '')
    .split(/[;,/|]/)
    .map((one) => one.trim())
    .filter(Boolean)

/**
 * Decides what one row of a parents file does: a parent (national ID, e-mail or phone) and whose parent it is. A parent of
 * two children has two rows, or one with both numbers; what the rows say of the parent must be the same.
 */
export function decideParent(row: Row, snapshot: ParentSnapshot): { plan: RowPlan; deed: ParentDeed | null } {
  const told = toldPerson(row, PARENT_KEYS)
  const { person, key: who, error } = identifyPerson(told, snapshot.guardians, true)
  const errors: Finding[] = error ? [error] : []
  if (!person && !error && told.name === null) errors.push(finding('name', null, 'school.parent_name_missing'))
  const numbers = studentNumbers(row)
  if (numbers.length === 0) errors.push(finding('student_admission_number', null, 'school.whose_parent'))
  const students = numbers.flatMap((number) => {
    const student = lookups(snapshot.students).ref.get(number)
    if (!student) errors.push(finding('student_admission_number', number, 'school.unknown_student', { number }))
    return student ? [student] : []
  })
  if (who !== null && errors.length === 0) {
    const said = saidOf(snapshot)
    const differs = Object.entries(told).some(
      ([field, word]) => word !== null && saidBefore(said, `${who}|${field}`, word) !== null,
    )
    if (differs)
      errors.push(finding('name', told.name, 'school.parent_contradicts', { name: told.name ?? person?.name ?? who }))
  }
  const kinship = textOf(row, 'kinship')
  const tied = students.map((student) => ({
    partyId: student.partyId,
    known: person ? tiesOf(snapshot).get(`${person.partyId}|${student.partyId}`) : undefined,
  }))
  const changes = changesOf([
    ...personChanges(person, told, PARENT_KEYS),
    ...tied.map(({ known }, index) =>
      known === undefined
        ? (['student_admission_number', null, numbers[index] ?? ''] as const)
        : (['kinship', known, kinship] as const),
    ),
  ])
  const key = who === null ? null : `${who}|${[...numbers].sort().join('|')}`
  const plan = rowPlan({ key, entity: person ? `party:${person.partyId}` : null, changes, errors })
  const deed = errors.length > 0 || who === null ? null : { person, told, who, kinship, students: tied }
  return { plan, deed }
}
