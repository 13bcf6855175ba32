import { buildXlsx } from './xlsx'

const DEPARTMENTS = ['Accounts', 'Docks', 'Kitchen', 'Reception', 'Stores', 'Workshop']
const GIVEN = ['Ada', 'Bo', 'Chidi', 'Dina', 'Emil', 'Fatou', 'Grace', 'Hana']
const FAMILY = ['Adeyemi', 'Baker', 'Chen', 'Diallo', 'Evans', 'Fischer', 'Garcia', 'Hansen', 'Ito']

const HEADERS = [
  'Emp No',
  'Name',
  'Department',
  'Job title',
  'Email',
  'Phone',
  'Date of hire',
  'Date of birth',
  'Base salary',
  'City',
  'Postcode',
  'Remarks',
]

/** A workbook of people with twelve columns, as an office's own list has them: each with a salary and a hiring day. */
export function manyPeople(rows: number): Uint8Array {
  const person = (n: number) => [
    `E${String(n).padStart(6, '0')}`,
    `${GIVEN[n % GIVEN.length]} ${FAMILY[(n * 7) % FAMILY.length]} ${n}`,
    DEPARTMENTS[n % DEPARTMENTS.length] ?? '',
    n % 11 === 0 ? 'Foreman' : 'Hand',
    `person${n}@example.org`,
    `+44 20 7946 ${String(n % 10_000).padStart(4, '0')}`,
    { value: 40_000 + (n % 5_000), style: 1 },
    { value: 25_000 + (n % 9_000), style: 1 },
    1_500 + (n % 3_000),
    'Leith',
    `EH${n % 17} ${n % 10}AB`,
    n % 97 === 0 ? 'part time' : null,
  ]
  const body = Array.from({ length: rows }, (_, index) => person(index + 1))
  return buildXlsx({ sheets: [{ name: 'People', rows: [HEADERS, ...body] }], formats: [14], level: 1 })
}
