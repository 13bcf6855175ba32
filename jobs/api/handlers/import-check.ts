import type { RowFilter } from '../../../db/queries/imports/causes'
import {
  causeValues,
  causeViews,
  editCause,
  fixesOf,
  importKind,
  keptViews,
  numbersOfRows,
  pasteCells,
  previewUndo,
  readBatch,
  rowViews,
  type TypedOver,
  takeBackStep,
} from '../../imports'
import { Problem } from '../../values/problem'
import { wordReason } from '../../words'
import type { Input } from '../contract'
import type { importCheckContract } from '../contract/import-check'
import type { HandlersOf, Office } from '../office'

/** An empty `field` is a cause of the whole row. */
export const rowFilter = ({
  outcome,
  severity,
  code,
  field,
}: Pick<Input<'imports.rows'>, keyof RowFilter>): RowFilter => ({
  ...(outcome === undefined ? {} : { outcome }),
  ...(severity === undefined ? {} : { severity }),
  ...(code === undefined ? {} : { code }),
  field: field || null,
})

const plannerOf = async ({ db }: Office, id: number) => (await importKind(readBatch(db, id).kind).planner()).default

const answered = ({ db }: Office, id: number, { rows, planned, taskId }: TypedOver) => ({
  import_id: id,
  rows,
  task_id: taskId === null ? null : String(taskId),
  items: rowViews(db, id, planned, wordReason),
})

export const importCheckHandlers: HandlersOf<typeof importCheckContract> = {
  'imports.causes': ({ db }, { id }) => ({ items: causeViews(db, id, wordReason) }),
  'imports.cause_values': ({ db }, { id, ...cause }) => ({ items: causeValues(db, id, cause) }),
  'imports.cause_fixes': async (office, { id, ...cause }) => {
    const plan = await plannerOf(office, id)
    return { items: fixesOf(office.db, id, cause, office.clock.now(), plan) }
  },
  'imports.fix_cause': async (office, { id, fix, ...cause }, { actor }) => {
    const plan = await plannerOf(office, id)
    const edit = { ...cause, does: fix }
    return answered(office, id, await office.engine.write(actor, (write) => editCause(write, id, edit, plan)))
  },
  'imports.take_back': async (office, { id }, { actor }) => {
    const plan = await plannerOf(office, id)
    return answered(office, id, await office.engine.write(actor, (write) => takeBackStep(write, id, plan)))
  },
  'imports.replace': async (office, { id, ...said }, { actor }) => {
    const plan = await plannerOf(office, id)
    const edit = { ...said, does: 'replace' as const }
    return answered(office, id, await office.engine.write(actor, (write) => editCause(write, id, edit, plan)))
  },
  'imports.fix_cells': async (office, { id, cells }, { actor }) => {
    const plan = await plannerOf(office, id)
    return answered(office, id, await office.engine.write(actor, (write) => pasteCells(write, id, cells, plan)))
  },
  'imports.row_numbers': ({ db }, { id, offset, limit, ...which }) => ({
    items: numbersOfRows(db, id, rowFilter(which), { offset, limit }),
  }),
  'imports.cancel': async ({ db, engine }, { id }, { actor }) => {
    const { state, task_id: taskId } = readBatch(db, id)
    const isWorking = state === 'reading' || state === 'checking' || state === 'applying' || state === 'undoing'
    if (!isWorking || taskId === null) throw new Problem('import.not_working', { id, state }, { kind: 'conflict' })
    await engine.revoke(taskId, { terminate: true }, actor)
    return { import_id: id, task_id: String(taskId) }
  },
  'imports.undo_preview': async ({ db }, { id }) => {
    const tried = await previewUndo(db, id)
    return { restored: tried.restored, removed: tried.removed, kept: keptViews(db, tried.kept, wordReason) }
  },
}
