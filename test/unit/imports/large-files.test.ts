import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { type Random, randomFrom } from '../../../jobs/sample/random'
import { apply, contentOf, dropFile, undo, view } from '../../support/imports/import-file'
import { bringIn, officeOfAllKinds } from '../../support/imports/office-files'

/**
 * Files of several pages in an office that already has some of what they tell: imported and undone every table is as it
 * was, imported again every row is unchanged. The files are made from a seed; `DAYBOOK_SEED=n` makes them again.
 */
const SEED = Number(process.env.DAYBOOK_SEED) || Date.now() % 100_000

type Told = { kind: string; csv: string; options?: Record<string, unknown> }

const csv = (header: string, rows: readonly string[]): string => `${header}\n${rows.join('\n')}\n`
const upTo = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i + 1))

const EMPLOYEE_HEADER = 'Employee number,Name,Department,Hire date,E-mail,Phone'
const employee = (random: Random) => (n: number) =>
  [
    `0${n}`,
    `${random.pick(['Ana', 'Zoë', 'D’Arcy'])} ${random.pick(['Real', 'Müller', 'Ito'])} ${n}`,
    random.pick(['', 'Sales', 'sales', 'R&D', `Team ${random.between(1, 9)}`]),
    random.pick(['', '2018-05-01', `20${random.between(10, 25)}-02-28`]),
    random.pick(['', `p${n}@office.example`]),
    random.pick(['', `+351 912 ${100_000 + n}`]),
  ].join(',')

const CLASSES = csv('level,stream,school year', ['Form 1,A,2025/2026', 'Form 1,B,2025/2026', 'Form 2,,2025/2026'])
const STUDENT_HEADER = 'admission number,name,born on,class,school year,address'
const student = (random: Random) => (n: number) =>
  [
    `S${n}`,
    `Student ${random.between(1, 50)}`,
    random.pick(['', '2012-02-29']),
    random.pick(['', 'Form 1 A', 'Form 1 B', 'Form 2']),
    '2025/2026',
    random.pick(['', `${n} Mill Lane`]),
  ].join(',')

/** Two rows a parent, far apart, so that one whom a page has made comes again in another. */
const PARENT_HEADER = 'name,email,phone,student admission number,kinship'
const parents = (random: Random, from: number, count: number) =>
  random.shuffled(
    upTo(count, (i) => {
      const n = from + i
      const [email, phone] = random.pick([
        [`parent${n}@home.example`, ''],
        ['', `+351 913 ${100_000 + n}`],
      ])
      return [n, n + 1].map((child) => `Parent ${n},${email},${phone},S${child},${random.pick(['mother', 'father'])}`)
    }).flat(),
  )

const MARK_HEADER = 'admission number,school year,term,subject,assessment,score,maximum'
const marks = (random: Random, students: number) =>
  upTo(students, (n) =>
    ['Maths', 'History'].map(
      (subject) => `S${n},2025/2026,Term 1,${subject},${random.pick(['Test', 'Exam'])},${random.between(0, 20)},20`,
    ),
  ).flat()

const CLIENTS = csv(
  'client number,client',
  upTo(9, (n) => `K${n},Client ${n}`),
)
const ENTRY_HEADER = 'entry number,date,person,client,project,description,duration,billable'
const entry = (random: Random) => (n: number) =>
  [
    random.pick(['', `T${n}`]),
    `2025-03-${String(1 + (n % 28)).padStart(2, '0')}`,
    `0${random.between(1, 40)}`,
    `K${random.between(1, 9)}`,
    random.pick(['Website', 'Move', `Job ${random.between(1, 30)}`]),
    `Task ${n}`,
    random.pick(['1:30', '0.25', '90 min']),
    random.pick(['yes', 'no']),
  ].join(',')

const VEHICLE_HEADER = 'plate,owner number,owner,category,fiscal power'
/** An owner has several vehicles, on several pages. */
const vehicle = (random: Random) => (n: number) => {
  const owner = random.between(1, 800)
  return [
    `AA-${n}`,
    owner % 2 ? `N${owner}` : '',
    `Owner ${owner}`,
    random.pick(['car', 'lorry']),
    random.between(3, 20),
  ].join(',')
}

const LINE_HEADER = 'booking date,amount,reference,counterparty,description'
const line = (random: Random) => (n: number) =>
  `2025-03-${String(1 + (n % 28)).padStart(2, '0')},${random.between(-9_999, 9_999)}.${10 + (n % 90)},R${n},Shop ${n % 40},Paid ${n}`

