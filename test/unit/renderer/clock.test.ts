import { expect, test } from 'vitest'
import { clockOf } from '../../../renderer/components/clock'

test.each([
  ['9', '09:00'],
  ['915', '09:15'],
  ['9.15', '09:15'],
  ['09:15', '09:15'],
  ['1530', '15:30'],
  [' 23:59 ', '23:59'],
  ['0', '00:00'],
])('“%s” is the time %s', (typed, time) => {
  expect(clockOf(typed)).toBe(time)
})

test.each(['', '24', '24:00', '9:60', '9:1', '9pm', '-1'])('“%s” is no time of the day', (typed) => {
  expect(clockOf(typed)).toBeNull()
})
