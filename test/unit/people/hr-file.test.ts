import fs from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { setImportKinds } from '../../../jobs/imports'
import { people } from '../../../jobs/people'
import { apply, contentOf, dropFile, undo, view } from '../../support/imports/import-file'
import { openTestDb } from '../../support/office-db'
import { realFile, whyMissing } from '../../support/real-file'

const file = realFile('data/people/HRDataset_v14.csv')
const missing = whyMissing(file)
const options = { year: 2019, month: 'JAN', salary_period: 'annual' }

beforeAll(() => setImportKinds(people.importKinds))

const drop = (db: Db, bytes: string | Uint8Array, name = 'staff.csv') =>
  dropFile(db, bytes, { kind: 'salaries', name, options })

/** The business tables without row numbers and origins, which tell where a row stood in its file. */
function tables(db: Db) {
  const all = (sql: string) => db.prepare(sql).all()
  return {
    people: all(`select r.external_ref, p.name, p.given_name, p.family_name, r.from_on, r.to_on, d.name as department
                   from party p join party_role r on r.party_id = p.id
                   left join employee_department e on e.party_id = p.id left join department d on d.id = e.department_id
                  order by r.external_ref`),
    contracts: all(`select r.external_ref, c.from_on, c.to_on, c.base_minor
                      from contract c join party_role r using (party_id) order by r.external_ref, c.from_on`),
    facts:
      all(`select r.external_ref, f.month, f.source, f.basic_minor, f.gross_minor, f.net_minor, f.present_halves, f.absent_halves
                  from salary_fact f join party_role r using (party_id) order by r.external_ref`),
    items: all('select * from month_item'),
  }
}

test('a real personnel file makes 310 employees, one warning, and leaves alone what is not a month’s', async ({
  skip,
}) => {
  skip(missing !== '', missing)
  const db = openTestDb({ currency: 'USD' })
  const id = await drop(db, fs.readFileSync(file))
  const checked = view(db, id)
  expect(checked.questions).toEqual([])
  expect(checked.state).toBe('checked')
  expect(checked.counts).toEqual({
    rows: 310,
    create: 310,
    update: 0,
    unchanged: 0,
    duplicate: 0,
    error: 0,
    warning: 1,
    skipped: 0,
  })
  expect(checked.warnings).toMatchObject([{ code: 'people.salary_missing', column: checked.mapping.salary }])
  expect(Object.keys(checked.mapping).sort()).toEqual([
    'department',
    'employee_id',
    'family_name',
    'given_name',
    'hire_date',
    'salary',
    'termination_date',
  ])

  const columns = fs.readFileSync(file, 'utf8').split('\n', 1)[0]?.replace('\ufeff', '').trim().split(';') ?? []
  const used = new Set(Object.values(checked.mapping))
  expect(checked.left_alone.map(({ column }) => column).sort()).toEqual(columns.filter((one) => !used.has(one)).sort())
  const why = (header: RegExp) =>
    checked.left_alone.filter(({ column }) => header.test(column)).map(({ reason }) => reason)
  expect(why(/^absences$/i)).toEqual([expect.stringContaining('Days absent')])
  expect(why(/^days ?late/i)).toEqual([expect.stringContaining('Minutes late')])
  expect(why(/^dept/i)).toEqual([expect.stringContaining('department’s number')])
  expect(why(/^manager.*name/i)).toEqual([expect.stringContaining('not the employee')])
  expect(why(/^position.*id/i)).toEqual([expect.stringContaining('not the employee')])

  expect((await apply(db, id, 'all')).error).toBeNull()
  const made = tables(db)
  expect(made.people).toHaveLength(310)
  expect(made.contracts).toHaveLength(310)
  expect(made.facts).toHaveLength(309)
  expect(made.items).toEqual([])
  expect(db.prepare('select count(*) from department').pluck().get()).toBe(6)
  expect(made.contracts.filter((one) => (one as { base_minor: number | null }).base_minor === null)).toEqual([
    { external_ref: '10126', from_on: '2012-11-05', to_on: null, base_minor: null },
  ])
  expect(made.contracts).toContainEqual({
    external_ref: '10084',
    from_on: '2015-03-30',
    to_on: '2016-06-16',
    base_minor: 870_308,
  })
  const employed =
    "select count(*) from contract where from_on <= '2019-01-31' and (to_on is null or to_on >= '2019-01-01')"
  expect(db.prepare(employed).pluck().get()).toBe(206)
})

