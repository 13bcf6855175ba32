import { test } from 'vitest'
import * as payslips from '../../../../db/queries/payslips'
import { approvedRunOf, hire, payslipOffice } from './payslip-office'
test('turns', async () => {
  const office = await payslipOffice()
  const people = await hire(office, Array.from({ length: 5000 }, (_, n) => ({ name: `P ${n}`, email: `p${n}@e.org` })))
  const { runId, slipIds } = office.db.transaction(() => approvedRunOf(office, '2026-01', people))()
  const db = office.db
  const time = (name: string, f: () => void) => { const t = performance.now(); f(); process.stderr.write(`SPEED ${name} ${(performance.now() - t).toFixed(1)} ms\n`) }
  time('order', () => payslips.slipOrder(db, runId))
  time('page', () => payslips.payslipPage(db, runId, slipIds[2000]!, 200))
  time('lines', () => payslips.payslipLines(db, runId, slipIds.slice(2000, 2200)))
  time('ytd', () => payslips.yearToDate(db, people.slice(2000, 2200).map((p) => p.partyId), '2026-01-31'))
  db.transaction(() => payslips.stagePayslips(db, runId, [...slipIds.map((slip_id, n) => ({ slip_id, number: n + 1, sha256: n.toString(16).padStart(64, '0'), size: 1, original_name: 'x.pdf' })), { slip_id: 0, number: 0, sha256: 'f'.repeat(64), size: 1, original_name: 'y.pdf' }]))()
  time('promote 5,000', () => db.transaction(() => { payslips.stagedDigests(db, runId); payslips.takeNumbers(db, 'PS', 2026, 5000); payslips.promotePayslips(db, { runId, year: 2026, mergedNumber: 1, origin: 'task:1', now: 1 }) })())
  time('addressees', () => payslips.addressees(db, runId))
  await office.engine.stop(1000)
}, 120000)
