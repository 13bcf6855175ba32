import { Fragment, type ReactNode } from 'react'
import {
  ANCHORS,
  CHOICES,
  CLOCKS,
  DAYS_OFF,
  OUTCOMES,
  type Piece,
  piecesOf,
  type RulePart,
  type RuleParts,
} from '../../jobs/values/automation-rule'
import { Choice, TimeWord, TypedWord } from '../components/choice'
import { words } from '../words/en'
import classes from './period-form.module.css'

const text = words.payRuns.rule

type Change = (patch: Partial<RuleParts>) => void
type PartProps = { parts: RuleParts; change: Change; shown: string; then: string }

/** The rule of a period as a sentence whose parts are chosen and typed; everywhere else the same sentence is read. */
export function RuleSentence({ parts, change }: { parts: RuleParts; change: Change }) {
  return (
    <fieldset className={classes.sentence} aria-label={text.label}>
      {withPunctuation(piecesOf(parts)).map(({ text: shown, part, mark }, index) => (
        <Fragment key={part ?? `words ${index}`}>
          {part === null ? shown : <Part part={part} parts={parts} change={change} shown={shown} then={mark} />}{' '}
        </Fragment>
      ))}
    </fieldset>
  )
}

type Punctuated = Piece & { mark: string }

/** Commas and full stops belong to the part before them, which they must not leave at the end of a line. */
function withPunctuation(pieces: Piece[]): Punctuated[] {
  const found: Punctuated[] = []
  for (const piece of pieces) {
    const [, mark = '', rest = ''] = /^([,.]?)\s*(.*)$/.exec(piece.text) ?? []
    const before = found.at(-1)
    if (piece.part !== null || mark === '' || !before) found.push({ ...piece, mark: '' })
    else {
      before.mark = mark
      if (rest !== '') found.push({ text: rest, part: null, mark: '' })
    }
  }
  return found
}

const options = <T extends string>(list: readonly T[], names: Readonly<Record<T, string>>) =>
  list.map((one) => [one, names[one]] as const)

function Part({ part, parts, change, shown, then }: PartProps & { part: RulePart }): ReactNode {
  const typed = (type: 'number' | 'date' | 'text', placeholder?: string) => (
    <TypedWord
      name={text.names[part]}
      type={type}
      value={parts[part]}
      change={(value) => change({ [part]: value })}
      then={then}
      {...(placeholder !== undefined && { placeholder })}
    />
  )
  switch (part) {
    case 'days':
      return typed('number')
    case 'date':
      return typed('date')
    case 'cron':
      return typed('text')
    case 'mails':
      return typed('text', text.nobody)
    case 'time':
      return <TimeWord name={text.names.time} value={parts.time} change={(time) => change({ time })} then={then} />
    case 'anchor':
      return (
        <Choice
          name={text.names.anchor}
          value={parts.anchor}
          options={options(ANCHORS, text.anchors)}
          choose={(anchor) => change({ anchor })}
          shown={shown}
          then={then}
        />
      )
    case 'clock':
      return (
        <Choice
          name={text.names.clock}
          value={parts.clock}
          // A period without a named day has only the times of an expression.
          options={options(parts.anchor === 'any_day' ? (['cron'] as const) : CLOCKS, text.clocks)}
          choose={(clock) => change({ clock })}
          shown={shown}
          then={then}
        />
      )
    case 'dayOff':
      return (
        <Choice
          name={text.names.dayOff}
          value={parts.dayOff}
          options={options(DAYS_OFF, CHOICES.dayOff)}
          choose={(dayOff) => change({ dayOff })}
          then={then}
        />
      )
    case 'outcome':
      return (
        <Choice
          name={text.names.outcome}
          value={parts.outcome}
          options={options(OUTCOMES, CHOICES.outcome)}
          choose={(outcome) => change({ outcome })}
          then={then}
        />
      )
  }
}