test('nothing of the real file is silently changed: every cell taken over is the cell trimmed, or its twelfth', async ({
  skip,
}) => {
  skip(missing !== '', missing)
  const db = openTestDb({ currency: 'USD' })
  const id = await drop(db, fs.readFileSync(file))
  const { mapping } = view(db, id)
  await apply(db, id, 'all')
  const [header = [], ...rows] = cells()
  const at = (row: string[], field: string) => row[header.indexOf(mapping[field] ?? '')]?.trim() ?? ''
  const expected = rows.map((row) => ({
    external_ref: at(row, 'employee_id'),
    name: `${at(row, 'given_name')} ${at(row, 'family_name')}`,
    given_name: at(row, 'given_name'),
    family_name: at(row, 'family_name'),
    from_on: at(row, 'hire_date').replaceAll('/', '-'),
    to_on: at(row, 'termination_date').replaceAll('/', '-') || null,
    department: at(row, 'department'),
  }))
  expect(tables(db).people).toEqual(expected.sort((a, b) => (a.external_ref < b.external_ref ? -1 : 1)))
  const twelfths = rows
    .filter((row) => at(row, 'salary') !== '')
    .map((row) => ({
      external_ref: at(row, 'employee_id'),
      basic_minor: Math.floor((Number(at(row, 'salary')) * 100 + 6) / 12),
    }))
  expect(tables(db).facts).toMatchObject(twelfths.sort((a, b) => (a.external_ref < b.external_ref ? -1 : 1)))
})

const RENAMED: Record<string, string>[] = [
  {
    employee_id: 'Staff No.',
    given_name: 'Forename',
    family_name: 'Surname',
    department: 'Division',
    hire_date: 'Start date',
    termination_date: 'Leaving date',
    salary: 'Annual salary (USD)',
  },
  {
    employee_id: 'Personal-Nr',
    given_name: 'Vorname',
    family_name: 'Nachname',
    department: 'Abteilung',
    hire_date: 'Eintrittsdatum',
    termination_date: 'Austrittsdatum',
    salary: 'Jahresgehalt',
  },
  {
    employee_id: 'Matricule',
    given_name: 'Prénom',
    family_name: 'Nom de famille',
    department: 'Service',
    hire_date: 'Date d’embauche',
    termination_date: 'Date de sortie',
    salary: 'Salaire brut annuel',
  },
  {
    employee_id: 'Número de empleado',
    given_name: 'Nombres',
    family_name: 'Apellidos',
    department: 'Departamento',
    hire_date: 'Fecha de ingreso',
    termination_date: 'Fecha de baja',
    salary: 'Sueldo anual',
  },
]

test('with its columns renamed and shuffled the file leaves the same tables', async ({ skip }) => {
  skip(missing !== '', missing)
  const plain = openTestDb({ currency: 'USD' })
  const first = await drop(plain, fs.readFileSync(file))
  const { mapping } = view(plain, first)
  await apply(plain, first, 'all')
  const expected = tables(plain)
  for (const [turn, names] of RENAMED.entries()) {
    const [header = [], ...rows] = cells()
    const order = header.map((_, i) => (i * 7 + turn * 5 + 3) % header.length)
    const renamed = header.map((name) => {
      const field = Object.keys(mapping).find((one) => mapping[one] === name)
      return field ? (names[field] ?? name) : name
    })
    const shuffled = [renamed, ...rows].map((row) => order.map((i) => row[i] ?? '').join(';')).join('\r\n')
    const db = openTestDb({ currency: 'USD' })
    const id = await drop(db, shuffled, 'renamed.csv')
    expect([names.salary, view(db, id).questions, view(db, id).counts.create]).toEqual([names.salary, [], 310])
    await apply(db, id, 'all')
    expect(tables(db)).toEqual(expected)
  }
})

test('dropped again every row is unchanged; undone, the tables are as they were', async ({ skip }) => {
  skip(missing !== '', missing)
  const db = openTestDb({ currency: 'USD' })
  const before = contentOf(db)
  const id = await drop(db, fs.readFileSync(file))
  await apply(db, id, 'all')
  const again = view(db, await drop(db, fs.readFileSync(file), 'again.csv'))
  expect(again.counts).toMatchObject({ rows: 310, create: 0, update: 0, unchanged: 310, error: 0, warning: 1 })
  expect((await undo(db, id)).error).toBeNull()
  expect(contentOf(db)).toEqual(before)
})

test('declared monthly, a column that says a year is not taken but asked about', async () => {
  const db = openTestDb({ currency: 'USD' })
  const text = 'Emp. No;Name;Annual salary\n1;Ana;12000\n2;Rui;24000\n'
  const id = await dropFile(db, text, { kind: 'salaries', name: 'a.csv', options: { year: 2019, month: 1 } })
  const { state, questions, left_alone } = view(db, id)
  expect(state).toBe('mapping')
  expect(questions.map(({ column }) => column)).toEqual(['salary'])
  expect(left_alone).toMatchObject([
    { column: 'Annual salary', reason: expect.stringContaining('salary_period annual') },
  ])
})

/** The file's cells; none of them is quoted. */
function cells(): string[][] {
  const text = fs.readFileSync(file, 'utf8').replace('\ufeff', '')
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';'))
}
