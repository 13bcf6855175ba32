import { Menu, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import classes from './choice.module.css'
import { clockOf } from './clock'

type ChoiceProps<Value extends string> = {
  name: string
  value: Value
  options: readonly (readonly [value: Value, name: string])[]
  choose: (value: Value) => void
  /** How it reads in the sentence, where the list says it at more length. */
  shown?: string
  /** The punctuation that must not leave it. */
  then?: string
}

/** A word of a sentence that can be chosen. */
export function Choice<Value extends string>({ name, value, options, choose, shown, then = '' }: ChoiceProps<Value>) {
  const chosen = shown ?? options.find(([one]) => one === value)?.[1] ?? value
  return (
    <span className={classes.unbroken}>
      <Menu>
        <Menu.Target>
          <UnstyledButton className={classes.choice} aria-label={`${name}: ${chosen}`}>
            {chosen}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {options.map(([one, word]) => (
            <Menu.Item key={one} onClick={() => choose(one)}>
              {word}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {then}
    </span>
  )
}

type TypedProps = {
  name: string
  type: 'number' | 'datetime-local' | 'date' | 'text'
  value: string
  change: (value: string) => void
  /** What an empty text stands for. */
  placeholder?: string
  then?: string
}

/** A word of a sentence that is typed: a number, a date, a list of addresses. */
export const TypedWord = ({ name, type, value, change, placeholder, then = '' }: TypedProps) => (
  <span className={classes.unbroken}>
    <input
      className={`${classes.choice} ${classes.field}`}
      data-narrow={type === 'number' || undefined}
      data-wide={type === 'text' || undefined}
      aria-label={name}
      type={type}
      value={value}
      placeholder={placeholder}
      min={type === 'number' ? 0 : undefined}
      onChange={(event) => change(event.currentTarget.value)}
    />
    {then}
  </span>
)

/** A time of the day as every other one here is written, from 00:00 to 23:59, whatever the browser's own habit. */
export function TimeWord({ name, value, change, then = '' }: Omit<TypedProps, 'type'>) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  return (
    <span className={classes.unbroken}>
      <input
        className={`${classes.choice} ${classes.field}`}
        data-clock
        aria-label={name}
        aria-invalid={clockOf(shown) === null || undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={shown}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          const time = clockOf(event.currentTarget.value)
          if (time !== null) change(time)
        }}
        onBlur={() => setTyped(null)}
      />
      {then}
    </span>
  )
}
