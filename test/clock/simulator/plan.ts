import { readExpression } from '../oracle/expression'
import { expressions } from '../oracle/expressions'
import { Random } from '../random'

/** Zones whose clocks change in every way there is. */
export const ZONES = [
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Asia/Gaza',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'UTC',
] as const

export type PlannedRule = { cron: string } | { everyMinutes: number }

/** A schedule of the story. One of Daybook's own follows the office's zone and has its policies. */
export type Planned = {
  name: string
  isBuiltIn: boolean
  rule: PlannedRule
  zone: string
  misfire: 'skip' | 'latest' | 'all'
  misfireMost: number
  overlap: 'skip' | 'queue' | 'replace' | 'allow'
  workingDay: 'unchanged' | 'before' | 'after'
  jitterS: number
}

export type Plan = {
  seed: number
  zone: string
  start: number
  until: number
  schedules: Planned[]
  /** How many occurrences it comes to, about. */
  occurrences: number
}

const DAY = 86_400_000
const YEAR = 365.25 * DAY
const LONGEST_YEARS = 10
/** So many days tell how often a rule fires. */
const COUNTED_DAYS = 400

/** What a seed stands for: an office, its schedules, and how long it is lived. */
export function planOf(seed: number, mostOccurrences: number): Plan {
  const random = new Random(seed)
  const zone = random.pick(ZONES)
  const schedules = Array.from({ length: random.whole(1, 6) }, (_, n) => planned(random, n, zone))
  const perDay = schedules.reduce((sum, one) => sum + perDayOf(one.rule), 0)
  const wanted = random.scaled(60, mostOccurrences)
  const length = Math.min(LONGEST_YEARS * YEAR, (wanted / Math.max(perDay, 0.001)) * DAY)
  const start = Date.UTC(random.whole(2015, 2029), random.whole(0, 11), random.whole(1, 28), random.whole(0, 23), 7)
  return { seed, zone, start, until: start + length, schedules, occurrences: (perDay * length) / DAY }
}

const CRONS = expressions()

function planned(random: Random, n: number, zone: string): Planned {
  const isBuiltIn = random.chance(0.25)
  const rule = anyRule(random)
  const own: Planned = {
    name: `S${n}`,
    isBuiltIn,
    rule,
    zone: isBuiltIn || random.chance(0.5) ? zone : random.pick(ZONES),
    misfire: random.pick(['skip', 'latest', 'latest', 'all']),
    misfireMost: random.pick([1, 3, 10, 200]),
    overlap: random.pick(['skip', 'queue', 'replace', 'allow']),
    workingDay: 'cron' in rule ? random.pick(['unchanged', 'unchanged', 'before', 'after']) : 'unchanged',
    jitterS: random.pick([0, 0, 30, 900]),
  }
  return isBuiltIn ? { ...own, misfireMost: 10, overlap: 'skip', workingDay: 'unchanged', jitterS: 0 } : own
}

/** Another rule that fires no oftener, so that the story stays as long as it was planned. */
export function anyRuleInsteadOf(rule: PlannedRule, random: Random): PlannedRule {
  const most = perDayOf(rule)
  for (let tries = 0; tries < 30; tries++) {
    const other = anyRule(random)
    if (perDayOf(other) <= most) return other
  }
  return rule
}

const anyRule = (random: Random): PlannedRule =>
  random.chance(0.2) ? { everyMinutes: Math.round(random.scaled(1, 20_000)) } : { cron: random.pick(CRONS) }

function perDayOf(rule: PlannedRule): number {
  if ('everyMinutes' in rule) return 1_440 / rule.everyMinutes
  const expression = readExpression(rule.cron)
  const times = Array.from({ length: 1_440 }, (_, minute) => minute).filter(expression.isTime).length
  const first = Date.UTC(2024, 0, 1) / DAY
  const days = Array.from({ length: COUNTED_DAYS }, (_, n) => first + n).filter(expression.isDay).length
  return (times * days) / COUNTED_DAYS
}
