import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAsset } from '../../../jobs/api/assets'
import { page } from '../../../jobs/api/page'

test('a page never keeps the placeholder and never gets the same nonce twice', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [a, b] = [page(`__CSP_NONCE__${text}`), page(`__CSP_NONCE__${text}`)]
      expect(a.html).not.toBe(b.html)
      expect(a.html).not.toContain('__CSP_NONCE__')
      expect(a.csp).not.toContain('unsafe')
    }),
  )
})

test('letters come from where the page comes from, and from nowhere else', () => {
  const policy = page('').csp.split('; ')
  expect(policy).toContain("default-src 'none'")
  expect(policy.filter((part) => part.startsWith('font-src'))).toEqual(["font-src 'self'"])
})

test.each([
  '/assets/../index.html',
  '/assets/..%2findex.html',
  '/assets/%2e%2e/index.html',
  '/assets//etc/passwd',
  '/assets/a/b.js',
  '/assets/..',
  '/assets/.hidden.js',
  '/index.html',
  '/assets/page.html',
  '/assets/x.js\0',
])('no path leads out of the assets: %s', async (path) => {
  expect(await readAsset('dist/renderer', path)).toBeNull()
})
