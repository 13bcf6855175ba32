import { TextInput, UnstyledButton } from '@mantine/core'
import { useTyped } from '../../components/use-typed'
import { words } from '../../words/en'
import type { SheetAddress, Show } from './sheet-address'
import classes from './sheet-band.module.css'
import type { Sheet } from './use-sheet'

const text = words.paySheet
const SHOWS: Show[] = ['all', 'open', 'gone', 'accepted', 'run', 'sheet']

/** Who is listed: by a name, by what differs. */
export function SheetBand({ sheet, address: { show, q, change } }: { sheet: Sheet; address: SheetAddress }) {
  const { typed, type } = useTyped(q, (value) => change({ q: value }))
  return (
    <div className={classes.band}>
      <TextInput
        className={classes.filter ?? ''}
        type="search"
        aria-label={text.filter}
        placeholder={text.filter}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <fieldset className={classes.shows} aria-label={text.shows.label}>
        {SHOWS.filter((one) => one === 'all' || one === show || sheet.counts[one] > 0).map((one) => (
          <UnstyledButton
            key={one}
            className={classes.show}
            aria-pressed={one === show}
            onClick={() => change({ show: one === 'all' ? '' : one })}
          >
            {text.shows.names[one]} <span className={classes.count}>{sheet.counts[one]}</span>
          </UnstyledButton>
        ))}
      </fieldset>
    </div>
  )
}
