import { type HandoverRow, handoverById, handoversOf } from '../../../db/queries/payroll/handover'
import { MonthText, readMonth } from '../../payroll/handover'
import { Problem } from '../../values/problem'
import { instant, toIso } from '../../values/time'
import type { handoverContract } from '../contract/handover'
import type { HandlersOf, Office } from '../office'

type Made = { handover_id: number; documents: number; datev: boolean; without_account: string[] }

export const handoverHandlers: HandlersOf<typeof handoverContract> = {
  'payroll.export_handover': async ({ db, engine, clock }, { month }, { actor }) => {
    readMonth(db, { month: MonthText.parse(month) }, { now: clock.now(), zone: engine.zone() }) // refused here, in words
    const { taskId } = await engine.enqueue('payroll.export_handover', { month }, { origin: actor })
    const ended = await engine.finished(taskId)
    if (ended.error) throw new Problem(ended.error.code, ended.error.params, { kind: 'conflict' })
    const { handover_id, documents, datev, without_account } = ended.result as Made // written by the task's commit
    return { ...view(needHandover(db, handover_id)), documents, datev, without_account }
  },
  'payroll.handovers': ({ db }, { month }) => ({ items: handoversOf(db, month).map(view), next: null }),
  'payroll.handover': ({ db }, { id }) => {
    const row = needHandover(db, id)
    return { fileName: row.name, mediaType: 'application/zip', sha256: row.sha256 }
  },
}

function needHandover(db: Office['db'], id: number): HandoverRow {
  const row = handoverById(db, id)
  if (!row) throw new Problem('handover.unknown', { id }, { kind: 'not_found' })
  return row
}

const view = (row: HandoverRow) => ({
  id: row.id,
  number: `HO ${row.year}/${row.number}`,
  file_name: row.name,
  made_at: toIso(instant(row.created_at)),
})
