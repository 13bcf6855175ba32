import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isMissing, newEntry, type OfficeList, parseList, withHome } from '../../../electron/offices/entries'
import { List } from '../../../electron/offices/list'
import { ListFile } from '../../../electron/offices/list-file'

let folder: string
let file: string
let copy: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-offices-'))
  file = path.join(folder, 'offices.json')
  copy = path.join(folder, 'offices.copy.json')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A folder in which an office lies, as far as the list can see. */
function officeIn(name: string): string {
  const made = path.join(folder, name)
  fs.mkdirSync(made, { recursive: true })
  fs.writeFileSync(path.join(made, 'daybook.db'), '')
  return made
}

const listOf = (...folders: string[]): OfficeList => ({
  home: folders[0] ?? '',
  shown: null,
  offices: folders.map((one) => newEntry(one)),
})
const opened = (home: string, isChosen = false) =>
  new List(new ListFile(folder), { folder: home, isChosen }, () => undefined)
const asides = () => fs.readdirSync(folder).filter((name) => name.includes('damaged'))

test('what is written is read again, from a file that only its user reads', () => {
  const list = listOf(officeIn('a'), officeIn('b'))
  new ListFile(folder).write(list)
  expect(new ListFile(folder).read()).toEqual(list)
  if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(folder).sort()).toEqual(['a', 'b', 'offices.copy.json', 'offices.json'])
})

test.each([
  ['cut off', (text: string) => text.slice(0, -20)],
  ['emptied', () => ''],
  ['zeroed', (text: string) => '\0'.repeat(text.length)],
  ['of another shape', () => '{"version":1,"home":"","shown":null,"offices":[{"id":"1"}]}'],
  ['of a newer Daybook', (text: string) => text.replace('"version": 1', '"version": 2')],
])('a list that is %s is kept aside and made anew from its second copy', (_how, damage) => {
  const list = listOf(officeIn('a'), officeIn('b'))
  new ListFile(folder).write(list)
  const text = damage(fs.readFileSync(file, 'utf8'))
  fs.writeFileSync(file, text)
  const again = new ListFile(folder)
  expect(again.read()).toEqual(list)
  expect(again.damage).toEqual({ keptAs: path.join(folder, asides()[0] ?? ''), found: 2 })
  expect(fs.readFileSync(again.damage?.keptAs ?? '', 'utf8')).toBe(text)
})

test('with both copies damaged the folders that the text still names are found, where an office lies in them', () => {
  const [a, gone] = [officeIn('a "quoted" \\ name'), officeIn('gone')]
  new ListFile(folder).write(listOf(a, gone))
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -5))
  fs.writeFileSync(copy, '{')
  fs.rmSync(gone, { recursive: true })
  const again = new ListFile(folder)
  expect(again.read()?.offices.map((one) => one.folder)).toEqual([a])
  expect(again.damage?.found).toBe(1)
})

test('the app says that its list was damaged, and goes on with what was found and its own office', () => {
  const [home, other] = [officeIn('home'), officeIn('other')]
  opened(home).add(newEntry(other))
  fs.writeFileSync(file, 'nothing of a list')
  const list = opened(home)
  expect(list.entries.map((one) => one.folder)).toEqual([home, other])
  expect(list.notice?.message).toContain('2 offices were found again')
  expect(list.notice?.fix).toContain(asides()[0])
  list.noticeSeen()
  expect(list.notice).toBeNull()
  expect(parseList(fs.readFileSync(file, 'utf8'))?.offices).toHaveLength(2) // whole again on disk
})

test('a list that cannot be written holds until the app ends, and is said', () => {
  const home = officeIn('home')
  fs.mkdirSync(copy) // where the copy should go
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const list = opened(home)
  list.add(newEntry(officeIn('other')))
  expect(list.entries).toHaveLength(2)
  expect(list.notice?.message).toContain('could not be saved')
  expect(logged).toHaveBeenCalled()
  logged.mockRestore()
})

