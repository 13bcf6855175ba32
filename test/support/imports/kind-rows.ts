import fc from 'fast-check'

/** What rows of a kind's file may say, under the names of its fields, and the files that have to come in before. */
export type KindRows = {
  kind: string
  options?: Record<string, unknown>
  before: { kind: string; csv: string }[]
  /** Rows that say the same here are one thing together, which a file holds whole. */
  oneThing?: (row: Record<string, string>) => string
  /** Rows that do not contradict each other. */
  rows: fc.Arbitrary<Record<string, string>[]>
}

const text = (...values: string[]) => fc.constantFrom('', ...values)
const name = fc.constantFrom(
  'Ana Real',
  'Zoë Müller',
  'D’Arcy, Jane',
  'José "Pepe" Díaz',
  '=cmd|A1',
  "'=quoted",
  '-Minus',
  'O',
)
const day = fc.constantFrom('', '2024-02-29', '2025-01-31', '2025-03-04')
const email = (n: number) => `p${n}@example.org`
const phone = text('+351 912 345 678', '(020) 7946-0991', '00447700900001')
/** Each with words: a column in which no value has any is left alone as no address, and its parts may differ in that. */
const address = text('1 Mill, Lane', '=1 Mill Lane', '-12 Mill Lane')
const amount = fc.integer({ min: 0, max: 9_999_999 }).map((minor) => (minor / 100).toFixed(2))
const count = (max: number) => fc.integer({ min: 0, max }).map(String)

/** Up to eight rows, each with a number of its own. */
const numbered = (model: Record<string, fc.Arbitrary<string>>, key: (n: number) => Record<string, string>) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.record(model)), {
      selector: ([n]) => n,
      minLength: 1,
      maxLength: 8,
    })
    .map((rows) => rows.map(([n, row]): Record<string, string> => ({ ...row, ...key(n) })))

const STUDENTS = {
  kind: 'students',
  csv: 'admission number,name\n001,Ana\n002,Bo\n003,Cy\n004,Di\n',
}
const EMPLOYEES = { kind: 'employees', csv: 'employee number,name,email\n1,Ana,ana@example.org\n2,Bo,\n3,Cy,\n' }
const CLIENTS = { kind: 'clients', csv: 'client number,client\nK1,Northwind\n,Southwind\n' }
const CLASSES = {
  kind: 'classrooms',
  csv: 'level,stream,school year,capacity\nForm 1,A,2025/2026,40\nForm 1,B,2025/2026,\nForm 2,,2025/2026,40\n',
}
const TEACHERS = { kind: 'teachers', csv: 'national id,name,email\nT1,Eva,\n,Max,max@example.org\n' }

