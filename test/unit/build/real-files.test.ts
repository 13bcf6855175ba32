import { afterEach, expect, test, vi } from 'vitest'
import { realFile, whyMissing } from '../../support/real-file'

afterEach(() => vi.unstubAllEnvs())

test('a test whose real file is not there says so, and fails where nothing may be skipped', () => {
  const file = realFile('data/no such file.csv')
  vi.stubEnv('DAYBOOK_TESTS_MAY_SKIP', '')
  expect(whyMissing(file)).toBe(`${file} is not on this machine`)
  vi.stubEnv('DAYBOOK_TESTS_MAY_SKIP', '0')
  expect(() => whyMissing(file)).toThrow('here no test may be skipped')
})
