import { ActionBar } from '../../components/action-bar'
import { formatMinor } from '../../components/amount'
import { words } from '../../words/en'
import type { Sheet } from './use-sheet'

const text = words.paySheet.foot

/** What is left to look at, what is settled, and what could not be compared. */
export function SheetFoot({ sheet }: { sheet: Sheet }) {
  const { cells, currency } = sheet
  const settled: [number, (n: number) => string][] = [
    [cells.rounding, text.rounding],
    [cells.accepted, text.accepted],
    [cells.follows, text.follows],
    [cells.same, text.same],
  ]
  const open = `${formatMinor(sheet.open_minor, currency)} ${currency}`
  const missing = sheet.not_in_sheet.map((one) => `${one.name} (${formatMinor(one.amount_minor, currency)})`)
  return (
    <ActionBar
      words={sheet.columns.length === 0 ? text.noColumns : cells.open > 0 ? text.open(cells.open, open) : text.none}
      detail={
        <>
          {settled
            .filter(([n]) => n > 0)
            .map(([n, say]) => say(n))
            .join(', ')}
          {missing.length > 0 && <div>{text.noColumn(missing.join(', '))}</div>}
          {sheet.for_nothing.length > 0 && <div>{text.forNothing(sheet.for_nothing)}</div>}
        </>
      }
    >
      {null}
    </ActionBar>
  )
}
