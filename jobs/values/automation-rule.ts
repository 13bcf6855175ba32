import type { LocalDate } from './time'

/**
 * When a period runs by itself, and what follows. The date key opens a gate, cron picks a tick behind it (`dueInstant`).
 * What is left out means what it meant before there was a word for it: 02:00, on a day off too, a draft that waits.
 */
export type AutomationRule = {
  days_before_end?: number
  run_on_date?: LocalDate
  /** `HH:MM` of the day that is named; cron says its own. */
  time?: string
  cron?: string
  /** Where it goes when its day is one on which the office is closed. */
  working_day?: 'before' | 'after'
  /** `approve`: a draft in which nothing needs a look is approved without anybody. */
  outcome?: 'approve'
  notification_emails?: string[]
}

/** Rules that name a day and no time run then, office time. */
export const USUAL_TIME = '02:00'

export const ANCHORS = ['before_end', 'last_day', 'on_date', 'any_day'] as const
export const CLOCKS = ['time', 'cron'] as const
export const DAYS_OFF = ['unchanged', 'before', 'after'] as const
export const OUTCOMES = ['ask', 'approve'] as const

/** A rule as the sentence has it: every part is there, as it was chosen or typed; those that a choice hides are kept. */
export type RuleParts = {
  anchor: (typeof ANCHORS)[number]
  days: string
  date: string
  clock: (typeof CLOCKS)[number]
  time: string
  cron: string
  dayOff: (typeof DAYS_OFF)[number]
  outcome: (typeof OUTCOMES)[number]
  /** Addresses with commas between. */
  mails: string
}

export type RulePart = keyof RuleParts

export const NEW_PARTS: RuleParts = {
  anchor: 'before_end',
  days: '3',
  date: '',
  clock: 'time',
  time: USUAL_TIME,
  cron: '0 2 * * *',
  dayOff: 'unchanged',
  outcome: 'ask',
  mails: '',
}

/** The sentence of a rule. Where a day and days before the end are both given the day wins, so the other is not said. */
export function partsOf(rule: AutomationRule): RuleParts {
  const days = rule.days_before_end
  const isBefore = days !== undefined && days > 0
  return {
    anchor:
      rule.run_on_date !== undefined
        ? 'on_date'
        : days === undefined
          ? 'any_day'
          : isBefore
            ? 'before_end'
            : 'last_day',
    days: isBefore ? String(days) : NEW_PARTS.days,
    date: rule.run_on_date ?? '',
    clock: rule.cron === undefined ? 'time' : 'cron',
    time: rule.time ?? USUAL_TIME,
    cron: rule.cron ?? NEW_PARTS.cron,
    dayOff: rule.working_day ?? 'unchanged',
    outcome: rule.outcome ?? 'ask',
    mails: (rule.notification_emails ?? []).join(', '),
  }
}

/** The rule of a sentence, as the office takes it. What was mistyped is handed on as it stands, to be refused in words. */
export function ruleOf(parts: RuleParts): Record<string, unknown> {
  const days = parts.days.trim()
  const mails = parts.mails.split(/[\s,;]+/).filter((one) => one !== '')
  const gate = {
    before_end: { days_before_end: /^\d+$/.test(days) ? Number(days) : days },
    last_day: { days_before_end: 0 },
    on_date: { run_on_date: parts.date },
    any_day: {},
  }[parts.anchor]
  const isCron = parts.clock === 'cron' || parts.anchor === 'any_day'
  return {
    ...gate,
    ...(isCron && { cron: parts.cron.trim() }),
    ...(!isCron && parts.time !== USUAL_TIME && { time: parts.time }),
    ...(parts.dayOff !== 'unchanged' && { working_day: parts.dayOff }),
    ...(parts.outcome !== 'ask' && { outcome: parts.outcome }),
    ...(mails.length > 0 && { notification_emails: mails }),
  }
}

/** A piece of the sentence: words that stand, or a part that is chosen or typed, with how it reads. */
export type Piece = { text: string; part: RulePart | null }

/** How each choice reads within the sentence; the window offers them under the same words. */
export const CHOICES = {
  anchor: {
    before_end: 'before the end of the period',
    last_day: 'on the last day of the period',
    on_date: 'on the day',
    any_day: 'in the period',
  },
  clock: { time: 'at', cron: 'at the first time named by' },
  dayOff: {
    unchanged: 'also on a day off',
    before: 'on a day off the working day before',
    after: 'on a day off the working day after',
  },
  outcome: {
    ask: 'the draft waits for approval',
    approve: 'it is approved by itself where nothing needs a look',
  },
} as const

const words = (text: string): Piece => ({ text, part: null })
const chosen = (part: RulePart, text: string): Piece => ({ part, text })

/**
 * The sentence of a rule, piece by piece: the window shows the parts as controls, everywhere else they are read as they
 * stand (`sentenceOf`). `cronWords`: what the expression means, where that is known.
 */
export function piecesOf(parts: RuleParts, cronWords: string | null = null): Piece[] {
  const { anchor } = parts
  const isCron = parts.clock === 'cron' || anchor === 'any_day'
  const cron = cronWords === null ? parts.cron : `“${cronWords}”`
  const mails = parts.mails.trim()
  const days = parts.days.trim()
  return [
    words('It runs'),
    ...(anchor === 'before_end' ? [chosen('days', days), words(days === '1' ? 'day' : 'days')] : []),
    chosen('anchor', CHOICES.anchor[anchor]),
    ...(anchor === 'on_date' ? [chosen('date', parts.date)] : []),
    ...(isCron && anchor !== 'any_day' ? [words('or later')] : []),
    chosen('clock', CHOICES.clock[isCron ? 'cron' : 'time']),
    isCron ? chosen('cron', cron) : chosen('time', parts.time),
    words(','),
    chosen('dayOff', CHOICES.dayOff[parts.dayOff]),
    words('. Then'),
    chosen('outcome', CHOICES.outcome[parts.outcome]),
    words(', and mail goes to'),
    chosen('mails', mails === '' ? 'the office’s own address' : mails),
    words('.'),
  ]
}

/** The same, to be read. */
export const sentenceOf = (parts: RuleParts, cronWords: string | null): string =>
  piecesOf(parts, cronWords)
    .map(({ text }) => (/^[,.]/.test(text) ? text : ` ${text}`))
    .join('')
    .trim()
