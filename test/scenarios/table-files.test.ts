import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../support/command'
import { startOffice, type TestOffice } from '../support/office'

// Templates and exports, over REST and by command line, from a running office and from a folder at rest.

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ now: '2026-03-02T09:00:00Z' })
  const file = { name: 'pay.csv', bytes: 'emp no,name,salary\n007,=Ana,1200.50\n8,Bo,900\n' }
  const fields = { kind: 'salaries', options: JSON.stringify({ year: 2026, month: 'FEB' }) }
  const { body } = await office.upload('/api/imports', file, fields)
  await office.ended(body.task_id)
  const applied = await office.api('POST', `/api/imports/${body.import_id}/apply`, { rows: 'all' })
  await office.ended(applied.body.task_id)
})
afterAll(() => office.stop())

const fetchFile = async (path: string) => {
  const answer = await fetch(office.address + path, { headers: { authorization: `Bearer ${office.token}` } })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

test('every kind is offered, with a template and an export in both formats', async () => {
  const { body } = await office.api('GET', '/api/imports/kinds')
  const offeredKinds = body.items.filter(({ offered }: { offered: boolean }) => offered)
  expect(offeredKinds).toHaveLength(13)
  for (const { kind } of offeredKinds) {
    const options = kind === 'salaries' ? `?options=${encodeURIComponent('{"year":2026,"month":2}')}` : ''
    for (const what of [
      `templates/${kind}.csv`,
      `templates/${kind}.xlsx`,
      `exports/${kind}.csv${options}`,
      `exports/${kind}.xlsx${options}`,
    ]) {
      const { status, type, bytes } = await fetchFile(`/api/imports/${what}`)
      expect([what, status, type]).toEqual([what, 200, expect.stringMatching(/^(text\/csv|application\/vnd)/)])
      expect(bytes.subarray(0, 2).toString('latin1')).toBe(what.includes('.xlsx') ? 'PK' : 'ï»')
    }
  }
})

test('an export neutralises what a spreadsheet would run, and asks for what its kind has to be told', async () => {
  const { bytes } = await fetchFile('/api/imports/exports/employees.csv')
  expect(bytes.toString('utf8')).toContain("007,'=Ana")
  const { status, body } = await office.api('GET', '/api/imports/exports/salaries.csv')
  expect([status, body.error.fix.length > 5]).toEqual([422, true])
})

test('by command line: a template, an export, and the export imported again as unchanged', async () => {
  const file = path.join(office.folder, 'out.xlsx')
  const made = await runCommand(office.folder, 'export', 'salaries', file, '--options', '{"year":2026,"month":"FEB"}')
  expect([made.code, made.stdout.trim()]).toEqual([0, file])
  const again = await runCommand(
    office.folder,
    'import',
    'salaries',
    file,
    '--options',
    '{"year":2026,"month":"FEB"}',
    '--json',
  )
  expect(JSON.parse(again.stdout)).toMatchObject({ state: 'applied', counts: { rows: 2, unchanged: 2 } })
  const template = path.join(office.folder, 'students.csv')
  expect((await runCommand(office.folder, 'template', 'students', template)).code).toBe(0)
  expect(fs.readFileSync(template, 'utf8')).toContain('Admission number (required)')
  expect((await runCommand(office.folder, 'template', 'students', template)).code).toBe(2) // it is there already
  expect((await runCommand(office.folder, 'template', 'students', 'students.ods')).code).toBe(2)
})
