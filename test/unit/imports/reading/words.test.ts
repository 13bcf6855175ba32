import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readingWords } from '../../../../jobs/imports/reading'

const folder = path.resolve('jobs/imports/reading')
const sources = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !path.basename(name).startsWith('words'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
  .join('\n')
const used = new Set([...sources.matchAll(/'(import\.[a-z_]+)'/g)].map((match) => match[1] ?? ''))

it('every reason that reading gives is worded, and nothing else is', () => {
  expect([...used].sort()).toEqual(Object.keys(readingWords).sort())
})

it('every wording says what is wrong and how to mend it', () => {
  for (const [code, { message, fix }] of Object.entries(readingWords)) {
    expect(message.endsWith('.'), code).toBe(true)
    expect(fix.length, code).toBeGreaterThan(10)
    expect(message + fix, code).not.toMatch(/\{\}|undefined/)
  }
})
