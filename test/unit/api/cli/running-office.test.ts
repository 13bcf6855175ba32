import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { announceOffice, findRunningOffice, withdrawOffice } from '../../../../jobs/api/cli/running-office'
import { tempFolder } from '../../../support/office-db'

const office = { address: 'http://127.0.0.1:9', token: 'secret', pid: 4242 }

test('the announcement is readable by the own account only', () => {
  const folder = tempFolder()
  announceOffice(folder, office)
  const file = path.join(folder, 'office.json')
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(office)
  if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(folder)).toEqual(['office.json'])
})

test('an announcement of an office that was killed proves nothing', async () => {
  const folder = tempFolder()
  expect(await findRunningOffice(folder)).toBeNull()
  announceOffice(folder, office)
  expect(await findRunningOffice(folder)).toBeNull()
  fs.writeFileSync(path.join(folder, 'office.json'), '{"address": ')
  expect(await findRunningOffice(folder)).toBeNull()
})

test('only the process that announced itself takes the announcement away', () => {
  const folder = tempFolder()
  announceOffice(folder, office)
  withdrawOffice(folder, 1)
  expect(fs.existsSync(path.join(folder, 'office.json'))).toBe(true)
  withdrawOffice(folder, 4242)
  expect(fs.existsSync(path.join(folder, 'office.json'))).toBe(false)
})
