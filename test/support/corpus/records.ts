import type { Random } from '../../clock/random'
import { type Locale, writePhone } from './locales'

/** What a column holds, and how its value is meant: the value itself, as the importer is to read it. */
export type Meant = { kind: 'text' | 'identifier' | 'date' | 'money' | 'decimal'; value: string }
export type CorpusRecord = Record<string, Meant | null>

const text = (value: string): Meant => ({ kind: 'text', value })
const day = (value: string): Meant => ({ kind: 'date', value })
const money = (random: Random, most: number, whole: boolean): Meant => {
  const cents = random.whole(100, most * 100)
  return { kind: 'money', value: decimalOf(whole ? Math.round(cents / 100) * 100 : cents, 2) }
}

/** 123450 hundredths are `1234.5`. */
const decimalOf = (scaled: number, places: number): string =>
  (scaled / 10 ** places).toFixed(places).replace(/\.?0+$/, '')

const dateBetween = (random: Random, from: number, to: number): string =>
  new Date(Date.UTC(random.whole(from, to), random.whole(0, 11), random.whole(1, 28))).toISOString().slice(0, 10)

const asciiOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

export type Habits = {
  ids: 'plain' | 'zeros' | 'letters'
  /** Amounts without cents, as many offices round them. */
  wholeAmounts: boolean
  surnameFirst: boolean
}

/** Records of people with everything a column can be about; no two of the same name or number. */
export function recordsOf(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const [givenNames, familyNames] = locale.names
  const seen = new Set<string>()
  const first = random.whole(1, 900)
  return Array.from({ length: count }, (_, i): CorpusRecord => {
    let [given, family] = [random.pick(givenNames), random.pick(familyNames)]
    for (let tries = 0; seen.has(given + family); tries++) {
      given = `${random.pick(givenNames)} ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[tries % 26]}.`
      family = random.pick(familyNames)
    }
    seen.add(given + family)
    const number = first + i * 3
    const id = { plain: String(1000 + number), zeros: String(number).padStart(6, '0'), letters: `E-${number}` }[
      habits.ids
    ]
    const hired = dateBetween(random, 1995, 2024)
    const amount = (most: number) => money(random, most, habits.wholeAmounts)
    const halves = (most: number): Meant => ({ kind: 'decimal', value: decimalOf(random.whole(0, most * 2) * 5, 1) })
    const mail = `${asciiOf(given)}.${asciiOf(family)}${i}@example.org`
    return {
      employee_id: { kind: 'identifier', value: id },
      name: text(habits.surnameFirst ? `${family}, ${given}` : `${given} ${family}`),
      given_name: text(given),
      family_name: text(family),
      department: text(random.pick(locale.places)),
      email: random.chance(0.9) ? text(mail) : null,
      hire_date: day(hired),
      termination_date: random.chance(0.2) ? day(`2025${hired.slice(4)}`) : null,
      phone: random.chance(0.9) ? text(writePhone(locale, random)) : null,
      salary: amount(9000),
      days: halves(23),
      absent: halves(4),
      ot: { kind: 'decimal', value: decimalOf(random.whole(0, 2000) * 5, 2) },
      nett_payable: amount(7000),
      tds: amount(1500),
      advance: random.chance(0.3) ? amount(500) : null,
      incentive: random.chance(0.5) ? amount(900) : null,
      '-job': text(random.pick(['Clerk', 'Driver', 'Engineer', 'Manager'])),
      '-birth': day(dateBetween(random, 1955, 2003)),
      '-status': text(random.pick(['Active', 'On leave', 'Permanent'])),
      '-manager': text(`${random.pick(givenNames)} ${random.pick(familyNames)}`),
      '-place': text(random.pick(['Porto', 'Basel', 'Lyon', 'Pune'])),
      '-taxcode': text(`${random.pick(['1257L', 'AB', 'III'])}${random.whole(100, 999)}X`),
      '-hra': amount(400),
      '-pf': amount(700),
      '-bank': text(`DE${random.whole(10, 99)} 5001 0517 ${random.whole(1000, 9999)} 00`),
    }
  })
}
