import { addDays, addMonths, firstOfMonth, type LocalDate, lastOfMonth, type Month } from '../values/time'
import { asciiName, drawNames, type Name } from './names'
import { type Random, randomFrom } from './random'

/** Reserved for examples by RFC 2606: nobody can own it, and no mail can arrive there. */
export const SAMPLE_DOMAIN = 'harbour-lane.example'

export const DEPARTMENTS = ['Sales', 'Warehouse', 'Accounts', 'Customer care', 'Workshop', 'Administration'] as const
export type Department = (typeof DEPARTMENTS)[number]

/** Base pay per month in minor units; null: nobody has told it yet. */
export type Newcomer = {
  ref: string
  given: string
  family: string
  department: Department
  email: string
  hiredOn: LocalDate
  baseMinor: number | null
}
export type OneOff = { code: string; amountMinor?: number; quantity?: string; rateMinor?: number }

/** What happens in a month. Raises count from its first day. */
export type MonthStory = {
  month: Month
  joiners: Newcomer[]
  leavers: { ref: string; on: LocalDate }[]
  raises: { ref: string; baseMinor: number }[]
  items: { ref: string; items: OneOff[] }[]
}
export type Story = { founders: Newcomer[]; months: MonthStory[]; current: MonthStory }

export const MONTHS = 24
const FOUNDERS = 40
const PAY: Record<Department, readonly [number, number]> = {
  Sales: [2400, 4200],
  Warehouse: [1900, 2900],
  Accounts: [2600, 4600],
  'Customer care': [2000, 3100],
  Workshop: [2200, 3500],
  Administration: [2500, 5400],
}

/** What the sample office has lived through up to a month: the same for the same seed and month. */
export function tellStory(seed: number, current: Month): Story {
  return new Teller(randomFrom(seed)).tell(current)
}

class Teller {
  readonly #random: Random
  readonly #names: Name[]
  /** Whoever is employed now, with their pay. */
  readonly #staff = new Map<string, number>()
  #taken = 0

  constructor(random: Random) {
    this.#random = random
    this.#names = drawNames(random)
  }

  tell(current: Month): Story {
    const past = Array.from({ length: MONTHS }, (_, at) => addMonths(current, at - MONTHS))
    const begin = firstOfMonth(past[0] ?? current)
    const founders = Array.from({ length: FOUNDERS }, () =>
      this.#newcomer(addDays(begin, -this.#random.between(30, 2600))),
    )
    const months = past.map((month, at) => this.#month(month, at))
    return { founders, months, current: this.#currentMonth(current) }
  }

  #newcomer(hiredOn: LocalDate): Newcomer {
    const name = this.#names[this.#taken++]
    if (!name) throw new Error('the sample office has run out of names')
    const { given, family } = name
    const department = this.#random.pick(DEPARTMENTS)
    const [least, most] = PAY[department]
    const baseMinor = this.#random.between(least / 50, most / 50) * 5_000
    const ref = String(100 + this.#taken)
    this.#staff.set(ref, baseMinor)
    const email = `${asciiName(given)}.${asciiName(family)}@${SAMPLE_DOMAIN}`
    return { ref, given, family, department, email, hiredOn, baseMinor }
  }

  /** Somebody comes every third month, goes every sixth; raises are given in the month that begins the second year. */
  #month(month: Month, at: number): MonthStory {
    const joiners = at % 3 === 2 ? [this.#newcomer(this.#dayOf(month))] : []
    const items = this.#items(0.2)
    const leavers = at % 6 === 4 ? [{ ref: this.#leave(joiners), on: this.#dayOf(month) }] : []
    const raised = at === MONTHS / 2 ? [...this.#staff.keys()] : at % 5 === 3 ? this.#some(2) : []
    return { month, joiners, leavers, raises: raised.map((ref) => this.#raise(ref, [15, 45])), items }
  }

  /** The month under review has one of everything that a review is for. */
  #currentMonth(month: Month): MonthStory {
    const [raised = '', busy = '', leaver = ''] = this.#some(3)
    const overtime = { code: 'OVERTIME', quantity: '22', rateMinor: overtimeRate(this.#staff.get(busy) ?? 0) }
    const raises = [this.#raise(raised, [120, 120])]
    const others = this.#items(0.1).filter(({ ref }) => ![raised, busy, leaver].includes(ref))
    const middle = `${month}-15` as LocalDate
    const joiners = [this.#newcomer(`${month}-08` as LocalDate), { ...this.#newcomer(middle), baseMinor: null }]
    const items = [{ ref: busy, items: [overtime] }, ...others]
    return { month, joiners, leavers: [{ ref: leaver, on: middle }], raises, items }
  }

  #dayOf = (month: Month): LocalDate => `${month}-${String(this.#random.between(2, 27)).padStart(2, '0')}` as LocalDate

  #some = (count: number): string[] => this.#random.shuffled([...this.#staff.keys()]).slice(0, count)

  #leave(joiners: Newcomer[]): string {
    const ref = this.#random.pick(
      [...this.#staff.keys()].filter((one) => joiners.every((joiner) => joiner.ref !== one)),
    )
    this.#staff.delete(ref)
    return ref
  }

  /** By so many thousandths, to whole fives of the currency. */
  #raise(ref: string, [least, most]: readonly [number, number]): { ref: string; baseMinor: number } {
    const before = this.#staff.get(ref) ?? 0
    const raised = Math.round((before * (1000 + this.#random.between(least, most))) / 1000 / 500) * 500
    this.#staff.set(ref, raised)
    return { ref, baseMinor: raised }
  }

  #items(share: number): MonthStory['items'] {
    return [...this.#staff].flatMap(([ref, base]) =>
      this.#random.next() < share ? [{ ref, items: [this.#item(base)] }] : [],
    )
  }

  #item(base: number): OneOff {
    const kind = this.#random.between(0, 9)
    if (kind <= 4) {
      return { code: 'OVERTIME', quantity: String(this.#random.between(2, 14)), rateMinor: overtimeRate(base) }
    }
    if (kind <= 6) return { code: 'INCENTIVE', amountMinor: this.#random.between(4, 30) * 1_000 }
    if (kind === 7) return { code: 'LATE', quantity: String(this.#random.between(10, 90)), rateMinor: 20 }
    if (kind === 8) return { code: 'ADVANCE', amountMinor: this.#random.between(5, 25) * 1_000 }
    return { code: 'ABSENCE', quantity: this.#random.pick(['0.5', '1', '1.5']) }
  }
}

/** One and a half times the hour of a month of 173 hours. */
const overtimeRate = (baseMinor: number): number => Math.round((baseMinor * 3) / 346)

export const daysOf = (month: Month): { start: LocalDate; end: LocalDate } => ({
  start: firstOfMonth(month),
  end: lastOfMonth(month),
})
