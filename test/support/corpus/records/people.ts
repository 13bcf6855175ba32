import type { Random } from '../../../clock/random'
import { type Locale, writePhone } from '../locales'
import {
  type CorpusRecord,
  dateBetween,
  day,
  decimal,
  type Habits,
  identifier,
  idOf,
  maybe,
  money,
  text,
} from './meant'
import { anybody, peopleOf } from './person'

/** Employees with everything a column can be about. */
export function employees(random: Random, locale: Locale, count: number, habits: Habits): CorpusRecord[] {
  const first = random.whole(1, 900)
  return peopleOf(random, locale, count, habits).map(({ given, family, name, mail }, i): CorpusRecord => {
    const hired = dateBetween(random, 1995, 2024)
    const amount = (most: number) => money(random, most, habits.wholeAmounts)
    const halves = (most: number) => decimal(random.whole(0, most * 2) * 5, 1)
    return {
      employee_id: identifier(idOf(first + i * 3, habits)),
      name: text(name),
      given_name: text(given),
      family_name: text(family),
      department: text(random.pick(locale.places)),
      email: maybe(random, 0.9, () => text(mail)),
      hire_date: day(hired),
      termination_date: maybe(random, 0.2, () => day(`2025${hired.slice(4)}`)),
      phone: maybe(random, 0.9, () => text(writePhone(locale, random))),
      salary: amount(9000),
      days: halves(23),
      absent: halves(4),
      ot: decimal(random.whole(0, 2000) * 5, 2),
      nett_payable: amount(7000),
      tds: amount(1500),
      advance: maybe(random, 0.3, () => amount(500)),
      incentive: maybe(random, 0.5, () => amount(900)),
      '-job': text(random.pick(['Clerk', 'Driver', 'Engineer', 'Manager'])),
      '-birth': day(dateBetween(random, 1955, 2003)),
      '-status': text(random.pick(['Active', 'On leave', 'Permanent'])),
      '-manager': text(anybody(random, locale)),
      '-place': text(random.pick(['Porto', 'Basel', 'Lyon', 'Pune'])),
      '-taxcode': text(`${random.pick(['1257L', 'AB', 'III'])}${random.whole(100, 999)}X`),
      '-hra': amount(400),
      '-pf': amount(700),
      '-bank': text(`DE${random.whole(10, 99)} 5001 0517 ${random.whole(1000, 9999)} 00`),
    }
  })
}
