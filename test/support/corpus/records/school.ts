import type { Random } from '../../../clock/random'
import { type Locale, writePhone } from '../locales'
import {
  type CorpusRecord,
  dateBetween,
  day,
  decimal,
  digits,
  type Habits,
  identifier,
  idOf,
  integer,
  maybe,
  text,
} from './meant'
import { anybody, peopleOf } from './person'

const LEVELS = [
  ['Form 1', 'Form 2', 'Form 3'],
  ['7', '8', '9', '10'],
  ['6e', '5e', '4e'],
  ['Grade 4', 'Grade 5'],
]
const STREAMS = [
  ['A', 'B', 'C'],
  ['Blue', 'Green'],
  ['Science', 'Arts'],
]
const GENDERS = [
  ['F', 'M'],
  ['female', 'male'],
  ['w', 'm'],
]

const yearOf = (random: Random): string => random.pick(['2025/2026', '2025', '2025-2026'])
const idNumberOf = (random: Random): string => random.pick([digits(random, 12), `X${digits(random, 7)}Z`])

export function students(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const first = random.whole(1, 900)
  const [levels, streams, genders] = [random.pick(LEVELS), random.pick(STREAMS), random.pick(GENDERS)]
  const year = yearOf(random)
  return peopleOf(random, locale, count, habits).map(({ given, family, name, mail }, i): CorpusRecord => {
    const [level, stream] = [random.pick(levels), random.pick(streams)]
    const entered = dateBetween(random, 2019, 2024)
    return {
      admission_number: identifier(idOf(first + i, habits)),
      name: text(name),
      given_name: text(given),
      family_name: text(family),
      born_on: day(dateBetween(random, 2007, 2015)),
      gender: text(random.pick(genders)),
      email: maybe(random, 0.8, () => text(mail)),
      phone: maybe(random, 0.8, () => text(writePhone(locale, random))),
      address: text(
        `${random.whole(1, 99)} ${random.pick(['Mill Lane', 'Rue Haute', 'Calle Mayor', 'Hauptstr.'])}, Ashford`,
      ),
      classroom: text(`${level} ${stream}`),
      level: text(level),
      stream: text(stream),
      school_year: identifier(year),
      enrolled_on: day(entered),
      left_on: maybe(random, 0.15, () => day(`2025${entered.slice(4)}`)),
      '-guardian': text(anybody(random, locale)),
      '-guardian_phone': text(writePhone(locale, random)),
      '-guardian_mail': text(`family${i}@example.org`),
      '-nation': text(random.pick(['Kenyan', 'O+', 'Portuguesa', 'Deutsch'])),
      '-serial': integer(i + 1),
    }
  })
}

export function parents(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const first = random.whole(1, 900)
  return peopleOf(random, locale, count, habits).map(
    ({ given, family, name, mail }, i): CorpusRecord => ({
      national_id: identifier(idNumberOf(random)),
      name: text(name),
      given_name: text(given),
      family_name: text(family),
      email: maybe(random, 0.9, () => text(mail)),
      phone: maybe(random, 0.9, () => text(writePhone(locale, random))),
      student_admission_number: identifier(idOf(first + i, habits)),
      kinship: text(random.pick(['Mother', 'Father', 'Guardian'])),
      '-student': text(anybody(random, locale)),
      '-job': text(random.pick(['Nurse', 'Farmer', 'Teacher'])),
      '-priority': text(random.pick(['Yes', 'No'])),
      '-place': text(random.pick(['Porto', 'Basel', 'Lyon', 'Pune'])),
    }),
  )
}

export function teachers(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  return peopleOf(random, locale, count, habits).map(
    ({ given, family, name, mail }): CorpusRecord => ({
      national_id: identifier(idNumberOf(random)),
      name: text(name),
      given_name: text(given),
      family_name: text(family),
      email: text(mail),
      phone: maybe(random, 0.9, () => text(writePhone(locale, random))),
      hire_date: day(dateBetween(random, 1998, 2024)),
      '-subject': text(random.pick(['Mathematics', 'Biology', 'Music'])),
      '-birth': day(dateBetween(random, 1960, 2000)),
      '-degree': text(random.pick(['BEd', 'MSc', 'PhD'])),
      '-room': text(random.pick(['R 12', 'Lab 2', 'Hall'])),
      '-emergency': text(anybody(random, locale)),
    }),
  )
}

export function classrooms(random: Random, locale: Locale, count: number): CorpusRecord[] {
  const streams = random.pick(STREAMS)
  const year = yearOf(random)
  return Array.from(
    { length: count },
    (_, i): CorpusRecord => ({
      level: text(`Form ${1 + Math.floor(i / streams.length)}`),
      stream: text(streams[i % streams.length] ?? ''),
      school_year: identifier(year),
      capacity: integer(random.whole(18, 45)),
      class_teacher: text(anybody(random, locale)),
      '-room': text(`R ${random.whole(1, 40)}`),
      '-enrolled': integer(random.whole(10, 40)),
      '-code': text(`C-${i}`),
    }),
  )
}

export function marks(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const year = yearOf(random)
  const maximum = random.pick([20, 50, 100])
  const first = random.whole(1, 900)
  return Array.from(
    { length: count },
    (_, i): CorpusRecord => ({
      admission_number: identifier(idOf(first + i, habits)),
      school_year: identifier(year),
      term: text(random.pick(['Term 1', 'Term 2'])),
      subject: text(random.pick(['Mathematics', 'Biology', 'English'])),
      assessment: text(random.pick(['Mid-term test', 'Final exam'])),
      score: maybe(random, 0.95, () => decimal(random.whole(0, maximum * 2) * 5, 1)),
      maximum: decimal(maximum, 0),
      weight: { kind: 'percent', value: String(random.pick([20, 30, 40, 60]) * 10_000) },
      status: text('scored'),
      comment: maybe(random, 0.6, () => text(random.pick(['Works steadily', 'Must revise', 'Good']))),
      '-student': text(anybody(random, locale)),
      '-class': text(random.pick(['Form 1 A', 'Form 1 B'])),
      '-letter': text(random.pick(['A', 'B', 'C'])),
      '-teacher': text(anybody(random, locale)),
      '-day': day(dateBetween(random, 2025, 2025)),
    }),
  )
}
