import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal } from '../../../../jobs/values/money'
import { EUR, number, read } from './read-column'

const STYLES = [
  '1,234.56',
  '1.234,56',
  '1 234,56',
  '1\u00a0234,56',
  '1\u202f234,56',
  "1'234.56",
  '1,23,456.78',
  '1234.56',
  '1234,56',
] as const

/** Writes an amount the way the style shows. */
function written(minor: bigint, style: (typeof STYLES)[number]): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)]
  const group = {
    '1,234.56': ',',
    '1.234,56': '.',
    '1 234,56': ' ',
    '1\u00a0234,56': '\u00a0',
    '1\u202f234,56': '\u202f',
    "1'234.56": "'",
    '1,23,456.78': ',',
    '1234.56': '',
    '1234,56': '',
  }[style]
  const grouped =
    style === '1,23,456.78'
      ? whole.replace(/(\d)(?=(\d\d)+\d$)/g, '$1,')
      : whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${group}`)
  return `${minor < 0n ? '-' : ''}${grouped}${style.includes(',56') ? ',' : '.'}${cents}`
}

describe('for any amounts', () => {
  const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
  const amounts = fc.array(amount, { minLength: 1, maxLength: 20 })

  it('what was written in any style is read back to the cent', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...STYLES), (list, style) => {
        expect(
          read(
            'money',
            list.map((minor) => written(minor, style)),
          ),
        ).toEqual(list)
      }),
    )
  })

  it('typed numbers are read back to the cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
        expect(read('money', [number(Number(minor) / 100)])).toEqual([minor])
      }),
    )
  })

  it('a column in which every value could be read both ways is always asked', () => {
    const either = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom('.', ','),
    )
    const neutral = fc.integer({ min: 0, max: 999_999 }).map(String)
    fc.assert(
      fc.property(
        fc.array(either, { minLength: 1, maxLength: 10 }),
        fc.array(neutral, { maxLength: 5 }),
        (values, others) => {
          const texts = values.map(([whole, rest, mark]) => `${whole}${mark}${String(rest).padStart(3, '0')}`)
          expect(read('money', [...others, ...texts])).toMatchObject({ ask: 'number_style' })
        },
      ),
    )
  })

  it('no text is ever read as an amount other than the one it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-() '€%"), maxLength: 12 }), (text) => {
        const result = read('money', [text.trim()])
        if (!Array.isArray(result) || typeof result[0] !== 'bigint') return
        const kept = text.replace(/[^\d.,]/g, '')
        const at = Math.max(kept.lastIndexOf('.'), kept.lastIndexOf(','))
        const asDecimal = at < 0 ? kept : `${kept.slice(0, at).replace(/\D/g, '') || '0'}.${kept.slice(at + 1)}`
        const readings = [fromDecimal(asDecimal, EUR.currency), fromDecimal(kept.replace(/\D/g, ''), EUR.currency)]
        const magnitude = result[0] < 0n ? -result[0] : result[0]
        expect(readings).toContain(magnitude)
      }),
      { numRuns: 2000, examples: [['.3€.']] },
    )
  })
})
