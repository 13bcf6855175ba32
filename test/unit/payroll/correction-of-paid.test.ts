import { afterEach, expect, test } from 'vitest'
import { insertBankFile } from '../../../db/queries/payroll/bank'
import { paidBefore } from '../../../db/queries/payroll/supplementary'
import type { Write } from '../../../jobs/engine/write'
import { setBasePay } from '../../../jobs/payroll'
import { markRunPaid } from '../../../jobs/payroll/approve'
import { markBankFile } from '../../../jobs/payroll/bank'
import { linkFile } from '../../../jobs/shared/files'
import type { LocalDate } from '../../../jobs/values/time'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

/** An approved run of one person, of which a bank file was made, and a correction of her payslip. */
async function corrected() {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 310_000)
  const run = await office.runPeriod(await office.month(1))
  const file = await office.write((write) => madeBankFile(write, run))
  await office.write((write) =>
    setBasePay(write, { partyId: ana, baseMinor: 320_000, from: '2020-01-01' as LocalDate, origin: 'user:1' }),
  )
  const correction = await office.draftCorrection(office.slips(run)[0]?.id ?? 0)
  return { run, file, correction }
}

/** As if the file had been made; its content is of no matter here. */
function madeBankFile(write: Write, runId: number): number {
  const sha256 = 'ab'.repeat(32)
  linkFile(write, { sha256, size: 3, mediaType: 'text/csv', originalName: 'pay.csv' })
  return insertBankFile(write.db, {
    run_id: runId,
    no: 1,
    format: 'csv',
    reference: `PAY-2024-01-R${runId}`,
    payments: 1,
    control_minor: 279_000,
    currency: 'EUR',
    pay_on: '2024-02-01',
    sha256,
    origin: 'user:1',
    created_at: write.now,
  })
}

test('a correction is not approved before somebody has said whether the bank has the file of what it replaces', async () => {
  const { file, correction } = await corrected()
  const refused = { code: 'payroll.perhaps_paid', params: { no: 1, reference: 'PAY-2024-01-R1' } }
  await expect(office.approve(correction)).rejects.toMatchObject(refused)
  await office.write((write) => markBankFile(write, file, { unsent: true }))
  await office.write((write) => markBankFile(write, file, { unsent: false }))
  await expect(office.approve(correction)).rejects.toMatchObject(refused)
  await office.write((write) => markBankFile(write, file, { unsent: true }))
  await office.approve(correction)
  expect(paidBefore(office.db, office.slips(correction)[0]?.id ?? 0)).toBe(0)
  expect(
    office.db.prepare("select action from audit where action like 'payroll.bank_file%' order by seq").pluck().all(),
  ).toEqual(['payroll.bank_file_unsent', 'payroll.bank_file_sent', 'payroll.bank_file_unsent'])
})

test('a correction pays the difference where the bank has the file', async () => {
  const { run, file, correction } = await corrected()
  await office.write((w) => markRunPaid(w, run))
  const late = office.write((write) => markBankFile(write, file, { unsent: true }))
  await expect(late).rejects.toMatchObject({ code: 'bank.run_is_paid' })
  await office.approve(correction)
  expect(office.slips(correction).map(({ id, net_minor }) => net_minor - paidBefore(office.db, id))).toEqual([10_000])
})
