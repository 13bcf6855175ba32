import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { handover } from '../../../../jobs/payroll/handover'
import { handoverTaskRuns } from '../../../../jobs/payroll/handover/runs'
import { payslips } from '../../../../jobs/payroll/payslips'
import { payslipRuns } from '../../../../jobs/payroll/payslips/runs'
import { readSetting, writeSetting } from '../../../../jobs/shared/settings'
import { type MailOffice, mailOffice } from '../../../support/mail-office'
import { storedFile } from '../../../support/stored-file'
import { approvedRunOf, hire } from '../payslips/payslip-office'

let office: MailOffice
beforeEach(async () => {
  office = await mailOffice(
    {},
    { tasks: [...payslips.tasks, ...handover.tasks], runs: { ...payslipRuns, ...handoverTaskRuns } },
  )
})
afterEach(() => office.engine.stop(2_000))

const finished = async (task: string, args: Record<string, unknown>) =>
  office.engine.finished((await office.engine.enqueue(task, args)).taskId)

/** A run of two whose slips also have a deduction and something the employer pays on top; its payslips are made. */
async function approvedMonth() {
  const people = await hire(office, [
    { name: 'Zoë', email: null, net: 100_000 },
    { name: 'Ana', email: null, net: 250_050 },
  ])
  const { runId, slipIds } = approvedRunOf(office, '2026-01', people)
  const line = office.db.prepare('insert into slip_line values (?, ?, ?, ?, null, null, null, ?, null)')
  for (const slip of slipIds) {
    line.run(slip, 1, 'TDS', 'deduction', 10_000)
    line.run(slip, 2, 'PENSION', 'employer', 5_000)
    line.run(slip, 3, 'NOTE', 'information', 77)
  }
  office.db
    .prepare('update slip set deductions_minor = 10000, net_minor = gross_minor - 10000, employer_minor = 5000')
    .run()
  office.db
    .prepare(
      'update pay_run set employees = 2, gross_minor = 350050, deductions_minor = 20000, net_minor = 330050, employer_minor = 10000',
    )
    .run()
  await finished('payroll.generate_payslips', { run_id: runId })
  return { runId }
}
const set = (change: object) =>
  office.engine.write('user:1', (write) =>
    writeSetting(write, 'handover', { ...readSetting(write.db, 'handover'), ...change }),
  )
const ACCOUNTS = {
  kinds: {
    earning: { debit: '4120', credit: '1740' },
    deduction: { debit: '1740', credit: '1741' },
    employer: { debit: '4130', credit: '1742' },
  },
  components: { PENSION: { debit: '4138', credit: '' } },
  consultant: '29098',
  client: '55003',
}
async function zipOf(month = '2026-01') {
  const ended = await finished('payroll.export_handover', { month })
  const bytes = await storedFile(office.db, (ended.result as { sha256: string }).sha256)
  const files = unzipSync(bytes)
  const text = (name: string) => new TextDecoder('utf-8').decode(files[name])
  return { ended, bytes, files, text, table: (name: string) => Papa.parse<string[]>(text(name).trim()).data }
}

test('a month is a zip of journal, control totals and payslips, the same bytes each time', async () => {
  await approvedMonth()
  const { bytes, files, table, ended } = await zipOf()
  expect(ended.result).toMatchObject({ documents: 3, datev: false, without_account: ['BASE', 'PENSION', 'TDS'] })
  expect(Object.keys(files).sort()).toEqual([
    'control-totals.csv',
    'payroll-journal.csv',
    expect.stringMatching(/^payslips\/payslip-2026-01-2026-1\.pdf$/),
    expect.stringMatching(/^payslips\/payslip-2026-01-2026-2\.pdf$/),
    expect.stringMatching(/^payslips\/run-\d+-payslips-2026-01\.pdf$/),
  ])
  const [header = [], row = []] = table('control-totals.csv')
  expect(row[header.indexOf('Agrees')]).toBe('yes')
  expect(row[header.indexOf('Journal: net')]).toBe('3300.50')
  expect((await zipOf()).bytes.equals(bytes)).toBe(true)
})

test('a run whose lines do not come to its totals is said to disagree', async () => {
  await approvedMonth()
  office.db.prepare('update pay_run set net_minor = net_minor + 1').run()
  const { table } = await zipOf()
  const [header = [], row = []] = table('control-totals.csv')
  expect(row[header.indexOf('Agrees')]).toBe('NO')
})

test('each component is booked on its accounts, else on those of its kind', async () => {
  await approvedMonth()
  await set(ACCOUNTS)
  const [header = [], ...rows] = (await zipOf()).table('payroll-journal.csv')
  const of = (name: string) => rows.map((row) => row[header.indexOf(name)])
  expect(of('Code')).toEqual(['BASE', 'PENSION', 'TDS'])
  expect(of('Debit account')).toEqual(['4120', '4138', '1740'])
  expect(of('Credit account')).toEqual(['1740', '1742', '1741'])
  expect(of('Amount')).toEqual(['3500.50', '100.00', '200.00'])
})

test('the DATEV batch has its header, 125 columns and one booking a component', async () => {
  const { runId } = await approvedMonth()
  await set({ ...ACCOUNTS, fiscal_year_start: '07-01' })
  const { files, ended } = await zipOf()
  expect(ended.result).toMatchObject({ datev: true, without_account: [] })
  const text = new TextDecoder('windows-1252').decode(files['EXTF_Buchungsstapel_2026-01.csv'])
  expect(text.endsWith('\r\n')).toBe(true)
  const [header = '', columns = '', ...lines] = text.trimEnd().split('\r\n')
  const fields = header.split(';')
  expect(fields).toHaveLength(31)
  expect(fields.slice(0, 5)).toEqual(['"EXTF"', '700', '21', '"Buchungsstapel"', '13'])
  expect(fields[5]).toMatch(/^\d{17}$/)
  expect(fields.slice(10, 16)).toEqual(['29098', '55003', '20250701', '4', '20260101', '20260131'])
  expect(fields[21]).toBe('"EUR"')
  expect(columns.split(';')).toHaveLength(125)
  expect(columns).toContain('Gegenkonto (ohne BU-Schlüssel)')
  expect(lines.map((line) => line.split(';').length)).toEqual([125, 125, 125])
  expect(lines[0]?.split(';').slice(0, 14)).toEqual([
    '3500,50',
    '"S"',
    '"EUR"',
    '',
    '',
    '',
    '4120',
    '1740',
    '',
    '3101',
    `"PAY-${runId}-BASE"`,
    '',
    '',
    '"Base pay 2026-01"',
  ])
})

test('a month without an approved run, and one whose payslips are not there, are refused', async () => {
  expect((await finished('payroll.export_handover', { month: '2025-05' })).error?.code).toBe('handover.nothing')
  approvedRunOf(office, '2025-05', await hire(office, [{ name: 'Ana', email: null }]))
  expect((await finished('payroll.export_handover', { month: '2025-05' })).error?.code).toBe(
    'handover.payslips_missing',
  )
})
