import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useMay } from '../../app/lock/use-session'
import { useAct } from '../../app/office'
import { Said } from '../../components/said'
import { Section } from '../../components/section'
import { PanelTitle, SidePanel } from '../../components/side-panel'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import { roleWords } from '../../words/en/users'
import { PassphraseForm } from './passphrase-form'
import { RoleSelect } from './role-select'
import type { User } from './users'
import classes from './users.module.css'

/** One user: name and role, passphrase, whether they may come in at all. */
export function ChangePanel({ user }: { user: User }) {
  const { users: w } = words
  const isOwner = useMay('owner')
  return (
    <SidePanel label={user.name}>
      <PanelTitle title={user.name} note={roleWords[user.role][0]} closeTo="#/settings/users" />
      {isOwner && (
        <>
          <NameAndRole user={user} />
          <Section inPanel title={w.passphrase}>
            <PassphraseForm userId={user.id} hasPassphrase={user.has_passphrase} />
          </Section>
          <Section inPanel title={w.columns.state}>
            <Enabled user={user} />
          </Section>
        </>
      )}
    </SidePanel>
  )
}

function NameAndRole({ user }: { user: User }) {
  const { users: w } = words
  // Over what stands, so that nobody's change made elsewhere is written back.
  const { typed, set: type, sending, taken } = useFields<Partial<Pick<User, 'name' | 'role'>>>({})
  const { name, role } = { ...user, ...typed }
  const change = useAct('users.change', { done: taken })
  const set = (patch: typeof typed) => {
    change.reset()
    type(patch)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    sending()
    change.mutate({ id: user.id, name, role })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={w.name}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        autoComplete="off"
      />
      <RoleSelect value={role} onChange={(next) => set({ role: next })} />
      <Said error={change.error} done={change.isSuccess && w.saved} />
      <div>
        <Button type="submit" disabled={change.isPending}>
          {w.save}
        </Button>
      </div>
    </form>
  )
}

function Enabled({ user }: { user: User }) {
  const { users: w } = words
  const change = useAct('users.change')
  return (
    <div className={classes.form}>
      <p className={classes.note}>{w.disableNote}</p>
      <Said error={change.error} />
      <div>
        <Button disabled={change.isPending} onClick={() => change.mutate({ id: user.id, disabled: !user.disabled })}>
          {user.disabled ? w.enable : w.disable}
        </Button>
      </div>
    </div>
  )
}
