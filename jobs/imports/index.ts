import type { Area } from '../area'
import { applyImport } from './tasks/apply'
import { checkImport } from './tasks/check'
import { editImport } from './tasks/edit'
import { undoImport } from './tasks/undo'
import { importWords } from './words'

export { type CauseKey, causeValues, causeViews } from './causes'
export { readBatch } from './context'
export { type BulkEdit, CELL_FIXES, ROW_FIXES } from './editing/bulk-edit'
export { editCause, takeBackStep } from './editing/edit-cause'
export { fixesOf, lastStepOf } from './editing/offers'
export { pasteCells } from './editing/paste-cells'
export { errorFile } from './files/error-file'
export { exportOf } from './files/export'
export { csvLines, MEDIA_TYPES, type Table, writeTable } from './files/table'
export { templateOf } from './files/template'
export { fixRow } from './fix'
export { guessKinds, type KindGuess, refuseUnsaidChoice } from './guess'
export { kindHere } from './kind'
export { registerPlanners } from './planners'
export { importKind, importKinds, setImportKinds } from './registry'
export { answerMapping, isOffered, type Started, type StoredUpload, startApply, startImport, startUndo } from './start'
export { defineUpload } from './tasks/upload'
export type { TypedOver } from './type-over'
export { previewUndo } from './undo'
export { keptViews, numbersOfRows, pageOfRows, rowViewOf, rowViews, summaryOf, viewOf } from './view'

/** Files in, for every office area: its kinds declare what the columns mean, this area does the rest. */
export const imports: Area = {
  name: 'imports',
  module: null,
  tasks: [checkImport, applyImport, undoImport, editImport],
  schedules: [],
  importKinds: [],
  words: importWords,
}
