import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutInvisible } from '../../../jobs/values/invisible'

const UNSEEN = [
  ...['\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\u{e0041}'],
]
const seen = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cf}/u.test(text))

test.each([
  ['Ana\u202Egpj.exe', 'Anagpj.exe'],
  ['\u2067Costa\u2069, Ana', 'Costa, Ana'],
  ['Co\u200bs\ufeffta', 'Costa'],
  // A joiner between letters that never join is one of them.
  ['An\u200da C\u200costa', 'Ana Costa'],
  ['\u200dAna', 'Ana'],
])('%j is read as %j', (text, read) => {
  expect(withoutInvisible(text)).toBe(read)
})

test.each([
  'می\u200cخواهم',
  'क्\u200dष',
  'ශ්\u200dරී',
  'ന്\u200d',
  '👩\u200d🚀',
  '👩🏽\u200d⚕️',
  'Müller-Łukasz 陳',
  'عمر\u0600\u0661',
])('%j stays', (text) => {
  expect(withoutInvisible(text)).toBe(text)
})

test('what is seen stays as it is, and what is not goes wherever it stands', () => {
  fc.assert(
    fc.property(seen, (text) => {
      expect(withoutInvisible(text)).toBe(text)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(seen, fc.constantFrom(...UNSEEN))), seen, (parts, end) => {
      const mixed = parts.map(([text, unseen]) => text + unseen).join('') + end
      expect(withoutInvisible(mixed)).toBe(parts.map(([text]) => text).join('') + end)
    }),
  )
})

test('a text is read the same a second time, joiners and all', () => {
  const any = fc.constantFrom('a', 'م', 'क', '्', '👩', ' ', '\u200c', '\u200d', ...UNSEEN)
  fc.assert(
    fc.property(fc.array(any), (characters) => {
      const once = withoutInvisible(characters.join(''))
      expect(withoutInvisible(once)).toBe(once)
      expect(once).not.toMatch(/[\u200c\u200d]{2}|^[\u200c\u200d]/u)
    }),
  )
})
