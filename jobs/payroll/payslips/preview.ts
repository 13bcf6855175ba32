import type { Db } from '../../../db/open'
import { readLogo } from '../../shared/logo'
import { readSetting } from '../../shared/settings'
import { firstOfMonth, type LocalDate, lastOfMonth, monthOf } from '../../values/time'
import { wordsIn } from './language'
import { loadLogo } from './logo'
import type { Payslip, PayslipLine } from './payslip'
import { renderPayslip } from './render'

/** A month's pay of nobody: whole amounts, so that the currency's decimals are seen. */
const LINES: Omit<PayslipLine, 'name'>[] = [
  { code: 'BASE', kind: 'earning', quantity: '30', amountMinor: 2_500_00, yearMinor: 25_000_00 },
  { code: 'OVERTIME', kind: 'earning', quantity: '6', amountMinor: 120_00, yearMinor: 480_00 },
  { code: 'TDS', kind: 'deduction', quantity: null, amountMinor: 390_00, yearMinor: 3_822_00 },
]
const sum = (kind: PayslipLine['kind'], of: 'amountMinor' | 'yearMinor') =>
  LINES.filter((line) => line.kind === kind).reduce((total, line) => total + (line[of] ?? 0), 0)

/** How payslips look with the office's logo, name and address in a language: a payslip of nobody, kept nowhere. */
export async function previewPayslip(
  db: Db,
  language: string,
  today: LocalDate,
  now: number,
  read: (sha256: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { name, address, currency } = readSetting(db, 'office')
  const [gross, deductions] = [sum('earning', 'amountMinor'), sum('deduction', 'amountMinor')]
  const [yearGross, yearDeductions] = [sum('earning', 'yearMinor'), sum('deduction', 'yearMinor')]
  const month = monthOf(today)
  const words = wordsIn(language)
  const slip: Payslip = {
    slipId: 0,
    number: 0,
    year: Number(today.slice(0, 4)),
    employee: { name: 'Ana Example', externalRef: '0042' },
    language,
    password: null,
    // Under Daybook's own names, which every language has.
    lines: LINES.map((line) => ({ ...line, name: wordsIn('en').components[line.code] ?? line.code })),
    grossMinor: gross,
    deductionsMinor: deductions,
    netMinor: gross - deductions,
    yearToDate: { grossMinor: yearGross, deductionsMinor: yearDeductions, netMinor: yearGross - yearDeductions },
  }
  return renderPayslip(slip, {
    office: { name, address },
    logo: await loadLogo(readLogo(db), read),
    currency,
    period: { start: firstOfMonth(month), end: lastOfMonth(month), description: words.payslip },
    run: { id: 0, version: 0 },
    approvedAt: now,
    approvedOn: today,
  })
}
