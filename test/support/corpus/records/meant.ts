import type { Random } from '../../../clock/random'

/** What a column holds, and how its value is meant: the value itself, as the importer is to read it. */
export type Meant = {
  kind: 'text' | 'identifier' | 'date' | 'money' | 'decimal' | 'integer' | 'percent'
  value: string
}
export type CorpusRecord = Record<string, Meant | null>

export type Habits = {
  ids: 'plain' | 'zeros' | 'letters'
  /** Amounts without cents, as many offices round them. */
  wholeAmounts: boolean
  surnameFirst: boolean
}

export const text = (value: string): Meant => ({ kind: 'text', value })
export const day = (value: string): Meant => ({ kind: 'date', value })
export const identifier = (value: string): Meant => ({ kind: 'identifier', value })
export const integer = (value: number): Meant => ({ kind: 'integer', value: String(value) })
export const decimal = (scaled: number, places: number): Meant => ({
  kind: 'decimal',
  value: decimalOf(scaled, places),
})
export const cents = (amount: number): Meant => ({ kind: 'money', value: decimalOf(amount, 2) })

export const money = (random: Random, most: number, whole: boolean): Meant => {
  const amount = random.whole(100, most * 100)
  return cents(whole ? Math.round(amount / 100) * 100 : amount)
}

/** 123450 hundredths are `1234.5`. */
const decimalOf = (scaled: number, places: number): string =>
  (scaled / 10 ** places).toFixed(places).replace(/\.?0+$/, '')

export const dateBetween = (random: Random, from: number, to: number): string =>
  new Date(Date.UTC(random.whole(from, to), random.whole(0, 11), random.whole(1, 28))).toISOString().slice(0, 10)

export const idOf = (number: number, { ids }: Habits): string =>
  ({ plain: String(1000 + number), zeros: String(number).padStart(6, '0'), letters: `E-${number}` })[ids]

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.whole(0, 9)).join('')

/** What about half of the records have. */
export const maybe = (random: Random, share: number, meant: () => Meant): Meant | null =>
  random.chance(share) ? meant() : null
