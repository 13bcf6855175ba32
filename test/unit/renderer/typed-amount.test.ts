import { expect, test } from 'vitest'
import { formatMinor } from '../../../renderer/components/amount'
import { typedAmount } from '../../../renderer/components/typed-amount'

const cents = (text: string, currency = 'EUR') => typedAmount(text, currency as never)

test('an amount is read as the window itself writes it', () => {
  expect(cents('1950')).toBe(195_000)
  expect(cents(' 1950.5 ')).toBe(195_050)
  expect(cents('1,950.50')).toBe(195_050)
  expect(cents('12,345,678.90')).toBe(1_234_567_890)
  for (const currency of ['EUR', 'JPY', 'KWD'])
    for (const minor of [0, 7, 195_050, -1_234_567]) expect(cents(formatMinor(minor, currency), currency)).toBe(minor)
})

test('what could be meant otherwise is no amount, instead of another amount', () => {
  for (const text of [
    '1950,50',
    '1.950,00',
    '1.950',
    '1.950.000',
    '19,50',
    '1,95',
    '1,9500',
    ',950',
    '1950.',
    '.5',
    '',
  ])
    expect([text, cents(text)]).toEqual([text, null])
  expect(cents('1950.50', 'JPY')).toBeNull()
  expect(cents('1.950', 'KWD')).toBe(1950)
})

test('an amount too large to be kept exactly is none', () => {
  expect(cents('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER)
  expect(cents('90071992547409.92')).toBeNull()
})
