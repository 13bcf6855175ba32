import type { z } from 'zod'
import { startUpload, type UploadKind } from '../../school'
import type { schoolContract } from '../contract/school'
import type { Caller, HandlersOf, Office } from '../office'

type Given = z.output<(typeof schoolContract)['school.upload_students']['input']>

const upload =
  (kind: UploadKind) =>
  async ({ engine }: Office, given: Given, { actor }: Caller) => {
    const ids = { yearId: given.academic_year_id, userId: given.uploaded_by_id }
    const { taskId, importId } = await engine.write(actor, (write) => startUpload(write, given.file, kind, ids))
    return { task_id: String(taskId), import_id: importId }
  }

export const schoolHandlers: HandlersOf<typeof schoolContract> = {
  'school.upload_students': upload('students'),
  'school.upload_classrooms': upload('classrooms'),
  'school.upload_marks': upload('marks'),
  'school.upload_teachers': upload('teachers'),
  'school.upload_parents': upload('parents'),
}
