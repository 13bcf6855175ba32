import type { UndoTable } from '../../imports/kind'

// What the rows of each kind may write, parents first; the first table is what a row is about.

const YEAR: UndoTable = { table: 'academic_year', key: ['id'], ownNumbers: true }
const PERSON: UndoTable[] = [
  { table: 'party', key: ['id'], ownNumbers: true },
  { table: 'party_role', key: ['id'], ownNumbers: true },
]

const CLASSROOM: UndoTable = { table: 'classroom', key: ['id'], ownNumbers: true }

export const CLASSROOM_TABLES: UndoTable[] = [CLASSROOM, YEAR, ...PERSON]
export const STUDENT_TABLES: UndoTable[] = [
  ...PERSON,
  { table: 'student', key: ['party_id'] },
  { table: 'enrolment', key: ['id'], ownNumbers: true },
  CLASSROOM,
  YEAR,
]
export const TEACHER_TABLES: UndoTable[] = PERSON
export const PARENT_TABLES: UndoTable[] = [
  ...PERSON,
  { table: 'party_link', key: ['party_id', 'related_id', 'relation'] },
]
export const MARK_TABLES: UndoTable[] = [
  { table: 'mark', key: ['id'], ownNumbers: true },
  { table: 'assessment', key: ['id'], ownNumbers: true },
  { table: 'term', key: ['id'], ownNumbers: true },
  { table: 'subject', key: ['id'], ownNumbers: true },
  YEAR,
]
