import { Button } from '@mantine/core'
import { type RefObject, useEffect, useRef } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import classes from './check.module.css'

export type Fix = Output<'imports.cause_fixes'>['items'][number]

type FixListProps = {
  fixes: Fix[]
  isBusy: boolean
  /** The panel has had the focus since it was opened: from then on it is taken from nothing else. */
  hadFocus: RefObject<boolean>
  onFix(fix: Fix): void
}

/** What one click does to all rows of a cause: how many, and what becomes of their values. */
export function FixList({ fixes, isBusy, hadFocus, onFix }: FixListProps) {
  const text = words.imports.fix
  const first = useRef<HTMLButtonElement>(null)
  const names = fixes.map(({ fix }) => fix).join(' ')
  // Opened by keyboard, the panel is where the hand goes on; a hand that is back in the grid by then stays there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list of fixes
  useEffect(() => {
    const now = document.activeElement
    const isFree = hadFocus.current ? now === document.body : !(now instanceof HTMLInputElement)
    hadFocus.current = true
    if (isFree && first.current?.closest('aside')?.contains(now) === false) first.current.focus()
  }, [names])
  return (
    <ul className={classes.fixes}>
      {fixes.map((one, index) => (
        <li key={one.fix}>
          <Button
            ref={index === 0 ? first : undefined}
            disabled={isBusy}
            onClick={() => onFix(one)}
            aria-describedby={`fix-${one.fix}`}
          >
            {text.titles[one.fix]}
          </Button>
          <div id={`fix-${one.fix}`} className={classes.fixWhat}>
            <span>{text.rows(one.rows, one.more && one.fix !== 'create')}</span>
            {one.fix === 'create' && <span>{text.makes(one.examples.length, one.more)}</span>}
            {one.fix === 'create' && <NewNames names={one.examples} />}
            {(one.fix === 'create' ? [] : one.examples).map(({ before, after, rows }) => (
              <span key={before} className={classes.example}>
                <s className={classes.before}>{before || words.imports.replace.empty}</s>
                <span className={classes.becomes}>
                  <Icon name="arrow" />
                </span>
                <span className={classes.now}>{after || words.imports.replace.empty}</span>
                {rows > 1 && <span className={classes.times}>{text.times(rows)}</span>}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What would be made, by its name. */
const NewNames = ({ names }: { names: Fix['examples'] }) => (
  <>
    {names.map(({ before, rows }) => (
      <span key={before} className={classes.example}>
        <span className={classes.now}>{before}</span>
        {rows > 1 && <span className={classes.times}>{words.imports.fix.times(rows)}</span>}
      </span>
    ))}
  </>
)
