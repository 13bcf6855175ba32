import { UnstyledButton } from '@mantine/core'
import classes from '../../components/facet-list.module.css'
import { words } from '../../words/en'

export type Filter = { value: string; label: string; rows: number }

/** The results of a check with how many rows each has; a click shows one, another click all again. */
export function FilterList({
  filters,
  chosen,
  onChoose,
}: {
  filters: Filter[]
  chosen: string
  onChoose(value: string): void
}) {
  return (
    <ul className={classes.values}>
      {filters.map(({ value, label, rows }) => (
        <li key={value}>
          <UnstyledButton
            className={classes.value}
            aria-pressed={chosen === value}
            onClick={() => onChoose(chosen === value ? 'all' : value)}
          >
            <span>{label}</span>
            <span className={classes.count}>{words.imports.count(rows)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
