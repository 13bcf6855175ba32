import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNacha } from '../../../../jobs/payroll/bank/formats/nacha'
import type { BankFile } from '../../../../jobs/payroll/bank/payment'
import { abaAccount, anyText, bankFile, payment, ROUTINGS } from './bank-file-builders'

const staff = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    payment(
      index,
      100_000 + index * 7,
      abaAccount(ROUTINGS[index % 3] ?? '', `99-${index}`, { accountType: index % 2 ? 'savings' : 'checking' }),
    ),
  )
const usd = (count: number, change: Partial<BankFile> = {}) => bankFile(staff(count), { currency: 'USD', ...change })

/** The fields of an ACH file by their columns (Nacha Operating Rules, appendix three). */
function read(text: string) {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.split('\r\n').slice(0, -1)
  expect(lines.every((line) => line.length === 94 && /^[\x20-\x7e]*$/.test(line))).toBe(true)
  const cut = (line: string, from: number, to: number) => line.slice(from - 1, to)
  const of = (type: string) => lines.filter((line) => line.startsWith(type) && line !== '9'.repeat(94))
  const [header = '', batch = '', control = '', end = ''] = [of('1')[0], of('5')[0], of('8')[0], of('9')[0]]
  const entries = of('6').map((line) => ({
    code: cut(line, 2, 3),
    routing: cut(line, 4, 12),
    account: cut(line, 13, 29).trim(),
    cents: BigInt(cut(line, 30, 39)),
    id: cut(line, 40, 54).trim(),
    name: cut(line, 55, 76).trim(),
    trace: cut(line, 80, 94),
  }))
  return { lines, header, batch, control, end, entries, cut }
}

test.each([1, 5, 6, 15, 16, 17, 500])('%i people: blocks of ten, hash, counts and totals agree', (count) => {
  for (const balanced of [false, true]) {
    const { lines, batch, control, end, entries, cut } = read(writeNacha(usd(count), balanced))
    expect(lines.length % 10).toBe(0)
    const isCredit = ({ code }: { code: string }) => code === '22' || code === '32'
    const sum = (some: typeof entries) => some.reduce((total, { cents }) => total + cents, 0n)
    const credit = sum(entries.filter(isCredit))
    const debit = sum(entries.filter((entry) => !isCredit(entry)))
    const hash = entries.reduce((total, { routing }) => total + BigInt(routing.slice(0, 8)), 0n) % 10n ** 10n
    expect(entries).toHaveLength(count + (balanced ? 1 : 0))
    expect(credit).toBe(BigInt(usd(count).controlMinor))
    expect(debit).toBe(balanced ? credit : 0n)
    expect([cut(batch, 2, 4), cut(control, 2, 4)]).toEqual(balanced ? ['200', '200'] : ['220', '220'])
    for (const [line, at] of [
      [control, { count: [5, 10], hash: [11, 20], debit: [21, 32], credit: [33, 44] }],
      [end, { count: [14, 21], hash: [22, 31], debit: [32, 43], credit: [44, 55] }],
    ] as const) {
      const figure = ([from, to]: readonly [number, number]) => BigInt(cut(line, from, to))
      expect(figure(at.count)).toBe(BigInt(entries.length))
      expect(figure(at.hash)).toBe(hash)
      expect(figure(at.debit)).toBe(debit)
      expect(figure(at.credit)).toBe(credit)
    }
    expect(Number(cut(end, 2, 7))).toBe(1)
    expect(Number(cut(end, 8, 13))).toBe(lines.length / 10)
    const padding = lines.slice(lines.indexOf(end) + 1)
    expect(padding.every((line) => line === '9'.repeat(94))).toBe(true)
    expect(padding.length).toBeLessThan(10)
  }
})

test('the header says between whom, when, and which file of the day', () => {
  const { header, batch, cut } = read(writeNacha(usd(2), false))
  expect(cut(header, 1, 23)).toBe('101 0210000211123456789')
  expect(cut(header, 24, 34)).toBe('2601280930A')
  expect(cut(header, 35, 40)).toBe('094101')
  expect(cut(header, 41, 63).trim()).toBe('EXAMPLE BANK')
  expect(cut(batch, 41, 50)).toBe('1123456789')
  expect(cut(batch, 51, 63)).toBe('PPDPAYROLL   ')
  expect(cut(batch, 70, 75)).toBe('260130')
  expect(cut(batch, 79, 94)).toBe('1021000020000001')
})

test('an entry names account, amount, number and name, and its trace goes up by one', () => {
  const { entries } = read(writeNacha(usd(3), true))
  expect(entries[0]).toMatchObject({ code: '22', routing: '021000021', account: '99-0', cents: 100_000n, id: 'E0' })
  expect(entries[1]).toMatchObject({ code: '32', name: 'PERSON 1' })
  expect(entries[3]).toMatchObject({ code: '27', routing: '021000021', account: '000123456789', cents: 300_021n })
  expect(entries.map(({ trace }) => trace)).toEqual([1, 2, 3, 4].map((n) => `02100002000000${n}`))
})

test('a second file of a run says DUPLICATE, and the header another modifier', () => {
  const { header, batch, cut } = read(writeNacha(usd(1, { no: 2 }), false))
  expect(cut(header, 34, 34)).toBe('B')
  expect(cut(batch, 21, 40).trim()).toBe('DUPLICATE 2')
})

test('no name breaks a record', () => {
  fc.assert(
    fc.property(anyText(60), (name) => {
      const [one] = staff(1)
      if (!one) return
      read(writeNacha(bankFile([{ ...one, name, externalRef: name }], { currency: 'USD' }), true))
    }),
  )
})
