import type { Area } from '../area'
import { classroomsKind } from './kinds/classrooms'
import { marksKind } from './kinds/marks'
import { parentsKind } from './kinds/parents'
import { studentsKind } from './kinds/students'
import { teachersKind } from './kinds/teachers'
import { uploads } from './uploads'
import { schoolWords } from './words'

export { startUpload, type UploadKind } from './uploads'

/** The school (domains/school.md): so far the files that come in. */
export const school: Area = {
  name: 'school',
  module: 'school',
  tasks: uploads,
  schedules: [],
  importKinds: [studentsKind, classroomsKind, teachersKind, parentsKind, marksKind],
  words: schoolWords,
}
