import type { Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import { changesOf, finding, madeOnce, mayCreate, numberOf, rowPlan, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import { type NamedYear, type YearFacts, yearOf } from './academic-year'
import { type KnownPerson, personCalled } from './people'

export type KnownClassroom = {
  id: number
  yearId: number
  year: string
  level: string
  stream: string | null
  capacity: number | null
  teacherId: number | null
  teacher: string | null
  enrolled: number
}

export type ClassroomSnapshot = YearFacts & { classrooms: KnownClassroom[]; teachers: KnownPerson[] }

export type ClassroomDeed = {
  classroom: KnownClassroom | null
  year: NamedYear
  level: string
  stream: string | null
  capacity: number | null
  teacherId: number | null
  /** A class teacher whom the school does not have and who is to be made. */
  newTeacher: string | null
}

const keyOf = (year: string, level: string, stream: string | null): string =>
  `${year}|${fold(level)}|${fold(stream ?? '')}`

const byKey = madeOnce(
  (classrooms: KnownClassroom[]) => new Map(classrooms.map((one) => [keyOf(one.year, one.level, one.stream), one])),
)

/** Decides what one row of a classrooms file does: a class is its level, its stream and its school year. */
export function decideClassroom(
  row: Row,
  snapshot: ClassroomSnapshot,
  office: OfficeFacts,
): { plan: RowPlan; deed: ClassroomDeed | null } {
  const level = textOf(row, 'level')
  const stream = textOf(row, 'stream')
  const capacity = numberOf(row, 'capacity')
  const errors: Finding[] = []
  const warnings: Finding[] = []
  const { year, error } = yearOf(row, snapshot, office.today)
  if (error) errors.push(error)
  if (level === null) errors.push(finding('level', null, 'school.level_missing'))
  const { person: teacher, fresh: newTeacher } = teacherOf(row, snapshot.teachers, errors)
  if (level === null || !year) return { plan: rowPlan({ key: null, entity: null, changes: [], errors }), deed: null }

  const key = keyOf(year.name, level, stream)
  const classroom = byKey(snapshot.classrooms).get(key) ?? null
  if (classroom && capacity !== null && capacity < classroom.enrolled) {
    const params = { capacity, enrolled: classroom.enrolled }
    warnings.push(finding('capacity', String(capacity), 'school.capacity_below_enrolled', params))
  }
  const changes = changesOf([
    ['capacity', classroom?.capacity ?? null, capacity],
    [
      'class_teacher',
      classroom?.teacher ?? null,
      newTeacher ?? (teacher && teacher.partyId !== classroom?.teacherId ? teacher.name : null),
    ],
  ])
  const plan = rowPlan({ key, entity: classroom ? `classroom:${classroom.id}` : null, changes, errors, warnings })
  const teacherId = teacher?.partyId ?? null
  return { plan, deed: errors.length > 0 ? null : { classroom, year, level, stream, capacity, teacherId, newTeacher } }
}

type NamedTeacher = { person: KnownPerson | null; fresh: string | null }

function teacherOf(row: Row, teachers: KnownPerson[], errors: Finding[]): NamedTeacher {
  const said = textOf(row, 'class_teacher')
  if (said === null) return { person: null, fresh: null }
  const { person, error } = personCalled(said, teachers, 'class_teacher', 'teacher')
  const isNew = error?.reason.code === 'school.unknown_teacher' && mayCreate(row, 'class_teacher')
  if (error && !isNew) errors.push(error)
  return { person, fresh: isNew ? said : null }
}

/** A class in one word: `Form 1 A`. */
export const nameOfClassroom = ({ level, stream }: { level: string; stream: string | null }): string =>
  stream === null ? level : `${level} ${stream}`

const NO_CLASSROOM: NamedClassroom = { classroom: null, fresh: null, error: null }

/** As a class is compared: `Form 1 A` and `form 1a` are one. */
export const squeezed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

const bySqueezedName = madeOnce((classrooms: KnownClassroom[]) => {
  const made = new Map<string, KnownClassroom[]>()
  for (const one of classrooms) {
    const name = `${one.year}|${squeezed(nameOfClassroom(one))}`
    made.set(name, [...(made.get(name) ?? []), one])
  }
  return made
})

export type NamedClassroom = {
  classroom: KnownClassroom | null
  /** A class that the school does not have and that is to be made. */
  fresh: { level: string; stream: string | null } | null
  error: Finding | null
}

/** The class a student's row names, by its level and stream or by its name. Nothing of it: it names none. */
export function classroomNamed(row: Row, year: NamedYear, classrooms: KnownClassroom[]): NamedClassroom {
  const [whole, level, stream] = [textOf(row, 'classroom'), textOf(row, 'level'), textOf(row, 'stream')]
  const found = whole ?? level ?? stream
  if (found === null) return NO_CLASSROOM
  const column = whole !== null ? 'classroom' : 'level'
  const named = candidates(whole, level, stream, year, classrooms)
  const [only, ...more] = named
  if (only && more.length === 0) return { ...NO_CLASSROOM, classroom: only }
  const newLevel = level ?? whole
  if (!only && newLevel !== null && mayCreate(row, column)) {
    return { ...NO_CLASSROOM, fresh: { level: newLevel, stream } }
  }
  const name = whole ?? [level, stream].filter((part) => part !== null).join(' ')
  const known = (named.length > 0 ? named : classrooms.filter((one) => one.year === year.name)).map(nameOfClassroom)
  const params = { name, year: year.name, known: known.length === 0 ? 'none' : known.slice(0, 8).join(', ') }
  const code = named.length > 1 ? 'school.which_classroom' : 'school.unknown_classroom'
  return { ...NO_CLASSROOM, error: finding(column, found, code, params) }
}

function candidates(
  whole: string | null,
  level: string | null,
  stream: string | null,
  year: NamedYear,
  classrooms: KnownClassroom[],
): KnownClassroom[] {
  if (level !== null) {
    const exact = byKey(classrooms).get(keyOf(year.name, level, stream))
    if (exact) return [exact]
    if (stream === null && whole === null) {
      return classrooms.filter((one) => one.year === year.name && fold(one.level) === fold(level))
    }
  }
  const name = whole ?? [level, stream].filter((part) => part !== null).join(' ')
  const named = bySqueezedName(classrooms).get(`${year.name}|${squeezed(name)}`) ?? []
  if (named.length > 0 || whole === null || level !== null) return named
  // A class column may hold the level alone, with the stream beside it or not at all.
  const exact = byKey(classrooms).get(keyOf(year.name, whole, stream))
  if (exact) return [exact]
  return stream === null ? classrooms.filter((one) => one.year === year.name && fold(one.level) === fold(whole)) : []
}
