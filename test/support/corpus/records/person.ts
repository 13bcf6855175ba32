import type { Random } from '../../../clock/random'
import type { Locale } from '../locales'
import type { Habits } from './meant'

export type Person = { given: string; family: string; name: string; mail: string }

const asciiOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

/** People of a place, no two of the same name. */
export function peopleOf(random: Random, locale: Locale, count: number, { surnameFirst }: Habits): Person[] {
  const [givenNames, familyNames] = locale.names
  const seen = new Set<string>()
  return Array.from({ length: count }, (_, i): Person => {
    let [given, family] = [random.pick(givenNames), random.pick(familyNames)]
    for (let tries = 0; seen.has(given + family); tries++) {
      given = `${random.pick(givenNames)} ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[tries % 26]}.`
      family = random.pick(familyNames)
    }
    seen.add(given + family)
    const name = surnameFirst ? `${family}, ${given}` : `${given} ${family}`
    return { given, family, name, mail: `${asciiOf(given)}.${asciiOf(family)}${i}@example.org` }
  })
}

/** Somebody else: whose name stands beside the person's. */
export const anybody = (random: Random, { names: [given, family] }: Locale): string =>
  `${random.pick(given)} ${random.pick(family)}`
