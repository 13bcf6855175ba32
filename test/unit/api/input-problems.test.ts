import { expect, test } from 'vitest'
import { z } from 'zod'
import { toApiError } from '../../../jobs/api/errors'
import { inputProblem } from '../../../jobs/api/input-problems'
import { pathInWords } from '../../../jobs/engine/word-issue'

const Period = z.strictObject({
  start: z.iso.date(),
  amount: z.number().int().min(1).max(100),
  type: z.enum(['monthly', 'weekly']),
  emails: z.array(z.email()).max(2).optional(),
  name: z.string().min(1).optional(),
  rule: z.union([z.strictObject({ cron: z.string() }), z.array(z.string())]).optional(),
})

function refusal(input: unknown) {
  const checked = Period.safeParse(input)
  if (checked.success) throw new Error('the input was taken')
  return toApiError(inputProblem(checked.error, input))
}
const good = { start: '2026-01-01', amount: 5, type: 'monthly' }

test('a wrong value is told with where, what was found, what was expected and how to mend it', () => {
  const { code, message, fix, details } = refusal({ ...good, amount: 'many' })
  expect(code).toBe('api.invalid_input')
  expect(message).toBe('“amount”: found “many”, expected a number.')
  expect(fix).toBe('Change “amount” to a number.')
  expect(details).toEqual({
    problems: [{ where: '“amount”', found: '“many”', expected: 'a number', fix: 'Change “amount” to a number.' }],
  })
})

test.each([
  [{ ...good, amount: 101 }, '“amount”: found 101, expected a number of at most 100.'],
  [{ ...good, amount: 0 }, '“amount”: found 0, expected a number of at least 1.'],
  [{ ...good, amount: 1.5 }, '“amount”: found 1.5, expected a whole number.'],
  [{ ...good, start: '1/2/2026' }, '“start”: found “1/2/2026”, expected a date as YYYY-MM-DD.'],
  [
    { ...good, emails: ['a,b@x'] },
    '“emails”, entry 1: found “a,b@x”, expected one mail address, such as ana@example.org.',
  ],
  [
    { ...good, emails: ['a@b.co', 'a@b.co', 'a@b.co'] },
    '“emails”: found a list, expected a list of at most 2 entries.',
  ],
  [{ ...good, name: '' }, '“name”: found “”, expected text that is not empty.'],
  [{ ...good, type: 'mothly' }, '“type”: found “mothly”, expected one of monthly, weekly (“monthly” is nearest).'],
  [{ ...good, rule: 7 }, '“rule”: found 7, expected an object, or a list.'],
  [{ ...good, ammount: 1 }, 'the input: found the unknown field “ammount”, expected only fields that are known here.'],
  ['text', 'the input: found “text”, expected an object.'],
])('%j is refused in words', (input, message) => {
  expect(refusal(input).message).toBe(message)
})

test('what is missing is asked for, and all findings are listed', () => {
  const { message, fix, details } = refusal({})
  expect(message).toBe('“start”: found nothing, expected text. (and 2 more)')
  expect(fix).toBe('Give “start”: text.')
  expect((details as { problems: unknown[] }).problems).toHaveLength(3)
})

test('a path is said with the entry counted from one', () => {
  expect(pathInWords(['lines', 2, 'amount'])).toBe('“lines”, entry 3, “amount”')
})

test('a long value is not repeated in full', () => {
  expect(refusal({ ...good, start: 'x'.repeat(10_000) }).message.length).toBeLessThan(200)
})
