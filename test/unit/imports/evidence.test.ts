import { expect, test } from 'vitest'
import { typedCell } from '../../../jobs/imports/checking/cells'
import { speaksAgainst, weigh } from '../../../jobs/imports/mapping/evidence'

test('three account numbers are nobody’s name, whatever the header says; three times “1&1” is a firm', () => {
  const isRefused = (...texts: string[]) => {
    const cells = texts.map((text, row) => typedCell(text, `A${row + 2}`))
    return speaksAgainst(weigh(cells, { type: 'text', looks: 'name' }), true, true)
  }
  expect(isRefused('DE89370400440532013000', '0049 1234', '12-345')).toBe(true)
  expect(isRefused('1&1', '1&1', '1&1')).toBe(false)
  // What is taken in parts is taken in whole: a part has fewer values to judge by.
  expect(isRefused('=1+1', '=1+1', '=1+1')).toBe(false)
})