const OFFICES: { what: string; standing: (random: Random) => Told[]; told: (random: Random) => Told }[] = [
  {
    what: 'employees',
    standing: (random) => [{ kind: 'employees', csv: csv(EMPLOYEE_HEADER, upTo(700, employee(random))) }],
    told: (random) => ({
      kind: 'employees',
      csv: csv(EMPLOYEE_HEADER, random.shuffled(upTo(2_500 + random.between(0, 900), employee(random)))),
    }),
  },
  {
    what: 'students',
    standing: (random) => [
      { kind: 'classrooms', csv: CLASSES },
      { kind: 'students', csv: csv(STUDENT_HEADER, upTo(600, student(random))) },
    ],
    told: (random) => ({
      kind: 'students',
      csv: csv(STUDENT_HEADER, random.shuffled(upTo(2_600, student(random)))),
    }),
  },
  {
    what: 'parents',
    standing: (random) => [
      {
        kind: 'students',
        csv: csv(
          'admission number,name',
          upTo(1_500, (n) => `S${n},Student ${n}`),
        ),
      },
      { kind: 'parents', csv: csv(PARENT_HEADER, parents(random, 0, 150)) },
    ],
    told: (random) => ({ kind: 'parents', csv: csv(PARENT_HEADER, parents(random, 200, 1_290)) }),
  },
  {
    what: 'marks',
    standing: (random) => [
      {
        kind: 'students',
        csv: csv(
          'admission number,name',
          upTo(1_300, (n) => `S${n},Student ${n}`),
        ),
      },
      { kind: 'marks', csv: csv(MARK_HEADER, marks(random, 300)) },
    ],
    told: (random) => ({ kind: 'marks', csv: csv(MARK_HEADER, random.shuffled(marks(random, 1_300))) }),
  },
  {
    what: 'time entries',
    standing: (random) => [
      { kind: 'employees', csv: csv(EMPLOYEE_HEADER, upTo(40, employee(random))) },
      { kind: 'clients', csv: CLIENTS },
      { kind: 'time_entries', csv: csv(ENTRY_HEADER, upTo(300, entry(random))) },
    ],
    told: (random) => ({ kind: 'time_entries', csv: csv(ENTRY_HEADER, upTo(2_500, entry(random))) }),
  },
  {
    what: 'clients',
    standing: () => [{ kind: 'clients', csv: CLIENTS }],
    told: (random) => ({
      kind: 'clients',
      csv: csv(
        'client number,client,email',
        upTo(2_500, (n) => `${n % 3 ? `K${n}` : ''},Client ${n},${random.pick(['', 'a@b.example'])}`),
      ),
    }),
  },
  {
    what: 'vehicles',
    standing: (random) => [{ kind: 'vehicles', csv: csv(VEHICLE_HEADER, upTo(300, vehicle(random))) }],
    told: (random) => ({ kind: 'vehicles', csv: csv(VEHICLE_HEADER, upTo(2_500, vehicle(random))) }),
  },
  {
    what: 'bank lines',
    standing: (random) => [{ kind: 'bank_statement', csv: csv(LINE_HEADER, upTo(300, line(random))) }],
    told: (random) => ({ kind: 'bank_statement', csv: csv(LINE_HEADER, upTo(2_500, line(random))) }),
  },
]

const drop = (db: Db, { kind, csv: text, options = {} }: Told) =>
  dropFile(db, text, { kind, name: `${kind}.csv`, options })

test.each(OFFICES)(
  `$what of several pages: undone they are as they were, told again all is unchanged (seed ${SEED})`,
  async ({ standing, told }) => {
    const random = randomFrom(SEED)
    const db = officeOfAllKinds()
    for (const one of standing(random)) await bringIn(db, one.kind, one.csv)
    const before = contentOf(db)
    const file = told(random)

    const id = await drop(db, file)
    const { state, counts } = view(db, id)
    expect(view(db, id).errors).toEqual([])
    expect(state).toBe('checked')
    expect(counts.create + counts.update).toBeGreaterThan(2_000)
    const ran = await apply(db, id)
    expect(ran.error).toBeNull()
    expect(ran.result).toMatchObject({ state: 'applied', applied: counts.create + counts.update })
    const written = contentOf(db)

    const again = await drop(db, file)
    expect(view(db, again).counts).toMatchObject({ create: 0, update: 0, error: 0, unchanged: counts.rows })

    const undone = await undo(db, id)
    expect(undone.result).toMatchObject({ state: 'undone', kept: 0 })
    expect(contentOf(db)).toEqual(before)

    const anew = await drop(db, file)
    await apply(db, anew)
    expect(Object.keys(contentOf(db))).toEqual(Object.keys(written))
    for (const [table, rows] of Object.entries(contentOf(db)))
      expect(rows, table).toHaveLength(written[table]?.length ?? 0)
    const afterwards = await drop(db, file)
    expect(view(db, afterwards).counts).toMatchObject({ create: 0, update: 0, error: 0, unchanged: counts.rows })
  },
  120_000,
)
