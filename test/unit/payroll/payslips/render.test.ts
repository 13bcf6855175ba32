import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layPayslip } from '../../../../jobs/payroll/payslips/layout'
import type { Payslip, PayslipFrame } from '../../../../jobs/payroll/payslips/payslip'
import { mergePayslips, renderPayslip } from '../../../../jobs/payroll/payslips/render'
import type { LocalDate } from '../../../../jobs/values/time'
import { readPdf } from '../../../support/read-pdf'

const frame: PayslipFrame = {
  office: { name: 'Café Lisboa (Lda)', address: 'Rua do Ouro 1\n1100-060 Lisboa' },
  logo: null,
  currency: 'EUR',
  period: { start: '2019-01-01' as LocalDate, end: '2019-01-31' as LocalDate, description: 'January 2019' },
  run: { id: 3, version: 2 },
  approvedAt: Date.UTC(2019, 0, 29, 10),
  approvedOn: '2019-01-29' as LocalDate,
}
const line = (name: string, kind: Payslip['lines'][number]['kind'], amountMinor: number) => ({
  code: name.toUpperCase(),
  name,
  kind,
  quantity: null,
  amountMinor,
})
const slip = (change: Partial<Payslip> = {}): Payslip => ({
  slipId: 17,
  number: 206,
  year: 2019,
  employee: { name: 'Ana Conceição', externalRef: '0012' },
  language: 'en',
  password: null,
  lines: [line('Base pay', 'earning', 1_234_567_89), line('Tax withheld', 'deduction', 23_456_78)],
  grossMinor: 1_234_567_89,
  deductionsMinor: 23_456_78,
  netMinor: 1_211_111_11,
  yearToDate: { grossMinor: 2_000_000_00, deductionsMinor: 40_000_00, netMinor: 1_960_000_00 },
  ...change,
})
const textOf = (one: Payslip, with_: Partial<PayslipFrame> = {}) =>
  readPdf(renderPayslip(one, { ...frame, ...with_ })).pages.flat()

test('a payslip names office, employee, number, period, each line, and the totals', () => {
  const text = textOf(slip())
  for (const expected of [
    'Café Lisboa (Lda)',
    'Rua do Ouro 1',
    'Ana Conceição',
    '0012',
    'PS 2019/206',
    'Period',
    'January 2019',
    'Base pay',
    '1,234,567.89',
    'Tax withheld',
    '23,456.78',
    'Net pay',
    '1,211,111.11',
    'Approved on 29 January 2019. Run 3, version 2, slip 17.',
  ]) {
    expect(text).toContain(expected)
  }
})

test('the currency stands once', () => {
  expect(textOf(slip()).filter((text) => text.includes('EUR'))).toEqual(['Amounts in EUR'])
})

test('amounts have the decimals of their currency', () => {
  const yen = textOf(slip({ lines: [line('Base pay', 'earning', 300_000)] }), { currency: 'JPY' })
  expect(yen).toContain('300,000')
  const dinar = textOf(slip({ lines: [line('Base pay', 'earning', 1_500)] }), { currency: 'KWD' })
  expect(dinar).toContain('1.500')
})

test('words, dates and amounts are those of the payslip’s language', () => {
  const german = textOf(slip({ language: 'de-DE' }))
  for (const expected of ['Lohnabrechnung', 'Bezüge', 'Abzüge', 'Auszahlungsbetrag', 'Januar 2019', '1.211.111,11']) {
    expect(german).toContain(expected)
  }
  expect(german.join('|')).toContain('29. Januar 2019')
  const french = textOf(slip({ language: 'fr' }))
  expect(french).toContain('1\u00a0234\u00a0567,89')
  expect(french).toContain('Net à payer')
  expect(textOf(slip({ language: 'es-MX' }))).toContain('Líquido a percibir')
  expect(textOf(slip({ language: 'pt-BR' }))).toContain('Líquido a receber')
  expect(textOf(slip({ language: 'hi' }))).toContain('Net pay')
})

test('Daybook’s own components are translated while they have their names; the office’s names stay', () => {
  const lines = [line('Base pay', 'earning', 1), { ...line('Heat', 'earning', 1), code: 'OVERTIME' }]
  const text = textOf(
    slip({ language: 'de', lines: lines.map((one, at) => (at === 0 ? { ...one, code: 'BASE' } : one)) }),
  )
  expect(text).toContain('Grundgehalt')
  expect(text).toContain('Heat')
})

test('of Latin letters the font lacks, the mark is dropped', () => {
  expect(textOf(slip({ employee: { name: 'Łukasz Żółć Şahin Çağla', externalRef: null } }))).toContain(
    'Lukasz Zólc Sahin Çagla',
  )
})

test.each(['अनिता शर्मा', 'Иван Петров', '王小明', 'محمد'])(
  'a name in another script (%s) is said to be one',
  (name) => {
    const text = textOf(slip({ employee: { name, externalRef: '7' } }))
    expect(text).toContain('(name in another script)')
    expect(text).toContain('7')
  },
)

test('the same payslip has the same bytes', () => {
  expect(Buffer.compare(renderPayslip(slip(), frame), renderPayslip(slip(), frame))).toBe(0)
  expect(Buffer.compare(renderPayslip(slip(), frame), renderPayslip(slip({ netMinor: 1 }), frame))).not.toBe(0)
})

test('more lines than a page holds go on on the next, with the totals at the end', () => {
  const lines = Array.from({ length: 45 }, (_, n) => line(`Line ${n + 1}`, 'earning', n))
  const { pages } = readPdf(renderPayslip(slip({ lines }), frame))
  expect(pages.length).toBe(2)
  expect(pages[1]).toContain('Page 2')
  expect(pages[1]).toContain('Net pay')
  const all = pages.flat()
  for (const { name } of lines) expect(all).toContain(name)
})

test('the merged file holds every payslip, in order', () => {
  const slips = [1, 2, 3].map((n) =>
    slip({ slipId: n, number: n, employee: { name: `Person ${n}`, externalRef: null } }),
  )
  const { pages } = readPdf(
    mergePayslips(
      slips.flatMap((one) => layPayslip(one, frame)),
      frame,
    ),
  )
  expect(pages.map((page) => page.find((text) => text.startsWith('Person')))).toEqual([
    'Person 1',
    'Person 2',
    'Person 3',
  ])
})

test('no name, component or amount breaks the file', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, fc.maxSafeInteger(), (name, component, amountMinor) => {
      const one = slip({ employee: { name, externalRef: name }, lines: [line(component, 'earning', amountMinor)] })
      const { pages, title } = readPdf(renderPayslip(one, frame))
      expect(title).toBe('Payslip 2019/206')
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain('Net pay')
    }),
    { numRuns: 60 },
  )
})
