import { Random } from '../random'

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** What people write, and what a change of the clock meets. */
const WRITTEN = [
  '* * * * *',
  '*/5 * * * *',
  '*/15 * * * *',
  '0 * * * *',
  '30 * * * *',
  '0 0 * * *',
  '0 1 * * *',
  '30 1 * * *',
  '0 2 * * *',
  '30 2 * * *',
  '59 2 * * *',
  '0 3 * * *',
  '59 23 * * *',
  '0 */6 * * *',
  '0 2 * * 1-5',
  '0 9 * * 7',
  '0 9 1 * *',
  '0 9 L * *',
  '0 2 13 * 5',
  '0 0 29 2 *',
  '0 0 31 * *',
  '0 0 1 1 *',
  '0 9 * * 5#2',
  '0 9 * * 1#5',
  '0 9 * * 5L',
  '10-50/20 2-22/4 * * *',
  '0 2 29-31 3,10,11 *',
  '*/7 1-3 * MAR,OCT,NOV SUN',
]

/** A field of any kind: all, one value, a list, a range, a step of all, a step of a range, a name. */
function anyField(random: Random, low: number, high: number, names?: string[]): string {
  const value = () => random.whole(low, high)
  const range = () => [value(), value()].sort((a, b) => a - b) as [number, number]
  switch (random.whole(0, names ? 6 : 5)) {
    case 0:
      return '*'
    case 1:
      return String(value())
    case 2:
      return [...new Set([value(), value(), value()])].sort((a, b) => a - b).join(',')
    case 3:
      return range().join('-')
    case 4:
      return `*/${random.whole(2, Math.max(2, Math.floor((high - low) / 2)))}`
    case 5:
      return `${range().join('-')}/${random.whole(1, 9)}`
    default:
      return random.pick(names ?? [])
  }
}

function anyExpression(random: Random): string {
  const dayOfMonth = random.chance(0.5) ? '*' : random.chance(0.1) ? 'L' : anyField(random, 1, 31)
  return [
    random.chance(0.5) ? String(random.whole(0, 59)) : anyField(random, 0, 59),
    random.chance(0.3) ? String(random.whole(0, 3)) : anyField(random, 0, 23),
    dayOfMonth,
    random.chance(0.7) ? '*' : anyField(random, 1, 12, MONTHS),
    random.chance(0.6) ? '*' : anyField(random, 0, 6, WEEKDAYS),
  ].join(' ')
}

/** So many expressions, always the same ones. */
export function expressions(count = 200): string[] {
  const random = new Random(20_260)
  const all = new Set(WRITTEN)
  while (all.size < count) all.add(anyExpression(random))
  return [...all].slice(0, count)
}