export const KIND_ROWS: KindRows[] = [
  {
    kind: 'employees',
    before: [],
    rows: numbered(
      {
        name,
        department: text('Sales', 'R&D'),
        phone,
        hire_date: day,
        given_name: text('Ana'),
        iban: text('DE89370400440532013000', 'FR1420041010050500013M02606'),
      },
      (n) => ({
        employee_id: `0${n}`,
        email: email(n),
      }),
    ),
  },
  {
    kind: 'salaries',
    options: { year: 2025, month: 'MAR' },
    before: [],
    rows: numbered(
      {
        name,
        department: text('Sales', 'R&D'),
        salary: amount,
        days: text('20', '20.5'),
        absent: text('0.5', '1'),
        ot: text('2', '2.5', '0'),
        charges: amount,
        late: text('5', '12.5'),
        charge: text('0.20', '1'),
        tds: text('10.00'),
        advance: text('5.50'),
        total_old_adv: text('100'),
        incentive: text('7.25'),
        nett_payable: text('1000'),
      },
      (n) => ({ employee_id: `0${n}` }),
    ),
  },
  {
    kind: 'clients',
    before: [],
    rows: numbered(
      {
        email: text('a@example.org'),
        phone,
        address,
        tax_number: text('007'),
        rate: amount,
        payment_days: count(365),
      },
      (n) => ({ client_number: n % 3 === 0 ? '' : `K${n}`, name: `=Client ${n}` }),
    ),
  },
  {
    kind: 'time_entries',
    before: [EMPLOYEES, CLIENTS],
    rows: numbered(
      {
        date: fc.constantFrom('2025-03-04', '2025-03-05'),
        start: text('09:30', '23:00'),
        duration: fc.constantFrom('1:30', '0.25', '90 min', '7,5'),
        person: fc.constantFrom('1', 'ana@example.org', 'Bo'),
        client: text('K1', 'southwind'),
        billable: text('yes', 'no'),
        rate: amount,
      },
      (n) => ({ entry_number: n % 2 === 0 ? `T${n}` : '', description: `+Task ${n}` }),
    ).map((rows) => rows.map((row) => ({ ...row, project: row.client === '' ? '' : 'Website' }))),
  },
  {
    kind: 'vehicles',
    before: [],
    rows: numbered(
      {
        category: text('car', 'lorry'),
        energy: text('petrol', '@gas'),
        fiscal_power: count(20),
        first_registered_on: day,
        make: text('Toyota'),
        model: text('=A'),
      },
      (n) => ({
        plate: `AB-${n}-CD`,
        owner_number: n % 2 === 0 ? `N${n % 4}` : '',
        owner_name: n % 3 === 0 ? '' : `Owner ${n % 4}`,
      }),
    ).map((rows) =>
      rows.map((row) => (row.owner_number !== '' && row.owner_name === '' ? { ...row, owner_number: '' } : row)),
    ),
  },
  {
    kind: 'tax_rates',
    before: [],
    rows: numbered({ energy: text('petrol'), amount }, (n) => ({
      year: '2026',
      category: 'car',
      power_from: String(n * 10),
      power_to: n === 40 ? '' : String(n * 10 + 9),
      age_from: n % 2 === 0 ? '0' : '',
      age_to: n % 2 === 0 ? '10' : '',
    })),
  },
  {
    kind: 'rate_tables',
    before: [],
    oneThing: ({ code, from }) => `${code} ${from}`, // a table is all its bands
    rows: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), amount, text('Gazette, page 1', '=1+1')), {
        selector: ([n]) => n,
        minLength: 1,
        maxLength: 8,
      })
      .map((some) =>
        some.map(([n, sum, source]): Record<string, string> => {
          const from = n % 2 === 0 ? '2025-01-01' : '2026-01-01'
          const table = { from, source: n < 6 ? 'Act 7' : source, name: n < 6 ? 'Income tax' : `-Rate ${n}` }
          if (n < 6)
            return { ...table, code: 'INCOME_TAX', kind: 'bands', up_to: n < 2 ? '' : `${n}000.50`, rate: `1${n}.5%` }
          const kind = n < 8 ? 'rate' : 'amount'
          return { ...table, code: `TABLE_${n}`, kind, ...(kind === 'rate' ? { rate: `${n}.25%` } : { amount: sum }) }
        }),
      ),
  },
  {
    kind: 'bank_statement',
    before: [],
    rows: numbered(
      {
        value_on: day,
        amount: fc.tuple(fc.boolean(), amount).map(([out, sum]) => (out ? `-${sum}` : sum)),
        balance: amount,
        counterparty: text('Northwind', '=1+1'),
      },
      (n) => ({ booked_on: '2025-03-04', reference: n % 2 === 0 ? `00${n}` : '', description: `-line ${n}` }),
    ),
  },
  {
    kind: 'classrooms',
    before: [TEACHERS],
    rows: numbered(
      {
        capacity: text('30', '40'),
        class_teacher: text('Eva', 'max@example.org'),
        school_year: text('2025', '2026/27'),
      },
      (n) => ({
        level: `Form ${n}`,
        stream: n % 2 === 0 ? 'A' : '',
      }),
    ),
  },
  {
    kind: 'students',
    before: [CLASSES],
    rows: numbered(
      {
        name,
        given_name: text('Ana'),
        born_on: day,
        gender: text('F', 'M'),
        phone,
        address,
        classroom: text('Form 1 A', 'form 2'),
        enrolled_on: day,
        school_year: text('2025/2026'),
      },
      (n) => ({ admission_number: `00${n}`, email: n % 2 === 0 ? email(n) : '' }),
    ),
  },
  {
    kind: 'teachers',
    before: [],
    rows: numbered({ name, family_name: text('Real'), phone, hire_date: day }, (n) => ({
      national_id: n % 2 === 0 ? `0${n}` : '',
      email: n % 2 === 0 ? '' : email(n),
    })),
  },
  {
    kind: 'parents',
    before: [STUDENTS],
    rows: numbered(
      { student_admission_number: fc.constantFrom('001', '002;003', '004'), kinship: text('mother', '-in-law') },
      (n) => ({
        name: `Parent ${n}`,
        national_id: n % 3 === 0 ? `0${n}` : '',
        email: n % 3 === 1 ? email(n) : '',
        phone: n % 3 === 2 ? `+44 7700 9000${n}` : '',
      }),
    ),
  },
  {
    kind: 'marks',
    options: { term: 'Term 1', maximum: '20' },
    before: [STUDENTS],
    rows: numbered({ score: text('15.5', '20', '0', '7.1250'), comment: text('=good', 'Works') }, (n) => ({
      admission_number: `00${1 + (n % 4)}`,
      subject: n % 2 === 0 ? 'Mathematics' : 'Art',
      assessment: `Test ${n}`,
      weight: n % 5 === 0 ? '40%' : '',
    })),
  },
]

/** A file of rows; the fields' own names head its columns. */
export function csvOf(rows: readonly Record<string, string>[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return `${[fields, ...rows.map((row) => fields.map((field) => cell(row[field] ?? '')))].map((cells) => cells.join(',')).join('\n')}\n`
}
