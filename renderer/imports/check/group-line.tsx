// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot have
import { Button } from '@mantine/core'
import { Mark, type MarkName } from '../../components/mark'
import { words } from '../../words/en'
import classes from './check.module.css'
import type { Cause, Group, Outcome } from './layout'
import type { RowStore } from './row-store'

const marks: Record<Outcome, MarkName> = {
  create: 'added',
  update: 'changed',
  unchanged: 'done',
  duplicate: 'skipped',
  skipped: 'skipped',
}

type GroupLineProps = {
  group: Group
  store: RowStore
  top: number
  index: number
  minWidth: string
  /** None where nothing may be mended. */
  onFix?: (cause: Cause) => void
}

/** The heading of a group: how many, what it is, and the one thing that mends it. */
export function GroupLine({ group, store, top, index, minWidth, onFix }: GroupLineProps) {
  const text = words.imports.check
  const { cause, outcome } = group
  const left = group.rows - store.mendedIn(group)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      data-group=""
      style={{ minWidth, transform: `translateY(${top}px)` }}
    >
      <div className={`${classes.number} ${classes.groupCount}`} role="rowheader" tabIndex={-1}>
        {words.imports.count(left)} ×
      </div>
      <div className={classes.groupLine} role="gridcell" tabIndex={-1}>
        {outcome !== null && <Mark state={marks[outcome]} word={text.groups[outcome]} />}
        {cause && left === 0 && <Mark state="done" word={text.mended} />}
        {cause && left > 0 && (
          <Mark state={cause.severity === 'error' ? 'failed' : 'needs'} word={text.of(cause.message, cause.label)} />
        )}
        <span className={classes.fix} title={cause?.fix}>
          {cause?.fix}
        </span>
        {onFix && cause && left > 0 && (
          <Button variant="subtle" tabIndex={-1} onClick={() => onFix(cause)}>
            {text.fix}
          </Button>
        )}
      </div>
    </div>
  )
}
