import { batchesBefore } from '../../../db/queries/imports/batches'
import {
  answerMapping,
  errorFile,
  exportOf,
  fixRow,
  guessKinds,
  importKind,
  importKinds,
  isOffered,
  kindHere,
  pageOfRows,
  readBatch,
  refuseUnsaidChoice,
  rowViewOf,
  startApply,
  startImport,
  startUndo,
  summaryOf,
  templateOf,
  viewOf,
} from '../../imports'
import { BUILT_MODULES, officeFacts, readSetting } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { wordReason } from '../../words'
import type { importsContract } from '../contract/imports'
import { inputProblem } from '../input-problems'
import type { HandlersOf } from '../office'
import { importCheckHandlers, rowFilter } from './import-check'

const started = ({ importId, taskId }: { importId: number; taskId: number }) => ({
  import_id: importId,
  task_id: String(taskId),
})

export const importsHandlers: HandlersOf<typeof importsContract> = {
  ...importCheckHandlers,
  'imports.create': async ({ db, engine, files, clock }, { file, kind, options }, { actor }) => {
    const checked = importKind(kind).options.safeParse(options)
    if (!checked.success) throw inputProblem(checked.error, options)
    if (await files.exists(file.sha256)) {
      const stored = { path: files.path(file.sha256), originalName: file.originalName }
      await refuseUnsaidChoice(stored, importKind(kind), options, officeFacts(db, clock.now()))
    }
    const made = await engine.write(actor, (write) => startImport(write, file, kind, checked.data))
    return { id: made.importId, ...started(made) }
  },
  'imports.upload': (_office, { file }) => file,
  'imports.guess': async ({ db, files, clock }, { file }) => {
    const kinds = importKinds().filter((kind) => isOffered(db, kind))
    if (!/^[0-9a-f]{64}$/.test(file.sha256) || !(await files.exists(file.sha256)))
      throw new Problem('import.file_gone', { file: file.originalName }, { kind: 'not_found' })
    const stored = { path: files.path(file.sha256), originalName: file.originalName }
    return { items: await guessKinds(stored, kinds, officeFacts(db, clock.now())) }
  },
  'imports.list': ({ db }, { cursor, limit, state, kind, q }) => {
    const batches = batchesBefore(db, cursor ?? Number.MAX_SAFE_INTEGER, limit + 1, { state, kind, text: q })
    const page = batches.slice(0, limit)
    return { items: page.map(summaryOf), next: batches.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
  'imports.kinds': ({ db }) => ({
    items: importKinds().map(({ kind, label, module, apart, asks = [], fields }) => ({
      kind,
      label,
      module,
      offered: !apart && isOffered(db, { module }),
      shown: BUILT_MODULES.includes(module),
      asks: asks.map((ask) => ({ ...ask, choices: ask.type === 'choice' ? ask.choices : [] })),
      fields: fields.map(({ name, label, type, required = false, note }) => ({
        field: name,
        label,
        type,
        required,
        note,
      })),
    })),
  }),
  'imports.template': ({ db }, { kind, format }) =>
    templateOf(importKind(kind), format, readSetting(db, 'office').language),
  'imports.export': ({ db, clock }, { kind, format, options }, { waiting }) => {
    const checked = importKind(kind).options.safeParse(options)
    if (!checked.success) throw inputProblem(checked.error, options)
    return exportOf(db, kindHere(db, importKind(kind), checked.data), checked.data, format, clock.now(), waiting)
  },
  'imports.get': ({ db }, { id, errors_after, warnings_after }) =>
    viewOf(db, readBatch(db, id), wordReason, { errors: errors_after, warnings: warnings_after }),
  'imports.rows': ({ db }, { id, after, offset, limit, ...which }) => {
    const batch = readBatch(db, id)
    const { rows, next } = pageOfRows(db, id, rowFilter(which), { after, offset, limit })
    return { items: rows.map((row) => rowViewOf(db, batch, row, wordReason)), next }
  },
  'imports.map': async ({ engine }, { id, ...said }, { actor }) =>
    started(await engine.write(actor, (write) => answerMapping(write, id, said))),
  'imports.fix_row': async ({ engine, db }, { import_id, row_number, ...typed }, { actor }) => {
    const kind = importKind(readBatch(db, import_id).kind)
    const { default: plan } = await kind.planner()
    const row = await engine.write(actor, (write) => fixRow(write, import_id, row_number, typed, plan))
    return rowViewOf(db, readBatch(db, import_id), row, wordReason)
  },
  'imports.apply': async ({ engine }, { id, rows }, { actor }) =>
    started(await engine.write(actor, (write) => startApply(write, id, rows))),
  'imports.undo': async ({ engine }, { id }, { actor }) =>
    started(await engine.write(actor, (write) => startUndo(write, id))),
  'imports.errors': ({ db }, { id, format }, { waiting }) => errorFile(db, id, format, wordReason, waiting),
}
