import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { ForRole } from '../../app/lock/for-role'
import type { useAct } from '../../app/office'
import { ActionBar } from '../../components/action-bar'
import { words } from '../../words/en'
import { ErrorFiles } from '../receipt'

type ApplyBarProps = {
  one: Output<'imports.get'>
  act: ReturnType<typeof useAct<'imports.apply'>>
  main: RefObject<HTMLButtonElement | null>
}

/** What will go in, in exact numbers, and the button that does it: all rows, or the good ones. */
export function ApplyBar({ one, act, main }: ApplyBarProps) {
  const text = words.imports.check
  const { counts } = one
  const changing = counts.create + counts.update
  const good = changing + counts.unchanged
  const sum =
    counts.error > 0 ? text.foot.some(good, counts.error) : changing === 0 ? text.foot.nothing : text.foot.all(good)
  const detail =
    counts.error > 0 && good === 0
      ? text.foot.errors
      : counts.error > 0
        ? text.foot.comeBack
        : text.foot.detail(counts.create, counts.update)
  const apply = () => act.mutate({ id: one.import_id, rows: counts.error > 0 ? 'good' : 'all' })
  return (
    <ActionBar words={sum} detail={detail}>
      {counts.error > 0 && <ErrorFiles one={one} />}
      <ForRole needed="clerk">
        <Button ref={main} variant="filled" disabled={good === 0 || act.isPending} onClick={apply}>
          {counts.error > 0 ? text.applyGood(good) : text.apply(good)}
        </Button>
      </ForRole>
    </ActionBar>
  )
}
