import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SaidOnce } from '../../../electron/said-once'
import { readArguments } from '../../../electron/start-arguments'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-start-'))
const app = path.join(folder, 'app')
fs.mkdirSync(app)
fs.writeFileSync(path.join(folder, 'salaries.csv'), 'a')
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('an installed app takes what follows its own name', () => {
  const found = readArguments(['/opt/daybook', 'salaries.csv', 'missing.csv', '.'], folder, app)
  expect(found).toEqual({ files: [path.join(folder, 'salaries.csv')], place: null, office: null })
})

test('a checkout takes what follows its folder; switches are passed over', () => {
  const argv = ['/electron', '-r', path.join(folder, 'salaries.csv'), '--no-sandbox', './app', '--open=/tasks/7']
  expect(readArguments(argv, folder, app)).toEqual({ files: [], place: '/tasks/7', office: null })
})

test('a start may name an office of the list, in its own words', () => {
  const found = readArguments(['/opt/daybook', '--office=Sunrise School', '--open=/tasks'], folder, app)
  expect(found).toEqual({ files: [], place: '/tasks', office: 'Sunrise School' })
  expect(readArguments(['/opt/daybook', '--office='], folder, app).office).toBeNull()
})

test.each(['--open=https://evil', '--open=//evil', '--open=/tasks/../../x?y', '--open=javascript:x'])(
  '%s is no place of the window',
  (arg) => expect(readArguments(['/opt/daybook', arg], folder, app).place ?? '/').toMatch(/^\/[\w-]*/),
)

test('what is said once is said once over all starts', () => {
  expect(new SaidOnce(folder).isFirst('stays-open')).toBe(true)
  expect(new SaidOnce(folder).isFirst('stays-open')).toBe(false)
  expect(new SaidOnce(folder).isFirst('another')).toBe(true)
  fs.writeFileSync(path.join(folder, 'said.json'), '{')
  expect(new SaidOnce(folder).isFirst('stays-open')).toBe(true)
})
