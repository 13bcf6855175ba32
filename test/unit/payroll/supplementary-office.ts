import type { Db } from '../../../db/open'
import { chainOf } from '../../../db/queries/payroll/supplementary'
import type { Write } from '../../../jobs/engine/write'
import { approveRun } from '../../../jobs/payroll/approve'
import { withDifferences } from '../../../jobs/payroll/sheets/keep-differences'
import {
  discardRun,
  type Requested,
  requestCorrection,
  requestRecompute,
  requestReversal,
} from '../../../jobs/payroll/supplementary/request'
import { requestArrears } from '../../../jobs/payroll/supplementary/request-arrears'
import { requestFinalPay, requestOffCycle } from '../../../jobs/payroll/supplementary/request-chosen'
import { payrollOffice } from './payroll-office'

export type SupplementaryOffice = Awaited<ReturnType<typeof supplementaryOffice>>

/** An office with what happens around and after a run; `begun`: the database of one to go on with. */
export async function supplementaryOffice(today = '2024-04-10', begun?: Db) {
  const office = await payrollOffice(today, begun ? { db: begun } : {})
  const { engine, db } = office
  const write = <T>(act: (write: Write) => T) => engine.write('user:1', act)
  const draft = async (ask: (write: Write) => Requested) => {
    const { runId, taskId } = await write(ask)
    const ended = await engine.finished(taskId)
    if (ended.state !== 'SUCCESS') throw new Error(JSON.stringify(ended.error))
    return runId
  }
  const approve = (runId: number) => write((w) => approveRun(w, runId))
  const month = async (no: number) =>
    office.addPeriod({
      start_date: `2024-0${no}-01`,
      end_date: `2024-0${no}-${no === 2 ? '29' : '31'}`,
      description: `Month ${no}`,
    })
  const runPeriod = async (periodId: number) => {
    await office.process({ period_id: periodId, force: true })
    const run = office.run(periodId)
    await approve(run.id)
    return run.id
  }
  return {
    ...office,
    write,
    month,
    runPeriod,
    approve,
    draftReversal: (runId: number) => draft((w) => requestReversal(w, runId, 'Wrong file')),
    draftCorrection: (slipId: number) => draft((w) => requestCorrection(w, slipId, 'Wrong salary')),
    draftArrears: (periodId: number, periods: number[], people: number[] | null = null) =>
      draft((w) => requestArrears(w, periodId, { periods, people, reason: 'Raise' })),
    draftOffCycle: (periodId: number, asked: Parameters<typeof requestOffCycle>[2]) =>
      draft((w) => requestOffCycle(w, periodId, asked)),
    draftFinalPay: (partyId: number, items: Parameters<typeof requestFinalPay>[2]['items'] = []) =>
      draft((w) => requestFinalPay(w, partyId, { items, reason: 'Leaves' })),
    recompute: (runId: number) => withDifferences(db, runId, () => draft((w) => requestRecompute(w, runId))),
    discard: (runId: number) => write((w) => discardRun(w, runId)),
    chain: (runId: number) => chainOf(db, runId),
    /** What all approved runs together say of somebody, by component; zero sums are left out. */
    posted: (partyId?: number): Record<string, number> => {
      const sql = `
        select l.code, sum(l.amount_minor) as sum
        from current_slip s join pay_run r on r.id = s.run_id join slip_line l on l.slip_id = s.id
        where r.status in ('approved', 'paid', 'reversed') and s.status = 'ok' and (? is null or s.party_id = ?)
        group by l.code having sum(l.amount_minor) <> 0 order by l.code`
      const rows = db.prepare(sql).all(partyId ?? null, partyId ?? null) as { code: string; sum: number }[]
      return Object.fromEntries(rows.map((row) => [row.code, row.sum]))
    },
    runById: (id: number) =>
      db.prepare('select * from pay_run where id = ?').get(id) as {
        status: string
        kind: string
        net_minor: number
        version: number
      },
  }
}
