import { Amount, formatMinor } from '../../components/amount'
import { words } from '../../words/en'
import classes from './figure-pair.module.css'

const text = words.paySheet.said

type FigurePairProps = {
  /** Null: not in the run, or not in the sheet. */
  office: number | null
  sheet: number | null
  difference: number
  note: string
  /** Somebody has to look at it: said as well, since only a colour shows it. */
  isOpen?: boolean
  currency: string
}

/** The office's figure above the sheet's, and what they differ by; one figure where they are the same. */
export function FigurePair({ office, sheet, difference, note, isOpen, currency }: FigurePairProps) {
  if (difference === 0) {
    return (
      <span className={classes.pair}>
        <span className={classes.note}>{note}</span>
        <span className={classes.same}>
          <Said>{text.both}</Said>
          <Amount minor={office ?? sheet ?? 0} currency={currency} />
        </span>
      </span>
    )
  }
  return (
    <span className={classes.pair}>
      <span className={classes.difference}>
        <Said>{isOpen ? text.open + text.difference : text.difference}</Said>
        {difference > 0 ? '+' : ''}
        {formatMinor(difference, currency)}
      </span>
      <span className={classes.office}>
        {office !== null && (
          <>
            <Said>{text.office}</Said>
            <Amount minor={office} currency={currency} />
          </>
        )}
      </span>
      <span className={classes.note}>{note}</span>
      <span className={classes.sheet}>
        {sheet !== null && (
          <>
            <Said>{text.sheet}</Said>
            <Amount minor={sheet} currency={currency} />
          </>
        )}
      </span>
    </span>
  )
}

const Said = ({ children }: { children: string }) => <span className={classes.said}>{children}</span>
