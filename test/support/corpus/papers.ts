import type { Random } from '../../clock/random'
import { type Headers, type Part, partOf } from './header-list'
import { BANK } from './headers/bank'
import { MARKS } from './headers/marks'
import { PARENTS } from './headers/parents'
import { PAY, PERSONNEL } from './headers/payroll'
import { PAY_HELD_OUT, PERSONNEL_HELD_OUT } from './headers/payroll-held-out'
import { RATE_TABLES } from './headers/rate-tables'
import { STUDENTS } from './headers/students'
import { CLASSROOMS, TEACHERS } from './headers/teachers'
import { CLIENTS, TIME } from './headers/time'
import { RATES, VEHICLES } from './headers/vehicles'
import type { Locale } from './locales'
import type { CorpusRecord, Habits } from './records/meant'
import { employees } from './records/people'
import { classrooms, marks, parents, students, teachers } from './records/school'
import { bankLines, clients, rates, rateTables, timeEntries, vehicles } from './records/shop'

/** What offices hand in as one kind. */
export type Paper = {
  kind: string
  options: Record<string, unknown>
  headers: (part: Part) => Headers[]
  /** Concepts that are in every file; of `either`, one of the ways is. */
  always: string[]
  either: string[][][]
  /** Concepts that are no fields of that kind. */
  fieldless: string[]
  hasTotals: boolean
  /** Concepts that say the same as a field: who is meant is told by the address as well. Counted as missed, not as wrong. */
  alike?: Record<string, string>
  records: (random: Random, locale: Locale, count: number, habits: Habits) => CorpusRecord[]
}

const NAME = [['name'], ['given_name', 'family_name']]
const halves =
  (all: Headers) =>
  (part: Part): Headers[] => [partOf(all, part)]
const plain = { options: {}, always: [], either: [], fieldless: [], hasTotals: false }

export const PAPERS: Paper[] = [
  {
    ...plain,
    kind: 'employees',
    headers: (part) => [part === 'seen' ? PERSONNEL : PERSONNEL_HELD_OUT],
    either: [NAME],
    records: employees,
  },
  {
    ...plain,
    kind: 'salaries',
    options: { year: 2025, month: 3, salary_period: 'monthly' },
    headers: (part) => (part === 'seen' ? [PERSONNEL, PAY] : [PERSONNEL_HELD_OUT, PAY_HELD_OUT]),
    always: ['salary'],
    either: [NAME],
    fieldless: ['phone'],
    hasTotals: true,
    records: employees,
  },
  {
    ...plain,
    kind: 'students',
    headers: halves(STUDENTS),
    always: ['admission_number'],
    either: [NAME, [['classroom'], ['level', 'stream']]],
    // Without a stream beside it, a level is looked up as a class is.
    alike: { level: 'classroom' },
    records: students,
  },
  {
    ...plain,
    kind: 'parents',
    headers: halves(PARENTS),
    always: ['student_admission_number'],
    either: [NAME],
    records: parents,
  },
  { ...plain, kind: 'teachers', headers: halves(TEACHERS), always: ['email'], either: [NAME], records: teachers },
  { ...plain, kind: 'classrooms', headers: halves(CLASSROOMS), always: ['level', 'stream'], records: classrooms },
  { ...plain, kind: 'marks', headers: halves(MARKS), always: ['admission_number', 'score'], records: marks },
  {
    ...plain,
    kind: 'time_entries',
    headers: halves(TIME),
    always: ['date', 'person'],
    either: [[['duration'], ['start', 'end'], ['start', 'end', 'duration']]],
    hasTotals: true,
    alike: { '-email': 'person' },
    records: timeEntries,
  },
  { ...plain, kind: 'clients', headers: halves(CLIENTS), always: ['name'], records: clients },
  { ...plain, kind: 'vehicles', headers: halves(VEHICLES), always: ['plate', 'owner_name'], records: vehicles },
  {
    ...plain,
    kind: 'tax_rates',
    headers: halves(RATES),
    always: ['year', 'amount', 'power_from', 'power_to'],
    records: rates,
  },
  {
    ...plain,
    kind: 'rate_tables',
    headers: halves(RATE_TABLES),
    always: ['code', 'kind', 'from', 'up_to', 'rate'],
    records: rateTables,
  },
  {
    ...plain,
    kind: 'bank_statement',
    headers: halves(BANK),
    always: ['booked_on', 'description'],
    either: [[['amount'], ['debit', 'credit']]],
    hasTotals: true,
    records: bankLines,
  },
]
