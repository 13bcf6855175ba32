import { expect, test } from 'vitest'
import { checkPassphrase, hashPassphrase, isPassphrase } from '../../../../jobs/shared/users/passphrase'

const refusal = (passphrase: string) => {
  try {
    checkPassphrase(passphrase)
    return null
  } catch (error) {
    const { code, params } = error as { code: string; params: unknown }
    return [code, params]
  }
}

test('a passphrase has ten characters at least, counted as people count them', () => {
  expect(refusal('nine char')).toEqual(['user.passphrase_short', { found: 9, least: 10 }])
  expect(refusal('ten  chars')).toBeNull()
  expect(refusal('🐎'.repeat(9))).toEqual(['user.passphrase_short', { found: 9, least: 10 }])
  expect(refusal('🐎'.repeat(10))).toBeNull()
  // Decomposed accents are no characters of their own.
  expect(refusal('éàü'.normalize('NFD').repeat(3))).toEqual(['user.passphrase_short', { found: 9, least: 10 }])
  expect(refusal('x'.repeat(1001))).toEqual(['user.passphrase_long', { found: 1001, most: 1000 }])
})

test('what is stored holds its parameters and a salt of its own, and never the passphrase', async () => {
  const [first, second] = await Promise.all([hashPassphrase('correct horse'), hashPassphrase('correct horse')])
  expect(first).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
  expect(first).not.toBe(second)
  expect(first).not.toContain('horse')
  expect(await isPassphrase('correct horse', first)).toBe(true)
  expect(await isPassphrase('correct horsf', first)).toBe(false)
  expect(await isPassphrase('', first)).toBe(false)
})

test('the same text from another keyboard is the same passphrase', async () => {
  const stored = await hashPassphrase('Café Ｆｕｌｌ ﬁne')
  expect(await isPassphrase('Cafe\u0301 Full fine', stored)).toBe(true)
  expect(await isPassphrase('cafe\u0301 full fine', stored)).toBe(false)
})

test('a passphrase stored with other parameters is still known, and what is no hash lets nobody in', async () => {
  // Made with Node's scrypt, N=2^10, r=4, p=1, salt “0123456789abcdef”.
  const { scryptSync } = await import('node:crypto')
  const salt = Buffer.from('0123456789abcdef')
  const hash = scryptSync('older horse staple', salt, 32, { N: 1024, r: 4, p: 1 })
  const stored = `$scrypt$ln=10,r=4,p=1$${salt.toString('base64url')}$${hash.toString('base64url')}`
  expect(await isPassphrase('older horse staple', stored)).toBe(true)
  for (const broken of ['', 'older horse staple', '$scrypt$ln=99,r=8,p=1$AAAA$AAAA', '$argon2$x$y$z']) {
    expect(await isPassphrase('older horse staple', broken)).toBe(false)
  }
})
