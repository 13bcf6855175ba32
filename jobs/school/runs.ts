import type { RunTable } from '../engine/define-task'
import { uploadRun } from '../imports/runs'

export const schoolRuns = {
  'school.bulk_upload_students': uploadRun,
  'school.bulk_upload_classrooms': uploadRun,
  'school.bulk_upload_teachers': uploadRun,
  'school.bulk_upload_parents': uploadRun,
  'school.bulk_upload_marks': uploadRun,
} satisfies RunTable
