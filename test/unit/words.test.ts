import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordReason, words } from '../../jobs/words'

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return entry.name.endsWith('.ts') ? [file] : []
  })
}

/** Codes as they stand in the source: thrown as a Problem, refused by a command, or stored as a reason. */
const CODE = /(?:new (?:Usage)?Problem\(\s*|\busage\(\s*|\bcode: )'([a-z_]+(?:\.[a-z_0-9]+)*)'/g

const used = ['jobs', 'db'].flatMap(sources).flatMap((file) => {
  const text = fs.readFileSync(file, 'utf8')
  return [...text.matchAll(CODE)].map((match) => ({ code: match[1] ?? '', file }))
})

test('every code that is thrown or stored has its words', () => {
  expect(used.length).toBeGreaterThan(50)
  const unworded = used.filter(({ code }) => code !== 'custom' && !Object.hasOwn(words, code))
  expect([...new Set(unworded.map(({ code, file }) => `${code} in ${file}`))]).toEqual([])
})

test('every wording says what is wrong and what to do', () => {
  for (const [code, { message, fix }] of Object.entries(words)) {
    expect([code, message.length > 5]).toEqual([code, true])
    expect([code, fix.length > 2]).toEqual([code, true])
  }
})

test('a sentence is filled in; what is missing leaves a dash, and an unknown code is named', () => {
  expect(wordReason({ code: 'tasks.not_found', params: { id: 7 } }).message).toBe('There is no task 7.')
  expect(wordReason({ code: 'tasks.not_found', params: {} }).message).toBe('There is no task –.')
  expect(wordReason({ code: 'of.a_newer_version', params: { a: 1 } }).message).toContain('of.a_newer_version')
  expect(wordReason({ code: 'constructor', params: {} }).message).toContain('constructor')
})

test('who did it is a word of the sentence, not the code of a row', () => {
  const saidOf = (by: string) => wordReason({ code: 'engine.revoked', params: { by } }).message
  expect(saidOf('user:1')).toBe('The task was called off by a person.')
  expect(saidOf('task:7')).toBe('The task was called off by task 7.')
  expect(saidOf('system')).toBe('The task was called off by Daybook itself.')
  expect(saidOf('Mara')).toBe('The task was called off by Mara.')
})

test('no wording sends an administrator to an address of the programming interface', () => {
  const found = Object.entries(words).filter(([, { message, fix }]) =>
    /\b(GET|POST|PUT|PATCH|DELETE) \/|\/api\b/.test(`${message} ${fix}`),
  )
  expect(found.map(([code]) => code)).toEqual([])
})

test('no wording about files asks an administrator for JSON', () => {
  const found = Object.entries(words).filter(
    ([code, { message, fix }]) => code.startsWith('import.') && /\{"|\bnull\b/.test(`${message} ${fix}`),
  )
  expect(found.map(([code]) => code)).toEqual([])
})
