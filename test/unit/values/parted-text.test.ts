import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinTexts, splitName } from '../../../jobs/values/parted-text'

test.each([
  ['Costa, Amina', 'comma', 'family_name', 'Amina', 'Costa'],
  ['Ana Maria Costa', 'last_blank', 'given_name', 'Ana Maria', 'Costa'],
  ['Ana García López', 'first_blank', 'given_name', 'Ana', 'García López'],
  ['  DUPONT   Jean ', 'first_blank', 'family_name', 'Jean', 'DUPONT'],
  ['Madonna', 'last_blank', 'given_name', 'Madonna', ''],
  ['Madonna', 'comma', 'family_name', '', 'Madonna'],
  ['', 'comma', 'family_name', '', ''],
] as const)('“%s” cut at %s, %s first: “%s” and “%s”', (text, at, first, given_name, family_name) => {
  expect(splitName(text, { at, first })).toEqual({ given_name, family_name })
})

test('what was split at a blank is joined to what it was', () => {
  const word = fc.constantFrom('Ana', 'de', 'la', 'Torre', 'O’Neil')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      (words, isLast, isGiven) => {
        const text = words.join(' ')
        const first = isGiven ? 'given_name' : 'family_name'
        const parts = splitName(text, { at: isLast ? 'last_blank' : 'first_blank', first })
        const order = isGiven ? [parts.given_name, parts.family_name] : [parts.family_name, parts.given_name]
        expect(joinTexts(order, ' ')).toBe(text)
      },
    ),
  )
})

test('empty parts leave no separator behind', () => {
  expect(joinTexts(['1 Mill Lane', ' ', 'Deal '], ', ')).toBe('1 Mill Lane, Deal')
  expect(joinTexts(['', ''], ', ')).toBe('')
})
