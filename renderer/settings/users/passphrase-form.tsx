import { Button, PasswordInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useSession } from '../../app/lock/use-session'
import { useAct } from '../../app/office'
import { Said } from '../../components/said'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from './users.module.css'

type PassphraseFormProps = { userId: number; hasPassphrase: boolean; done?: () => void }

/** Sets a passphrase; one's own takes the present one besides. */
export function PassphraseForm({ userId, hasPassphrase, done }: PassphraseFormProps) {
  const { users: w } = words
  const isOwn = useSession().data?.user?.id === userId
  const { typed, set: type, sending, taken } = useFields({ current: '', passphrase: '' })
  const { current, passphrase } = typed
  const set = useAct('users.set_passphrase', {
    done: () => {
      taken()
      done?.()
    },
  })
  const needsCurrent = isOwn && hasPassphrase
  const send = (event: FormEvent) => {
    event.preventDefault()
    sending()
    set.mutate({ id: userId, passphrase, ...(needsCurrent && { current }) })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      {needsCurrent && (
        <PasswordInput
          label={w.presentPassphrase}
          value={current}
          onChange={(event) => type({ current: event.currentTarget.value })}
          autoComplete="current-password"
        />
      )}
      <PasswordInput
        label={w.newPassphrase}
        description={w.passphraseHint}
        value={passphrase}
        onChange={(event) => type({ passphrase: event.currentTarget.value })}
        autoComplete="new-password"
      />
      <Said error={set.error} done={set.isSuccess && w.setDone} />
      <div>
        <Button type="submit" disabled={set.isPending}>
          {w.set}
        </Button>
      </div>
    </form>
  )
}
