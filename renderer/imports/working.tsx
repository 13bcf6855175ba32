import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Page } from '../components/page'
import { ProgressLine } from '../components/progress-line'
import { words } from '../words/en'
import { ImportSteps } from './import-steps'
import classes from './imports.module.css'
import { Refusal } from './refusal'

/** While a file is read, written or undone: how far, how long, and the way out. */
export function Working({ one }: { one: Output<'imports.get'> }) {
  const text = words.imports.working
  const cancel = useAct('imports.cancel')
  const task = useAsk('tasks.get', { id: Number(one.task_id) }, { when: one.task_id !== null }).data
  const { current, total, status } = task?.progress ?? { current: 0, total: 0, status: '' }
  const isWriting = one.state === 'applying' || one.state === 'undoing'
  const what = one.state === 'applying' ? text.applying : one.state === 'undoing' ? text.undoing : text.reading
  const elapsed = task?.started_at ? (Date.now() - Date.parse(task.started_at)) / 1000 : 0
  const left = current > 0 && total > current ? Math.ceil((elapsed / current) * (total - current)) : 0
  return (
    <Page
      folio={words.imports.folio(one.import_id)}
      title={one.file_name}
      note={what}
      band={<ImportSteps id={one.import_id} now={isWriting ? 3 : 1} />}
      foot={
        <ActionBar words={what} detail={text.away}>
          <ForRole needed="clerk">
            <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: one.import_id })}>
              {text.cancel}
            </Button>
          </ForRole>
        </ActionBar>
      }
    >
      <Refusal error={cancel.error} />
      <div className={classes.working}>
        {total > 0 ? (
          <ProgressLine done={current} of={total} unit="" left={text.seconds(left)} name={text.name} />
        ) : (
          <p>{status || text.waiting}</p>
        )}
      </div>
    </Page>
  )
}
