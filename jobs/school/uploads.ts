import { insertAcademicYear } from '../../db/queries/school/years'
import type { Write } from '../engine/write'
import { defineUpload, type Started, type StoredUpload, startImport } from '../imports'
import { officeFacts } from '../shared/settings'
import { knownYears } from './known'
import { assumedYear } from './rules/academic-year'
import { schoolRuns } from './runs'

/** The bulk uploads of guide 004: one task each that checks a file and writes its good rows. */
export const uploads = [
  defineUpload({
    name: 'school.bulk_upload_students',
    aliases: ['academic.tasks.bulk_upload_students_task'],
    queue: 'academic',
    kind: 'students',
    run: schoolRuns['school.bulk_upload_students'],
  }),
  defineUpload({
    name: 'school.bulk_upload_classrooms',
    aliases: ['academic.tasks.bulk_upload_classrooms_task'],
    queue: 'academic',
    kind: 'classrooms',
    run: schoolRuns['school.bulk_upload_classrooms'],
  }),
  defineUpload({
    name: 'school.bulk_upload_teachers',
    aliases: ['users.tasks.bulk_upload_teachers_task'],
    queue: 'users',
    kind: 'teachers',
    run: schoolRuns['school.bulk_upload_teachers'],
  }),
  defineUpload({
    name: 'school.bulk_upload_parents',
    aliases: ['users.tasks.bulk_upload_parents_task'],
    queue: 'users',
    kind: 'parents',
    run: schoolRuns['school.bulk_upload_parents'],
  }),
  defineUpload({
    name: 'school.bulk_upload_marks',
    aliases: [],
    queue: 'academic',
    kind: 'marks',
    run: schoolRuns['school.bulk_upload_marks'],
  }),
]

export type UploadKind = 'students' | 'classrooms' | 'teachers' | 'parents' | 'marks'

/**
 * Takes a file in and enqueues the task that does all of it. `yearId`: the school year meant, else the current one; an
 * office that has none yet begins with the one that today lies in, so that a number can be given from the first file on.
 */
export function startUpload(
  write: Write,
  file: StoredUpload,
  kind: UploadKind,
  { yearId, userId }: { yearId?: number | undefined; userId?: number | undefined },
): Started {
  if (knownYears(write.db).length === 0) {
    const { name, firstYear } = assumedYear(officeFacts(write.db, write.now).today)
    insertAcademicYear(write.db, { name, first_year: firstYear, origin: write.actor })
  }
  const year = yearId === undefined ? {} : { academic_year_id: yearId }
  const args = { ...year, ...(userId !== undefined && { uploaded_by_id: userId }) }
  return startImport(write, file, kind, year, { task: `school.bulk_upload_${kind}`, args })
}
