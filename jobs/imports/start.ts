import path from 'node:path'
import type { Db } from '../../db/open'
import { type BatchRow, insertBatch } from '../../db/queries/imports/batches'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { linkFile } from '../shared/files'
import { BUILT_MODULES, readSetting } from '../shared/settings'
import { faultPoint } from '../values/faults'
import { canonicalJson } from '../values/json'
import { Problem } from '../values/problem'
import { change } from './change'
import type { FileFacts } from './checking/facts'
import { CHECKABLE, chosenAnswers, chosenMapping, mappedFields, readBatch } from './context'
import { MEDIA_TYPES } from './files/table'
import { type AnyImportKind, kindHere } from './kind'
import { type Said, takeAnswers } from './mapping/answers'
import { queueOfKind } from './names'
import { importKind } from './registry'

export type Started = { importId: number; taskId: number }
export type StoredUpload = { sha256: string; size: number; originalName: string }

/** Whether the office imports files of this kind: its module is on, or cannot be switched yet. */
export const isOffered = (db: Db, { module }: Pick<AnyImportKind, 'module'>): boolean =>
  !BUILT_MODULES.includes(module) || readSetting(db, 'modules')[module]

/**
 * A file as it was dropped becomes a batch, and the task that checks it is enqueued with it; `asOneTask` is one that also
 * applies the good rows.
 */
export function startImport(
  write: Write,
  upload: StoredUpload,
  kindName: string,
  options: Record<string, unknown>,
  asOneTask?: { task: string; args: Record<string, unknown> },
): Started {
  const kind = importKind(kindName)
  if (!isOffered(write.db, kind)) {
    throw new Problem('import.module_off', { kind: kindName, module: kind.module }, { kind: 'conflict' })
  }
  const fileName = path.basename(upload.originalName.replaceAll('\\', '/')) || 'upload'
  linkFile(write, { ...upload, originalName: fileName, mediaType: mediaTypeOf(fileName) })
  const importId = insertBatch(write.db, {
    kind: kindName,
    sha256: upload.sha256,
    file_name: fileName,
    options: canonicalJson(options),
    created_by: write.actor,
    created_at: write.now,
  })
  recordAudit(write, {
    action: 'import.received',
    entity: `import:${importId}`,
    payload: { kind: kindName, file: upload.sha256, options },
  })
  const taskId = asOneTask ? enqueueUpload(write, importId, asOneTask) : enqueueCheck(write, importId, kindName)
  faultPoint('import.created_before_commit')
  return { importId, taskId }
}

const mediaTypeOf = (fileName: string): string => {
  const extension = path.extname(fileName).slice(1).toLowerCase()
  return extension === 'csv' || extension === 'xlsx' ? MEDIA_TYPES[extension] : 'application/octet-stream'
}

/** The file is read and checked (again), with everything that was answered and typed. */
export function enqueueCheck(write: Write, importId: number, kind: string): number {
  const { taskId } = write.enqueue('imports.check', { import_id: importId }, { queue: queueOfKind(kind) })
  change(write, importId, { state: 'reading', task_id: taskId, reason: null })
  return taskId
}

function enqueueUpload(
  write: Write,
  importId: number,
  { task, args }: { task: string; args: Record<string, unknown> },
) {
  const { taskId } = write.enqueue(task, { ...args, import_id: importId })
  change(write, importId, { task_id: taskId })
  return taskId
}

/** Takes in what somebody says about the columns; then the file is checked again. */
export function answerMapping(write: Write, importId: number, said: Said): Started {
  const batch = readBatch(write.db, importId)
  if (!CHECKABLE.has(batch.state)) {
    throw new Problem('import.mapping_settled', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  const facts: FileFacts | null = batch.reading === null ? null : JSON.parse(batch.reading)
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const fields = mappedFields(kindHere(write.db, importKind(batch.kind), options).fields, options)
  const before = { mapping: chosenMapping(batch), answers: chosenAnswers(batch) }
  const { mapping, answers } = takeAnswers(fields, facts, before, said)
  change(write, importId, {
    mapping: canonicalJson(mapping),
    answers: canonicalJson(answers),
    revision: batch.revision + 1,
  })
  return { importId, taskId: enqueueCheck(write, importId, batch.kind) }
}

/** Asks for the checked rows to be written. `all` is refused while a row has an error. */
export function startApply(write: Write, importId: number, rows: 'all' | 'good'): Started {
  const batch = readBatch(write.db, importId)
  if (batch.state === 'applied') {
    throw new Problem('import.already_applied', { id: importId }, { kind: 'conflict' })
  }
  if (batch.state !== 'checked') {
    throw new Problem('import.not_checked', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  if (rows === 'all' && batch.error_n > 0) {
    const good = batch.create_n + batch.update_n + batch.unchanged_n
    throw new Problem('import.errors_stand', { count: batch.error_n, good }, { kind: 'conflict' })
  }
  const options = { queue: queueOfKind(batch.kind) }
  const { taskId } = write.enqueue('imports.apply', { import_id: importId, rows }, options)
  change(write, importId, {
    state: 'applying',
    task_id: taskId,
    reason: null,
    applied_by: write.actor,
    applied_to: null,
    applied_n: 0,
    applied_tables: '{}',
    applied_digest: null,
  })
  return { importId, taskId }
}

/** Asks for what was there before to be put back. What an earlier undo had to keep can be tried again. */
export function startUndo(write: Write, importId: number): Started {
  const batch = readBatch(write.db, importId)
  const again = batch.state === 'undone' && batch.kept !== '[]'
  if (batch.state !== 'applied' && !again) {
    throw new Problem('import.not_applied', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  const taskId = enqueueUndo(write, batch)
  change(write, importId, {
    state: 'undoing',
    task_id: taskId,
    reason: null,
    undone_by: write.actor,
    undone_rows: null,
  })
  return { importId, taskId }
}

/** An import that failed when some of its pages were written: they are taken back, and it is checked again as it was. */
export function takeBack(
  write: Write,
  batch: BatchRow,
  reason: { code: string; params: Record<string, unknown> },
): void {
  const taskId = enqueueUndo(write, batch)
  change(write, batch.id, { state: 'undoing', task_id: taskId, reason: JSON.stringify(reason), undone_rows: null })
}

const enqueueUndo = (write: Write, batch: BatchRow): number =>
  write.enqueue('imports.undo', { import_id: batch.id }, { queue: queueOfKind(batch.kind) }).taskId
