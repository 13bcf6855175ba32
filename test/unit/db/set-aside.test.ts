import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { finishSettingAside, keepWhatWasMade, setAside, setAsideUnlessMade } from '../../../db/set-aside'
import { tempFolder } from '../../support/office-db'

function officeFolder(): string {
  const folder = tempFolder()
  for (const name of ['daybook.db', 'daybook.db-wal', 'audit-head.json', 'secret.key', 'office.lock']) {
    fs.writeFileSync(path.join(folder, name), name)
  }
  fs.mkdirSync(path.join(folder, 'files'))
  fs.writeFileSync(path.join(folder, 'files', 'one'), 'content')
  return folder
}

test('an office set aside is whole where it lies, and its folder holds none any more', () => {
  const folder = officeFolder()
  const aside = setAside(folder, 'removed')
  expect(fs.readdirSync(aside).sort()).toEqual([
    'audit-head.json',
    'daybook.db',
    'daybook.db-wal',
    'files',
    'secret.key',
  ])
  expect(fs.readFileSync(path.join(aside, 'files', 'one'), 'utf8')).toBe('content')
  expect(fs.readdirSync(folder).sort()).toEqual(['office.lock', 'removed'])
})

test('a second one goes beside the first', () => {
  const folder = officeFolder()
  setAside(folder, 'removed')
  fs.writeFileSync(path.join(folder, 'daybook.db'), 'another')
  expect(path.basename(setAside(folder, 'removed'))).toBe('removed-2')
})

test('what broke off half-way is completed at the next start', () => {
  const folder = officeFolder()
  const aside = setAsideUnlessMade(folder, 'removed')
  fs.mkdirSync(aside)
  fs.renameSync(path.join(folder, 'daybook.db'), path.join(aside, 'daybook.db')) // and then the power went
  expect(finishSettingAside(folder)).toBe(true)
  expect(fs.existsSync(path.join(folder, 'daybook.db-wal'))).toBe(false)
  expect(fs.readdirSync(aside)).toContain('daybook.db-wal')
  expect(finishSettingAside(folder)).toBe(false)
})

test('what was made to its end stays', () => {
  const folder = officeFolder()
  setAsideUnlessMade(folder, 'unfinished')
  keepWhatWasMade(folder)
  expect(finishSettingAside(folder)).toBe(false)
  expect(fs.readFileSync(path.join(folder, 'daybook.db'), 'utf8')).toBe('daybook.db')
})
