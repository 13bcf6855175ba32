import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../../jobs/values/roles'
import { useAct } from '../../app/office'
import { Said } from '../../components/said'
import { Section } from '../../components/section'
import { PanelTitle, SidePanel } from '../../components/side-panel'
import { takeFocus } from '../../components/take-focus'
import { words } from '../../words/en'
import { PassphraseForm } from './passphrase-form'
import { RoleSelect } from './role-select'
import type { User } from './users'
import classes from './users.module.css'

/** Adds a user. Whoever was alone so far sets their own passphrase first: from here on everybody is asked for one. */
export function AddPanel({ users }: { users: User[] }) {
  const { users: w } = words
  const withoutPassphrase = users.length === 1 ? users.find((user) => !user.has_passphrase) : undefined
  return (
    <SidePanel label={w.add}>
      <PanelTitle title={w.add} closeTo="#/settings/users" />
      {withoutPassphrase ? (
        <Section inPanel title={w.ownFirst}>
          <p className={`${classes.form} ${classes.note}`}>{w.ownFirstNote}</p>
          <PassphraseForm userId={withoutPassphrase.id} hasPassphrase={false} />
        </Section>
      ) : (
        <AddForm />
      )}
    </SidePanel>
  )
}

function AddForm() {
  const { users: w } = words
  const [name, typeName] = useState('')
  const [role, choose] = useState<Role>('clerk')
  const [passphrase, type] = useState('')
  const add = useAct('users.add', { goTo: ({ id }) => `#/settings/users/${id}` })
  const send = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ name, role, passphrase })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={w.name}
        value={name}
        onChange={(event) => typeName(event.currentTarget.value)}
        autoComplete="off"
        ref={takeFocus}
      />
      <RoleSelect value={role} onChange={choose} />
      <PasswordInput
        label={w.passphrase}
        description={w.passphraseHint}
        value={passphrase}
        onChange={(event) => type(event.currentTarget.value)}
        autoComplete="new-password"
      />
      <Said error={add.error} />
      <div>
        <Button type="submit" variant="filled" disabled={add.isPending}>
          {w.addIt}
        </Button>
      </div>
    </form>
  )
}
