import { UnstyledButton } from '@mantine/core'
import { SearchField } from '../../components/search-field'
import { words } from '../../words/en'
import type { SheetAddress, Show } from './sheet-address'
import classes from './sheet-band.module.css'
import type { Sheet } from './use-sheet'

const text = words.paySheet
const SHOWS: Show[] = ['all', 'open', 'gone', 'accepted', 'run', 'sheet']

/** Who is listed: by a name, by what differs. */
export function SheetBand({ sheet, address: { show, q, change } }: { sheet: Sheet; address: SheetAddress }) {
  return (
    <div className={classes.band}>
      <SearchField className={classes.filter} label={text.filter} text={q} say={(value) => change({ q: value })} />
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
