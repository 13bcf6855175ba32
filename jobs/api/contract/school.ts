import { z } from 'zod'
import { defineMethod, Id, UploadedFile } from '../method'

/** Forms send numbers as text; the field may be there and empty. */
const OptionalId = z
  .union([z.literal(''), Id])
  .optional()
  .transform((value) => value || undefined)

const upload = (what: string, path: string) =>
  defineMethod({
    summary: `Imports a file of ${what} as one task: it is checked and its good rows are written.`,
    input: z.object({
      file: UploadedFile,
      /** The current school year where it is not given. */
      academic_year_id: OptionalId,
      uploaded_by_id: OptionalId,
    }),
    output: z.object({ task_id: z.string(), import_id: z.number() }),
    role: 'clerk',
    rest: [{ verb: 'POST', path, status: 202, upload: true }],
  })

/** The bulk uploads of guide 004. */
export const schoolContract = {
  'school.upload_students': upload('students', '/api/academic/students/bulk-upload'),
  'school.upload_classrooms': upload('classes', '/api/academic/classrooms/bulk-upload'),
  'school.upload_marks': upload('marks', '/api/academic/marks/bulk-upload'),
  'school.upload_teachers': upload('teachers', '/api/users/teachers/bulk-upload'),
  'school.upload_parents': upload('parents', '/api/users/parents/bulk-upload'),
}
