import type { UndoTable } from '../../imports/kind'

// What the rows of each kind may write, parents first; the first table is what a row is about.

const YEAR: UndoTable = { table: 'academic_year', key: ['id'] }
const PERSON: UndoTable[] = [
  { table: 'party', key: ['id'] },
  { table: 'party_role', key: ['id'] },
]

export const CLASSROOM_TABLES: UndoTable[] = [{ table: 'classroom', key: ['id'] }, YEAR]
export const STUDENT_TABLES: UndoTable[] = [
  ...PERSON,
  { table: 'student', key: ['party_id'] },
  { table: 'enrolment', key: ['id'] },
  YEAR,
]
export const TEACHER_TABLES: UndoTable[] = PERSON
export const PARENT_TABLES: UndoTable[] = [
  ...PERSON,
  { table: 'party_link', key: ['party_id', 'related_id', 'relation'] },
]
export const MARK_TABLES: UndoTable[] = [
  { table: 'mark', key: ['id'] },
  { table: 'assessment', key: ['id'] },
  { table: 'term', key: ['id'] },
  { table: 'subject', key: ['id'] },
  YEAR,
]