test('a reader never meets half a list while two programs write it', async () => {
  const writer = path.join(folder, 'writer.ts')
  const source = path.resolve('electron/offices/list-file.ts')
  fs.writeFileSync(
    writer,
    `import { ListFile } from ${JSON.stringify(source)}
     const [folder, who] = process.argv.slice(2)
     const office = (n) => ({ id: n.toString(16).padStart(8, '0'), folder: '/' + who + n, label: null, name: who, keepsWorking: true, wasOpen: false })
     for (let n = 0; n < 100; n++) new ListFile(folder).write({ home: '/' + who, shown: null, offices: Array.from({ length: 1 + n % 40 }, (_, i) => office(i)) })`,
  )
  const loader = path.resolve('test/support/typescript.mjs')
  const ended = ['a', 'b'].map(
    (who) =>
      new Promise((resolve) =>
        spawn(process.execPath, ['--import', loader, writer, folder, who], { stdio: 'inherit' }).once('exit', resolve),
      ),
  )
  let isOver = false
  const both = Promise.all(ended).then((codes) => {
    isOver = true
    return codes
  })
  let read = 0
  while (!isOver) {
    for (const one of [file, copy]) {
      if (!fs.existsSync(one)) continue
      const list = parseList(fs.readFileSync(one, 'utf8'))
      expect(list).not.toBeNull()
      expect(list?.offices.every(({ name }) => `/${name}` === list.home)).toBe(true) // of one writer, never of both
      read++
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await both).toEqual([0, 0])
  expect(read).toBeGreaterThan(20)
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('offices.'))).toHaveLength(2) // no half file is left
})

test('an office whose folder has gone is missing, a new one in an empty folder is not', () => {
  const entry = newEntry(officeIn('a'))
  expect(isMissing(entry)).toBe(false)
  fs.rmSync(path.join(entry.folder, 'daybook.db'))
  expect(isMissing(entry)).toBe(true) // an empty folder where the drive used to be
  fs.writeFileSync(path.join(entry.folder, 'office.lock'), '')
  expect(isMissing(entry)).toBe(false) // an office whose database is just being put back
  fs.rmSync(entry.folder, { recursive: true })
  expect(isMissing(entry)).toBe(true)
  expect(isMissing(newEntry(path.join(folder, 'fresh')))).toBe(false)
})

test('the app starts with the office it showed last, but with the chosen one where it was started for it', () => {
  const [home, other] = [officeIn('home'), officeIn('other')]
  const list = opened(home)
  list.add(newEntry(other))
  list.show(list.entries[1]?.id ?? '')
  expect(opened(home).get(opened(home).shown)?.folder).toBe(other)
  expect(opened(home, true).get(opened(home, true).shown)?.folder).toBe(home)
})

test('the app’s own office can be taken off the list as long as another one is in it', () => {
  const [home, other] = [officeIn('home'), officeIn('other')]
  const list = opened(home)
  list.add(newEntry(other))
  list.remove(list.entries[0]?.id ?? '')
  expect(opened(home).entries.map((one) => one.folder)).toEqual([other])
  expect(opened(home, true).entries.map((one) => one.folder)).toEqual([home, other])
})

test('where the app’s own folder was copied to another place, no other office starts by itself from there', () => {
  const before = listOf('/old/home', '/elsewhere')
  const { offices, home } = withHome(before, '/new/home')
  expect(home).toBe('/new/home')
  expect(offices.map((one) => [one.folder, one.keepsWorking])).toEqual([
    ['/new/home', true],
    ['/elsewhere', false],
  ])
  expect(withHome(before, '/old/home')).toEqual(before)
})

test('an office keeps its number through every change, and a new one never takes an old one’s', () => {
  const list = opened(officeIn('home'))
  const [first] = list.entries
  const seen = new Set([first?.id])
  for (let n = 0; n < 10; n++) {
    const entry = newEntry(officeIn('other'))
    expect(seen.has(entry.id)).toBe(false)
    seen.add(entry.id)
    list.add(entry)
    list.change(entry.id, { label: `Number ${n}`, keepsWorking: false })
    expect(list.get(entry.id)).toMatchObject({ label: `Number ${n}`, keepsWorking: false })
    list.remove(entry.id)
  }
  expect(list.entries).toEqual([first])
})
