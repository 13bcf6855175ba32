import { expect, test } from 'vitest'
import { draftRuns } from '../../../db/queries/today'
import { requestTrial } from '../../../jobs/payroll/supplementary/request-trial'
import { supplementaryOffice } from './supplementary-office'

async function office() {
  const all = await supplementaryOffice()
  const ana = await all.hire('Ana', 200_000)
  const trial = async (periodId: number) => {
    const { runId, taskId } = await all.write((w) => requestTrial(w, periodId))
    const ended = await all.engine.finished(taskId)
    expect(ended.state).toBe('SUCCESS')
    return runId
  }
  return { ...all, ana, trial }
}

test('a trial run says what a regular run would, and is never approved, mailed, or counted', async () => {
  const { db, ana, month, trial, approve, runById, slips, lines, process, run, posted, outbox } = await office()
  const march = await month(3)
  const id = await trial(march)
  expect(runById(id)).toMatchObject({ kind: 'trial', status: 'draft', net_minor: 200_000 })
  await expect(approve(id)).rejects.toMatchObject({ code: 'payroll.trial_is_never_paid' })
  expect([draftRuns(db), posted(ana), outbox()]).toEqual([[], {}, []])

  await process({ period_id: march, force: true })
  const regular = run(march)
  const said = (runId: number) => lines(runId).map(({ slip_id: _, ...line }) => line)
  expect(regular.kind).toBe('regular')
  expect(said(regular.id)).toEqual(said(id))
  expect(slips(regular.id)).toHaveLength(1)
  await approve(regular.id)
  expect(posted(ana)).toEqual({ BASE: 200_000 })
})

test('the database itself refuses a trial run that takes effect', async () => {
  const { db, month, trial } = await office()
  const id = await trial(await month(3))
  for (const status of ['approved', 'paid', 'reversed']) {
    expect(() => db.prepare('update pay_run set status = ? where id = ?').run(status, id)).toThrow(/CHECK/)
  }
})

test('one trial a period is enough: it is computed again, or discarded', async () => {
  const { month, trial, recompute, discard, runById } = await office()
  const march = await month(3)
  const id = await trial(march)
  await expect(trial(march)).rejects.toMatchObject({ code: 'payroll.trial_in_the_way' })
  await recompute(id)
  expect(runById(id)).toMatchObject({ status: 'draft', version: 1 })
  await discard(id)
  expect(await trial(march)).toBeGreaterThan(id)
})

test('a closed period can be tried as any other: nothing is posted in it', async () => {
  const { db, month, trial, runById } = await office()
  const march = await month(3)
  db.prepare("update period set status = 'closed' where id = ?").run(march)
  expect(runById(await trial(march))).toMatchObject({ kind: 'trial', status: 'draft', net_minor: 200_000 })
})
