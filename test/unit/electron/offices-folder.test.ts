import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderRefusal } from '../../../electron/offices/choose-folder'
import { type Entry, nameOf, newEntry } from '../../../electron/offices/entries'
import { readDeed } from '../../../electron/offices/read-deed'
import { standingOf } from '../../../electron/offices/standing'

let root: string
let listed: Entry[]

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-folders-')))
  fs.mkdirSync(path.join(root, 'mine/backups'), { recursive: true })
  fs.writeFileSync(path.join(root, 'mine/daybook.db'), '')
  fs.mkdirSync(path.join(root, 'other'))
  fs.writeFileSync(path.join(root, 'other/daybook.db'), '')
  fs.mkdirSync(path.join(root, 'empty'))
  fs.mkdirSync(path.join(root, 'full'))
  fs.writeFileSync(path.join(root, 'full/letter.txt'), '')
  listed = [{ ...newEntry(path.join(root, 'mine')), label: 'Mine' }]
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const refusal = (folder: string, kind: 'new' | 'existing') =>
  folderRefusal(path.join(root, folder), kind, listed)?.message ?? null

test('a new office takes an empty folder, an existing one the folder of its database', () => {
  expect(refusal('empty', 'new')).toBeNull()
  expect(refusal('other', 'existing')).toBeNull()
  fs.writeFileSync(path.join(root, 'empty/.DS_Store'), '')
  expect(refusal('empty', 'new')).toBeNull()
})

test.each([
  ['full', 'new', 'is not empty: one file or folder lies in it'],
  ['other', 'new', 'An office lies in'],
  ['empty', 'existing', 'no daybook.db lies in it'],
  ['mine', 'existing', 'is in the list already, as “Mine”'],
  ['mine/backups', 'new', 'lies inside the folder of “Mine”'],
  ['nowhere', 'new', 'is not there or cannot be read'],
  ['full/letter.txt', 'new', 'is not there or cannot be read'],
] as const)('%s is refused as a %s office by name', (folder, kind, words) => {
  expect(refusal(folder, kind)).toContain(words)
  expect(refusal(folder, kind)).toContain(path.join(root, folder))
})

test('a link to the folder of a listed office is that folder', () => {
  fs.symlinkSync(path.join(root, 'mine'), path.join(root, 'link'))
  expect(refusal('link', 'existing')).toContain('in the list already')
})

test('an office is called by its label, by its own name, else by its folder', () => {
  const entry = newEntry(path.join(root, 'other'))
  expect(nameOf(entry)).toBe('other')
  expect(nameOf({ ...entry, name: 'Sunrise School' })).toBe('Sunrise School')
  expect(nameOf({ ...entry, name: 'Sunrise School', label: 'School' })).toBe('School')
})

test('what a page asks for is taken only as one of the deeds', () => {
  const id = '0123abcd'
  expect(readDeed({ deed: 'show', id, place: '/tasks/7' })).toEqual({ deed: 'show', id, place: '/tasks/7' })
  expect(readDeed({ deed: 'rename', id, label: 'x', folder: '/etc' })).toEqual({ deed: 'rename', id, label: 'x' })
  for (const asked of [
    null,
    'add',
    { deed: 'add', kind: '/etc' },
    { deed: 'show', id: '7' },
    { deed: 'show', id, place: '//evil' + '?x' },
    { deed: 'keep_working', id, keepsWorking: 'no' },
    { deed: 'format', id },
  ])
    expect(readDeed(asked)).toBeNull()
})

test('how an office stands', () => {
  const known = { isClosing: false, isShown: false }
  const running = { state: 'running', restartedAt: null, isAttached: false } as const
  const stopped = (code: string) => ({ state: 'stopped', code, message: '', fix: '' }) as const
  expect(standingOf({ ...known, state: null })).toBe('closed')
  expect(standingOf({ ...known, state: running })).toBe('background')
  expect(standingOf({ ...known, state: running, isShown: true })).toBe('open')
  expect(standingOf({ ...known, state: running, isClosing: true })).toBe('closing')
  expect(standingOf({ ...known, state: { state: 'restarting' } })).toBe('starting')
  expect(standingOf({ ...known, state: stopped('db.folder_in_use') })).toBe('locked')
  expect(standingOf({ ...known, state: stopped('db.newer_database') })).toBe('newer')
  expect(standingOf({ ...known, state: stopped('office.folder_missing') })).toBe('missing')
  expect(standingOf({ ...known, state: stopped('') })).toBe('stopped')
})
