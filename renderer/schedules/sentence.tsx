import { Choice, TimeWord, TypedWord } from '../components/choice'
import { words } from '../words/en'
import { RULE_KINDS, type Rule, type RuleKind } from './rule'

const text = words.schedules
const say = text.sentence
const days = [...Array.from({ length: 31 }, (_, n) => String(n + 1)), 'L'].map(
  (day) => [day, day === 'L' ? text.lastDay : text.ordinal(Number(day))] as const,
)
const weekdays = ['1', '2', '3', '4', '5', '6', '0'].map((day) => [day, text.weekdays[Number(day)] ?? day] as const)
const kinds = RULE_KINDS.map((kind) => [kind, text.kinds[kind]] as const)

/** The rule as a sentence whose words are chosen. */
export function Sentence({ rule, change }: { rule: Rule; change: (patch: Partial<Rule>) => void }) {
  const isTimed = ['day', 'weekdays', 'week', 'month'].includes(rule.kind)
  const isOver = rule.kind === 'cron' ? '.' : ''
  return (
    <p>
      {say.it} <Choice<RuleKind> name={say.how} value={rule.kind} options={kinds} choose={(kind) => change({ kind })} />
      {rule.kind === 'cron' && ` ${say.below}`}
      {isOver}{' '}
      {rule.kind === 'week' && (
        <>
          {say.on}{' '}
          <Choice
            name={say.weekday}
            value={rule.weekday}
            options={weekdays}
            choose={(weekday) => change({ weekday })}
          />{' '}
        </>
      )}
      {rule.kind === 'month' && (
        <>
          {say.onThe} <Choice name={say.day} value={rule.day} options={days} choose={(day) => change({ day })} />{' '}
        </>
      )}
      {isTimed && (
        <>
          {say.at} <TimeWord name={say.time} value={rule.time} change={(time) => change({ time })} then="." />
        </>
      )}
      {rule.kind === 'hour' && (
        <>
          {say.minute}{' '}
          <TypedWord
            name={say.minuteName}
            type="number"
            value={rule.minute}
            change={(minute) => change({ minute })}
            then="."
          />
        </>
      )}
      {rule.kind === 'minutes' && (
        <>
          {say.each}{' '}
          <TypedWord
            name={say.every}
            type="number"
            value={rule.everyMinutes}
            change={(everyMinutes) => change({ everyMinutes })}
          />{' '}
          {say.minutes}.
        </>
      )}
      {rule.kind === 'once' && (
        <>
          {say.at}{' '}
          <TypedWord
            name={say.moment}
            type="datetime-local"
            value={rule.onceAt}
            change={(onceAt) => change({ onceAt })}
            then="."
          />
        </>
      )}
    </p>
  )
}
