import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { maintenance } from '../../../jobs/maintenance'
import { collect, leftoversOf } from '../../../jobs/maintenance/leftovers'
import { linkFile } from '../../../jobs/shared/files'
import { openTestDb, tempFolder, testWrite } from '../../support/office-db'
import { filesOf, runTask } from '../../support/run-task'

const task = maintenance.tasks.find(({ name }) => name === 'maintenance.collect_files') ?? expect.fail('no such task')
const HOUR = 3600

/** Makes a file as old as so many hours. */
function age(file: string, hours: number): void {
  const at = Date.now() / 1000 - hours * HOUR
  fs.utimesSync(file, at, at)
}

test('unlinked files older than a day go; linked and younger ones stay', async () => {
  const db = openTestDb()
  const files = filesOf(db)
  const put = (text: string) => files.put(Buffer.from(text), 'text/plain', `${text}.txt`)
  const [linked, old, young, again] = [await put('linked'), await put('old'), await put('young'), await put('again')]
  linkFile(testWrite(db), linked)
  for (const { sha256 } of [linked, old, again]) age(files.path(sha256), 25)
  age(files.path(young.sha256), 23)
  await put('again') // uploaded once more just now
  const incoming = path.join(path.dirname(db.name), 'files', 'incoming')
  for (const name of ['given-up', 'arriving']) fs.writeFileSync(path.join(incoming, name), 'half')
  age(path.join(incoming, 'given-up'), 30)

  const ran = await runTask(db, task, {})
  expect(ran).toMatchObject({ error: null, result: { old: 3 } })
  const left = await Promise.all([linked, old, young, again].map(({ sha256 }) => files.exists(sha256)))
  expect(left).toEqual([true, false, true, true])
  expect(fs.readdirSync(incoming)).toEqual(['arriving'])
})

test('an office without files has nothing to collect', async () => {
  expect(await runTask(openTestDb(), task, {})).toMatchObject({ error: null, result: { old: 0 } })
})

test('a file that was stored again after it was found stays', async () => {
  const db = openTestDb()
  const files = filesOf(db)
  const { sha256 } = await files.put(Buffer.from('old'), 'text/plain', 'old.txt')
  age(files.path(sha256), 48)
  const root = path.join(path.dirname(db.name), 'files')
  const [found] = [...leftoversOf(root)].flat()
  await files.put(Buffer.from('old'), 'text/plain', 'old.txt')
  collect(root, found ?? expect.fail('it was not found'))
  expect(await files.exists(sha256)).toBe(true)
  expect(fs.readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
})

test('nothing outside the store is touched, whatever a leftover is called', () => {
  const folder = tempFolder()
  const root = path.join(folder, 'files')
  fs.mkdirSync(path.join(root, 'incoming'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'daybook.db'), 'office')
  age(path.join(folder, 'daybook.db'), 48)
  collect(root, { sha256: null, name: '../../daybook.db', olderThanMs: Date.now() })
  expect(fs.existsSync(path.join(folder, 'daybook.db'))).toBe(true)
})
