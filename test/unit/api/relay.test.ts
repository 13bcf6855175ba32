import { expect, test } from 'vitest'
import { contract, methodOf } from '../../../jobs/api/contract'
import { FileAnswer } from '../../../jobs/api/method'
import { pathOf } from '../../../jobs/api/over-http'

test('a file’s own path takes what stands in it, and the rest becomes its query', () => {
  expect(pathOf('imports.errors', { id: 7, format: 'csv' })).toBe('/api/imports/7/errors.csv')
  expect(pathOf('imports.template', { kind: 'a/b', format: 'xlsx' })).toBe('/api/imports/templates/a%2Fb.xlsx')
  expect(pathOf('imports.errors', { id: 7, format: 'csv', part: 'x&y' })).toBe('/api/imports/7/errors.csv?part=x%26y')
})

test('every method that answers with a file has a path to fetch it from', () => {
  const files = Object.keys(contract).filter((name) => methodOf(name)?.output === FileAnswer)
  expect(files.length).toBeGreaterThan(3)
  for (const name of files) expect([name, pathOf(name, {})]).toEqual([name, expect.stringMatching(/^\/api\//)])
})
