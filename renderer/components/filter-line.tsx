import { ActionIcon, Autocomplete } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { words } from '../words/en'
import classes from './filter-line.module.css'
import { Icon } from './icons'
import { useTyped } from './use-typed'

/** One value of a facet: `{ facet: 'state', facetName: 'State', value: 'FAILURE', name: 'Failed' }`. */
export type Term = { facet: string; facetName: string; value: string; name: string }

type FilterLineProps = {
  chosen: Term[]
  /** What typing completes to. */
  terms: Term[]
  /** The text that is looked for, and the term it stands in (`q`). */
  text: string
  hint: string
  shows: string
  change: (patch: Record<string, string>) => void
}

const OFFERED = 8
const labelOf = ({ facetName, name }: Term) => `${facetName}: ${name}`

/** What the list shows, as words that can be taken away again. Typing completes facets and their values, or looks for text. */
export function FilterLine({ chosen, terms, text, hint, shows, change }: FilterLineProps) {
  const input = useRef<HTMLInputElement>(null)
  const { typed, type, empty } = useTyped(text, (q) => change({ q }))
  useHotkeys([['mod+F', () => input.current?.focus()]], [])
  const offered = typed.trim() === '' ? [] : terms.filter((term) => isMeant(term, typed)).slice(0, OFFERED)
  return (
    <search className={classes.line}>
      <Icon name="filter" />
      {chosen.map((term) => (
        <span className={classes.token} key={term.facet}>
          <span className={classes.facet}>{term.facetName}</span> {term.name}
          <ActionIcon
            className={classes.remove ?? ''}
            aria-label={words.list.remove(term.facetName, term.name)}
            onClick={() => change({ [term.facet]: '' })}
          >
            <Icon name="close" />
          </ActionIcon>
        </span>
      ))}
      <Autocomplete
        ref={input}
        className={classes.type ?? ''}
        classNames={{ input: classes.input ?? '' }}
        aria-label={words.list.filter}
        placeholder={hint}
        value={typed}
        data={offered.map(labelOf)}
        filter={({ options }) => options}
        onChange={(value) => {
          // A completed label arrives here too, before onOptionSubmit takes it.
          if (offered.some((term) => labelOf(term) === value)) return
          type(value)
        }}
        onOptionSubmit={(label) => {
          const term = offered.find((one) => labelOf(one) === label)
          if (!term) return
          empty()
          change({ [term.facet]: term.value, q: '' })
        }}
      />
      <span className={classes.shows}>{shows}</span>
    </search>
  )
}

function isMeant({ facetName, name, value }: Term, typed: string): boolean {
  const all = `${facetName} ${name} ${value}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/[\s:]+/)
    .filter(Boolean)
    .every((word) => all.includes(word))
}
