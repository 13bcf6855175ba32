import { expect, test } from 'vitest'
import { indexPeople, matchSheetRow, type SheetPerson } from '../../../../jobs/payroll/rules/match-sheet-row'

const person = (partyId: number, number: string | null, name: string, inRun = true): SheetPerson => ({
  partyId,
  number,
  name,
  inRun,
})
const index = indexPeople([
  person(1, '1042', 'Ana Costa'),
  person(2, '1043', 'Ana Costa'),
  person(3, null, 'Bo  Ek'),
  person(4, '0007', 'Cy Long', false),
  person(5, '8', 'Cy Long'),
])
const met = (number: string | null, name: string | null) => {
  const found = matchSheetRow(index, number, name)
  return found.kind === 'known' ? [found.person.partyId, found.by] : found.kind
}

test('the number says who it is, whatever the name', () => {
  expect(met('1043', 'Somebody Else')).toEqual([2, 'number'])
  expect(met('0007', null)).toEqual([4, 'number'])
})

test('without a number that is known, the name does, in any order of its words', () => {
  expect(met(null, 'bo ek')).toEqual([3, 'name'])
  expect(met('99', 'Ek, Bo')).toEqual([3, 'name'])
  expect(met('99', 'Nobody Here')).toBe('unknown')
})

test('of namesakes the one in the run is meant, and where both are a person says which', () => {
  expect(met(null, 'Cy Long')).toEqual([5, 'name'])
  expect(met(null, 'Ana Costa')).toBe('ambiguous')
  expect(met(null, 'Ana Costa (1042)')).toEqual([1, 'number'])
  expect(met(null, '1043')).toEqual([2, 'number'])
})
