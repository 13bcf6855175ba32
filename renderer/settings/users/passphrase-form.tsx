import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSession } from '../../app/lock/use-session'
import { useAct } from '../../app/office'
import { Said } from '../../components/said'
import { words } from '../../words/en'
import classes from './users.module.css'

type PassphraseFormProps = { userId: number; hasPassphrase: boolean; done?: () => void }

/** Sets a passphrase; one's own takes the present one besides. */
export function PassphraseForm({ userId, hasPassphrase, done }: PassphraseFormProps) {
  const { users: w } = words
  const isOwn = useSession().data?.user?.id === userId
  const [current, typeCurrent] = useState('')
  const [passphrase, type] = useState('')
  const set = useAct('users.set_passphrase', {
    done: () => {
      typeCurrent('')
      type('')
      done?.()
    },
  })
  const needsCurrent = isOwn && hasPassphrase
  const send = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ id: userId, passphrase, ...(needsCurrent && { current }) })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      {needsCurrent && (
        <PasswordInput
          label={w.presentPassphrase}
          value={current}
          onChange={(event) => typeCurrent(event.currentTarget.value)}
          autoComplete="current-password"
        />
      )}
      <PasswordInput
        label={w.newPassphrase}
        description={w.passphraseHint}
        value={passphrase}
        onChange={(event) => type(event.currentTarget.value)}
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
