import { expect, test } from 'vitest'
import { slotCountOf } from '../../../../jobs/api/cli/slot-count'

test('slots are so many, or between two numbers, or between one and four where nothing is said', () => {
  expect(slotCountOf('4')).toEqual({ concurrency: 4 })
  expect(slotCountOf('3-10')).toEqual({ concurrency: 3, scale: { least: 3, most: 10 } })
  expect(slotCountOf(undefined)).toEqual({ concurrency: 2, scale: { least: 1, most: 4 } })
})

test.each(['0', '10-3', '1-', '-4', 'many', '1.5', '1-2-3', '65', '1-100000', ''])(
  '“%s” is refused with what fits',
  (text) => {
    expect(() => slotCountOf(text)).toThrowError(
      expect.objectContaining({
        code: 'cli.not_a_number',
        params: { option: '--concurrency', found: text, expected: expect.stringContaining('3-10') },
      }),
    )
  },
)
