import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createFileStore } from '../../../jobs/engine/file-store'
import { tempFolder } from '../../support/office-db'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const listing = (folder: string) =>
  (fs.existsSync(path.join(folder, 'files')) ? fs.readdirSync(path.join(folder, 'files'), { recursive: true }) : [])
    .map(String)
    .filter((name) => fs.statSync(path.join(folder, 'files', name)).isFile())

test('a file lies under the digest of its content and is read back whole', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  const stored = await store.put(Buffer.from('salaries'), 'text/csv', 'salaries.csv')
  expect(stored).toEqual({ sha256: sha('salaries'), size: 8, mediaType: 'text/csv', originalName: 'salaries.csv' })
  expect(String(await store.read(stored.sha256))).toBe('salaries')
  expect(listing(folder)).toEqual([path.join(sha('salaries').slice(0, 2), sha('salaries'))])
  expect(await store.exists(stored.sha256)).toBe(true)
  expect(await store.exists(sha('other'))).toBe(false)
})

test('the same content twice, also at once, is one file and makes it young again', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  await Promise.all(Array.from({ length: 8 }, (_, n) => store.put(Buffer.from('same'), 'text/plain', `${n}.txt`)))
  expect(listing(folder)).toHaveLength(1)
  fs.utimesSync(store.path(sha('same')), 0, 0)
  await store.put(Buffer.from('same'), 'text/plain', 'x')
  expect(fs.statSync(store.path(sha('same'))).mtimeMs).toBeGreaterThan(0)
})

test('many files at once are answered in their order, each content once, those that were there among them', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  await store.put(Buffer.from('there'), 'text/plain', 'there.txt')
  fs.utimesSync(store.path(sha('there')), 0, 0)
  const given = ['first', 'there', 'second', 'first'].map((text, n) => ({
    bytes: Buffer.from(text),
    mediaType: 'text/plain',
    originalName: `a/${n}.txt`,
  }))
  const stored = await store.putFiles(given)
  expect(stored.map(({ sha256, size, originalName }) => [sha256, size, originalName])).toEqual([
    [sha('first'), 5, '0.txt'],
    [sha('there'), 5, '1.txt'],
    [sha('second'), 6, '2.txt'],
    [sha('first'), 5, '3.txt'],
  ])
  for (const text of ['first', 'there', 'second']) expect(String(await store.read(sha(text)))).toBe(text)
  expect(listing(folder)).toHaveLength(3)
  expect(fs.statSync(store.path(sha('there'))).mtimeMs).toBeGreaterThan(0)
  expect(await store.putFiles([])).toEqual([])
})

test('of many files of which one cannot be put in its place, nothing half-written stays', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  await store.put(Buffer.from('before'), 'text/plain', 'x')
  fs.writeFileSync(path.dirname(store.path(sha('second'))), '') // a file where its shelf would be
  const files = ['first', 'second'].map((text) => ({
    bytes: Buffer.from(text),
    mediaType: 'text/plain',
    originalName: text,
  }))
  await expect(store.putFiles(files)).rejects.toMatchObject({ code: 'db.not_a_folder' })
  expect(listing(folder).filter((name) => name.startsWith('incoming'))).toEqual([])
})

test('a stream is stored like bytes; past its limit it is refused by name and leaves nothing', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  const stream = () => Readable.from([Buffer.from('first '), 'second'])
  expect(await store.putStream(stream(), 'text/plain', 'a.txt', 12)).toMatchObject({
    sha256: sha('first second'),
    size: 12,
  })
  const before = listing(folder)
  await expect(
    store.putStream(Readable.from([Buffer.alloc(2 << 20, 1)]), 'text/plain', 'big.txt', 1 << 20),
  ).rejects.toMatchObject({ code: 'files.too_large', kind: 'too_large', params: { name: 'big.txt', limit_mb: 1 } })
  expect(listing(folder)).toEqual(before)
})

test('a stream that breaks off leaves nothing', async () => {
  const folder = tempFolder()
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(createFileStore(folder).putStream(broken, 'text/plain', 'x', 100)).rejects.toThrow('connection lost')
  expect(listing(folder)).toEqual([])
})

test('no name ever becomes a path', async () => {
  const folder = tempFolder()
  const store = createFileStore(folder)
  for (const name of ['../../etc/passwd', 'C:\\Users\\ana\\x.csv', '', '..', '\u0000x\ny']) {
    const { originalName } = await store.put(Buffer.from(name), 'text/plain', name)
    for (const sign of ['/', '\\', '\u0000', '\n']) expect(originalName).not.toContain(sign)
    expect(originalName).not.toBe('')
  }
  for (const wrong of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`]) {
    expect(() => store.path(wrong)).toThrow(expect.objectContaining({ code: 'files.not_a_digest' }))
  }
})

test('a store that cannot be written names the folder', async () => {
  const folder = tempFolder()
  fs.writeFileSync(path.join(folder, 'files'), '')
  await expect(createFileStore(folder).put(Buffer.from('x'), 'text/plain', 'x')).rejects.toMatchObject({
    code: 'db.not_a_folder',
  })
})
