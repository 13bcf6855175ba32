import { beforeEach, describe, expect, test } from 'vitest'
import { areas } from '../../../../jobs/areas'
import { exportOf, guessKinds, importKind, importKinds, setImportKinds, templateOf } from '../../../../jobs/imports'
import type { Row } from '../../../../jobs/imports/kind'
import { normaliseHeader } from '../../../../jobs/imports/mapping/header'
import { KIND_QUEUES } from '../../../../jobs/imports/names'
import type { Currency } from '../../../../jobs/values/money'
import type { LocalDate } from '../../../../jobs/values/time'
import { dropFile, view } from '../../../support/imports/import-file'
import { openTestDb, TEST_NOW } from '../../../support/office-db'
import { filesOf } from '../../../support/run-task'

beforeEach(() => setImportKinds(areas.flatMap((area) => area.importKinds)))

const LANGUAGES = ['en', 'fr-FR', 'es', 'pt-BR', 'de-AT', 'hi']
const OPTIONS: Record<string, Record<string, unknown>> = { salaries: { year: 2025, month: 'MAR' } }
const KINDS = Object.keys(KIND_QUEUES)

describe.each(KINDS)('the template of %s', (name) => {
  test.each(LANGUAGES)('has its headers in %s and maps every column without a question', async (language) => {
    const kind = importKind(name)
    const db = openTestDb({ language })
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes, fileName } = await templateOf(kind, format, language)
      const id = await dropFile(db, bytes, { kind: name, name: fileName, options: OPTIONS[name] ?? {} })
      const { state, questions, mapping, left_alone, counts } = view(db, id)
      expect({ format, state, questions, left_alone, rows: counts.rows }).toEqual({
        format,
        state: 'checked',
        questions: [],
        left_alone: [],
        rows: 0,
      })
      expect(Object.keys(mapping).sort()).toEqual(kind.fields.map((field) => field.name).sort())
    }
  })

  test('explains each column with its type, whether it is required, and an example', async () => {
    const kind = importKind(name)
    const { bytes } = await templateOf(kind, 'csv', 'en')
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines.length).toBe(kind.fields.length + 3) // a line each, the example, the headers, the end
    for (const field of kind.fields) {
      const line = lines.find((one) =>
        one.replace(/^"/, '').startsWith(`${field.label}${field.required ? ' (required)' : ''}: `),
      )
      expect([field.name, line]).toEqual([field.name, expect.stringContaining(field.note.slice(0, 20))])
      expect([field.name, typeof field.example]).toEqual([field.name, 'string'])
      expect([field.name, Object.keys(field.labels ?? {}).sort()]).toEqual([field.name, ['de', 'es', 'fr', 'hi', 'pt']])
    }
  })
})

test.each(KINDS)('the example row of %s can be read: every cell fits its column', async (name) => {
  const kind = importKind(name)
  const db = openTestDb()
  const cell = (text: string) => (/[",]/.test(text) ? `"${text}"` : text)
  const header = kind.fields.map(({ label }) => label).join(',')
  const csv = `${header}\n${kind.fields.map(({ example = '' }) => cell(example)).join(',')}\n`
  const id = await dropFile(db, csv, { kind: name, options: OPTIONS[name] ?? {} })
  const { state, questions, errors } = view(db, id)
  expect({ state, questions }).toEqual({ state: 'checked', questions: [] })
  // What the example refers to (a class, an employee) is not there; that is the planner's to say, not the reader's.
  const unread = db.prepare('select count(*) from import_row where batch_id = ? and vals is null').pluck().get(id)
  expect({ unread, errors: errors.filter(({ fix }) => !fix) }).toEqual({ unread: 0, errors: [] })
})

test('the sheets of a template: the empty table first, then the example, then the notes', async () => {
  const { bytes } = await templateOf(importKind('students'), 'xlsx', 'pt')
  const db = openTestDb({ language: 'pt' })
  const id = await dropFile(db, bytes, { kind: 'students', name: 'students.xlsx' })
  expect(view(db, id).sheet).toMatchObject({ sheet: 'Students', sheets: ['Students', 'Example', 'Notes'] })
})

test('an export of nothing has all headers, of something only the columns that hold something', async () => {
  const db = openTestDb({ language: 'de' })
  const head = async () => {
    const { bytes } = await exportOf(db, importKind('teachers'), {}, 'csv', TEST_NOW)
    return new TextDecoder().decode(bytes).split('\r\n')[0]
  }
  expect(await head()).toBe(
    importKind('teachers')
      .fields.map(({ labels }) => labels?.de)
      .join(','),
  )
  const kind = importKind('teachers')
  const rows: Row[] = [{ national_id: 'T1', name: 'Eva' }]
  const { bytes } = await exportOf(db, { ...kind, content: () => rows }, {}, 'csv', TEST_NOW)
  expect(new TextDecoder().decode(bytes)).toBe('Ausweisnummer,vollständiger Name\r\nT1,Eva\r\n')
})

test.each(KINDS)('no two columns of %s are called the same in any language', (name) => {
  const owners = new Map<string, string>()
  const shared: string[] = []
  for (const field of importKind(name).fields) {
    const names = [field.label, ...Object.values(field.labels ?? {}), ...field.synonyms]
    for (const joined of new Set(names.map((one) => normaliseHeader(one).joined))) {
      const owner = owners.get(joined)
      if (owner !== undefined) shared.push(`${joined}: ${owner}, ${field.name}`)
      owners.set(joined, field.name)
    }
  }
  expect(shared).toEqual([])
})

test.each(KINDS)('a file with the columns of %s is taken for what it is', async (name) => {
  const db = openTestDb()
  const { fields } = importKind(name)
  const header = fields.map(({ label }) => label).join(',')
  const row = fields.map(({ example = '' }) => `"${example}"`).join(',')
  const stored = await filesOf(db).put(new TextEncoder().encode(`${header}\n${row}\n`), 'text/csv', 'file.csv')
  const file = { path: filesOf(db).path(stored.sha256), originalName: 'file.csv' }
  const [first] = await guessKinds(file, importKinds(), {
    today: '2026-01-02' as LocalDate,
    currency: 'EUR' as Currency,
  })
  expect(first?.kind).toBe(name)
})

test('a sheet is told from its first columns, however many it has, and others have their turns meanwhile', async () => {
  const db = openTestDb()
  const { fields } = importKind('employees')
  const labels = fields.map(({ label }) => label)
  const strange = Array.from({ length: 120 }, (_, at) => `thing ${at}`)
  let turns = 0
  let next = setImmediate(function other() {
    turns++
    next = setImmediate(other)
  })
  const guess = async (headers: string[]) => {
    const csv = `${headers.join(',')}\n${headers.map(() => '1').join(',')}\n`
    const stored = await filesOf(db).put(new TextEncoder().encode(csv), 'text/csv', 'file.csv')
    const file = { path: filesOf(db).path(stored.sha256), originalName: 'file.csv' }
    return (await guessKinds(file, importKinds(), { today: '2026-01-02' as LocalDate, currency: 'EUR' as Currency }))[0]
  }
  expect(await guess([...labels, ...strange])).toMatchObject({ kind: 'employees' })
  expect(turns).toBeGreaterThanOrEqual(importKinds().length)
  expect(await guess([...strange, ...labels])).toMatchObject({ score: 0 })
  clearImmediate(next)
}, 60_000)
