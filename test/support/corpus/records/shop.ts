import type { Random } from '../../../clock/random'
import { type Locale, writeNumber, writePhone } from '../locales'
import {
  type CorpusRecord,
  cents,
  dateBetween,
  day,
  digits,
  type Habits,
  identifier,
  idOf,
  integer,
  maybe,
  money,
  text,
} from './meant'
import { anybody, peopleOf } from './person'

const FIRMS = [
  'Northwind Bakery Ltd',
  'Müller & Söhne GmbH',
  'Total Energies SE',
  'Panadería Sol S.L.',
  'Lyon Conseil SARL',
]
const YES_NO = {
  en: ['Yes', 'No'],
  fr: ['Oui', 'Non'],
  es: ['Sí', 'No'],
  pt: ['Sim', 'Não'],
  de: ['Ja', 'Nein'],
  hi: ['Haan', 'Nahin'],
}
const ENERGIES = ['petrol', 'diesel', 'electric']
const CATEGORIES = ['car', 'motorcycle', 'lorry']

const minutesOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

export function timeEntries(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const people = peopleOf(random, locale, 4, habits)
  const isDecimal = random.chance(0.4)
  return Array.from({ length: count }, (_, i): CorpusRecord => {
    const [start, length] = [random.whole(32, 60) * 15, random.whole(1, 20) * 15]
    const who = random.pick(people)
    const hours = writeNumber((length / 60).toFixed(2), '', locale.mark)
    return {
      entry_number: identifier(`T-${20_000 + i}`),
      date: day(dateBetween(random, 2025, 2025)),
      start: text(minutesOf(start).padStart(5, '0')),
      end: text(minutesOf(start + length).padStart(5, '0')),
      duration: text(isDecimal ? hours : minutesOf(length)),
      person: text(who.name),
      client: text(random.pick(FIRMS)),
      project: text(random.pick(['Website', 'Audit 2025', 'Payroll'])),
      description: text(random.pick(['Drafted the landing page', 'Call with the client', 'Review of the books'])),
      billable: text(random.pick(YES_NO[locale.language])),
      rate: money(random, 150, habits.wholeAmounts),
      '-task': text(random.pick(['Design', 'Meeting'])),
      '-email': text(who.mail),
      '-sum': money(random, 900, habits.wholeAmounts),
      '-invoiced': text(random.pick(YES_NO[locale.language])),
    }
  })
}

export function clients(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const first = random.whole(1, 900)
  return Array.from(
    { length: count },
    (_, i): CorpusRecord => ({
      client_number: identifier(idOf(first + i, habits)),
      name: text(`${random.pick(FIRMS)} ${i + 1}`),
      email: maybe(random, 0.9, () => text(`office${i}@example.org`)),
      phone: maybe(random, 0.9, () => text(writePhone(locale, random))),
      address: text(`${random.whole(1, 99)} ${random.pick(['Mill Lane', 'Rue Haute', 'Calle Mayor'])}, Ashford`),
      tax_number: identifier(`GB${digits(random, 9)}`),
      currency: text(locale.currency),
      rate: money(random, 150, habits.wholeAmounts),
      payment_days: integer(random.pick([0, 14, 30, 60])),
      '-contact': text(anybody(random, locale)),
      '-web': text('www.example.org'),
      '-place': text(random.pick(['Porto', 'Basel', 'Lyon', 'Pune'])),
      '-balance': money(random, 9000, habits.wholeAmounts),
    }),
  )
}

export function vehicles(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  return peopleOf(random, locale, count, habits).map(
    ({ name, mail }): CorpusRecord => ({
      plate: identifier(`${random.pick(['AB', 'KL', 'ZX'])}-${digits(random, 3)}-${random.pick(['CD', 'EF'])}`),
      owner_number: identifier(`NIF-${digits(random, 6)}`),
      owner_name: text(name),
      email: maybe(random, 0.8, () => text(mail)),
      phone: maybe(random, 0.8, () => text(writePhone(locale, random))),
      category: text(random.pick(CATEGORIES)),
      energy: text(random.pick(ENERGIES)),
      fiscal_power: integer(random.whole(4, 24)),
      first_registered_on: day(dateBetween(random, 2001, 2024)),
      make: text(random.pick(['Toyota', 'Renault', 'Fiat'])),
      model: text(random.pick(['Corolla', 'Clio', 'Panda'])),
      '-vin': text(`VF1${digits(random, 14)}`),
      '-colour': text(random.pick(['red', '84 000 km', 'white'])),
      '-insurance': day(dateBetween(random, 2025, 2026)),
      '-seats': integer(random.whole(2, 9)),
    }),
  )
}

/** Power and age in steps, as tables of a tax print them. */
export function rates(random: Random, _locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  return Array.from(
    { length: count },
    (_, i): CorpusRecord => ({
      year: integer(2025),
      category: text(CATEGORIES[i % 3] ?? ''),
      energy: maybe(random, 0.7, () => text(random.pick(ENERGIES))),
      power_from: integer(Math.floor(i / 3) * 5),
      power_to: integer(Math.floor(i / 3) * 5 + 4),
      age_from: integer(0),
      age_to: integer(random.whole(5, 25)),
      amount: money(random, 900, habits.wholeAmounts),
      '-law': text(`Art. ${i + 1}`),
    }),
  )
}

export function rateTables(random: Random, _locale: Locale, count: number): CorpusRecord[] {
  return Array.from({ length: count }, (_, i): CorpusRecord => {
    const band = i % 5
    return {
      code: text('INCOME_TAX'),
      name: text('Income tax'),
      kind: text('bands'),
      from: day(`${2000 + Math.floor(i / 5)}-01-01`),
      up_to: band === 4 ? null : cents((band + 1) * 1_250_000 + 50),
      rate: { kind: 'percent', value: String(random.whole(2, 90) * 5_000) },
      source: text(`Act ${i + 1}`),
      '-page': text(`p. ${i + 1}`),
    }
  })
}

export function bankLines(random: Random, locale: Locale, count: number): CorpusRecord[] {
  let balance = random.whole(100_000, 900_000)
  return Array.from({ length: count }, (_, i): CorpusRecord => {
    const amount = random.whole(100, 200_000) * (random.chance(0.6) ? -1 : 1)
    balance += amount
    const booked = dateBetween(random, 2025, 2025)
    return {
      booked_on: day(booked),
      value_on: day(booked),
      amount: cents(amount),
      debit: amount < 0 ? cents(-amount) : null,
      credit: amount > 0 ? cents(amount) : null,
      balance: cents(balance),
      reference: identifier(`TRX-${500_000 + i}`),
      counterparty: text(random.pick([...FIRMS, anybody(random, locale)])),
      counterparty_account: identifier(`DE${digits(random, 20)}`),
      description: text(random.pick(['Card payment 14 March', 'Standing order', 'Invoice 2025-17'])),
      account: identifier('GB29NWBK60161331926819'),
      '-kind': text(random.pick(['Transfer', 'Card'])),
      '-coin': text(locale.currency),
      '-bic': text('NWBKGB2L'),
      '-fee': text(random.pick(['0', '-'])),
    }
  })
}
