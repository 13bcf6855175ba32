import { Button, PasswordInput, Radio } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import controls from '../../components/controls.module.css'
import { Page } from '../../components/page'
import { Said } from '../../components/said'
import { takeFocus } from '../../components/take-focus'
import { words } from '../../words/en'
import { useAct } from '../office'
import { useOffices } from '../offices/provider'
import classes from './locked.module.css'
import { useSaySession } from './use-session'

type LockedProps = { users: { id: number; name: string }[]; last: number | null }

/** Who, and the passphrase: nothing of the office is on this page. */
export function Locked({ users, last }: LockedProps) {
  const [chosen, choose] = useState<number | null>(null)
  const [passphrase, type] = useState('')
  const { offices, choose: goElsewhere } = useOffices()
  const field = useRef<HTMLInputElement>(null)
  const say = useSaySession()
  const unlock = useAct('session.unlock', { done: say })
  const who = chosen ?? users.find(({ id }) => id === last)?.id ?? users[0]?.id
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (who === undefined) return
    unlock.mutate(
      { user: who, passphrase },
      {
        onError: () => {
          type((now) => (now === passphrase ? '' : now)) // the next try may be under way
          takeFocus(field.current)
        },
      },
    )
  }
  useEffect(() => {
    document.title = words.lock.title
    takeFocus(field.current)
    return () => {
      document.title = 'Daybook'
    }
  }, [])
  return (
    <main className={classes.locked}>
      <Page folio={null} title={words.lock.title} note={words.lock.note}>
        <form className={classes.form} onSubmit={send}>
          <Radio.Group
            classNames={{ label: controls.label ?? '' }}
            label={words.lock.who}
            value={String(who ?? '')}
            onChange={(id) => choose(Number(id))}
          >
            <div className={classes.users}>
              {users.map(({ id, name }) => (
                <Radio key={id} value={String(id)} label={name} />
              ))}
            </div>
          </Radio.Group>
          <PasswordInput
            ref={field}
            label={words.lock.passphrase}
            value={passphrase}
            onChange={(event) => type(event.currentTarget.value)}
            autoComplete="current-password"
          />
          <Said error={unlock.error} />
          <div className={classes.deeds}>
            <Button type="submit" variant="filled" disabled={unlock.isPending}>
              {words.lock.unlock}
            </Button>
            {goElsewhere && offices.length > 1 && <Button onClick={goElsewhere}>{words.offices.another}</Button>}
          </div>
        </form>
      </Page>
    </main>
  )
}
