import type { StoredFile } from '../engine/define-task'

/** Which file is meant was found by `load`; reading it is the importer's work. */
export default function importSalaries(stored: StoredFile): StoredFile {
  return stored
}
