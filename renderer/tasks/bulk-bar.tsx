import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import type { useAct } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { words } from '../words/en'
import { PutOff } from './put-off'
import type { Chosen } from './use-choice'

const text = words.tasks.bulk
type Bulk = Input<'tasks.bulk'>

type BulkBarProps = {
  chosen: Chosen
  /** What the list is filtered by, as the office is asked. */
  filter: NonNullable<Bulk['filter']>
  /** How many match it; null where nobody counts. */
  total: number | null
  act: ReturnType<typeof useAct<'tasks.bulk'>>
  chooseAll: () => void
  leave: () => void
}

/** What can be done with the tasks that are chosen: how many they are, and each deed as one task of its own. */
export function BulkBar({ chosen, filter, total, act, chooseAll, leave }: BulkBarProps) {
  const [isPuttingOff, putOff] = useState(false)
  const start = (action: Bulk['action'], more: Pick<Bulk, 'seconds' | 'until'> = {}) =>
    act.mutate({ action, ...more, ...(chosen.isAll ? { filter } : { ids: [...chosen.ids].map(Number) }) })
  return (
    <ActionBar words={chosen.isAll ? text.all(total) : text.chosen(chosen.ids.size)} detail={text.detail}>
      {isPuttingOff ? (
        <PutOff isBusy={act.isPending} choose={(later) => start('snooze', later)} leave={() => putOff(false)} />
      ) : (
        <>
          {!chosen.isAll && total !== chosen.ids.size && <Button onClick={chooseAll}>{text.chooseAll(total)}</Button>}
          <Button disabled={act.isPending} onClick={() => putOff(true)}>
            {text.putOff}
          </Button>
          <Button disabled={act.isPending} onClick={() => start('revoke')}>
            {text.takeBack}
          </Button>
          <Button variant="filled" disabled={act.isPending} onClick={() => start(chosen.isAll ? 'redrive' : 'retry')}>
            {text.retry}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {text.leave}
          </Button>
        </>
      )}
    </ActionBar>
  )
}
