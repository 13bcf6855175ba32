import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct, useClient } from '../app/office'
import { ReasonLine, Refusal } from '../components/refusal'
import { saveBytes } from '../components/save-file'
import { words } from '../words/en'
import type { MailState } from './marks'

const text = words.outbox.page

/** What can be done about a mail now. To send one again is asked for twice: it says first what that may mean. */
export function useMailTools(id: number, mail: Output<'outbox.get'> | undefined) {
  const client = useClient()
  const [asked, ask] = useState<string | null>(null)
  const hold = useAct('outbox.hold')
  const release = useAct('outbox.release')
  const cancel = useAct('outbox.cancel')
  const resend = useAct('outbox.resend', { done: () => ask(null) })
  if (!mail) return { tools: null, notice: null }
  const { state } = mail
  // The question is about what became of it now: it does not come up by itself when that fails another time.
  const now = `${state} ${mail.attempts}`
  const goesByItself = state === 'queued' || (state === 'held' && mail.not_before !== null)
  // One that was given up after it had been tried is not one that never went.
  const about = state === 'cancelled' && mail.attempts > 0 ? 'settled' : state
  const isOneOf = (...states: MailState[]) => states.includes(state)
  const tools = (
    <>
      {isOneOf('held') && <Button onClick={() => release.mutate({ id })}>{text.release}</Button>}
      {goesByItself && <Button onClick={() => hold.mutate({ id })}>{text.hold}</Button>}
      {isOneOf('failed', 'unknown', 'cancelled') && <Button onClick={() => ask(now)}>{text.resend}</Button>}
      {isOneOf('queued', 'held') && <Button onClick={() => cancel.mutate({ id })}>{text.cancel}</Button>}
      {isOneOf('failed', 'unknown') && <Button onClick={() => cancel.mutate({ id })}>{text.settle}</Button>}
      <ForRole needed="manager">
        {client.transport === 'HTTP' ? (
          <Button component="a" href={`/api/outbox/${id}/message.eml`} download>
            {text.download}
          </Button>
        ) : (
          <Button onClick={() => void client.call('outbox.eml', { id }).then(saveBytes)}>{text.download}</Button>
        )}
      </ForRole>
    </>
  )
  const notice = (
    <>
      <Refusal error={hold.error ?? release.error ?? cancel.error ?? resend.error} />
      {asked === now && isOneOf('failed', 'unknown', 'cancelled') && (
        <ReasonLine
          isCalm
          reason={{ code: '', message: text.resendWhat[about] ?? '', fix: text.resendHow[about] ?? '' }}
        >
          <Button variant="filled" loading={resend.isPending} onClick={() => resend.mutate({ id })}>
            {text.resendNow}
          </Button>
          <Button onClick={() => ask(null)}>{text.leave}</Button>
        </ReasonLine>
      )}
    </>
  )
  return { tools, notice }
}
