import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { useMay } from '../../app/lock/use-session'
import { useAsk } from '../../app/office'
import { Ledger } from '../../components/ledger'
import { Mark } from '../../components/mark'
import { Page } from '../../components/page'
import { Said } from '../../components/said'
import { Section } from '../../components/section'
import { words } from '../../words/en'
import { roleWords } from '../../words/en/users'
import { AddPanel } from './add-panel'
import { ChangePanel } from './change-panel'
import { RolesPanel } from './roles-panel'
import { Rules } from './rules'
import classes from './users.module.css'

export type User = Output<'users.list'>['items'][number]

export const Users = () => <UsersPage aside={() => <RolesPanel />} />

export const AddUser = () => <UsersPage aside={(users) => <AddPanel users={users} />} />

export function ChangeUser() {
  const { id } = useParams({ strict: false })
  return (
    <UsersPage
      aside={(users) => {
        const user = users.find((one) => String(one.id) === id)
        return user ? <ChangePanel key={user.id} user={user} /> : <RolesPanel />
      }}
    />
  )
}

/** Who may open this office. An owner adds and changes beside the list; a manager sees it. */
function UsersPage({ aside }: { aside: (users: User[]) => ReactNode }) {
  const { users: w } = words
  const list = useAsk('users.list', {})
  const isOwner = useMay('owner')
  const users = list.data?.items ?? []
  return (
    <Page
      folio={w.settings}
      title={w.title}
      note={list.data && w.note(users.length)}
      tools={
        isOwner && (
          <Button component="a" href="#/settings/users/new" variant="filled">
            {w.add}
          </Button>
        )
      }
      aside={list.data ? aside(users) : <RolesPanel />}
    >
      {list.error && (
        <div className={classes.beside}>
          <Said error={list.error} />
        </div>
      )}
      {list.data && <UserRows users={users} isOwner={isOwner} />}
      {list.data && (
        <Section title={w.rules}>
          <Rules isOwner={isOwner} />
        </Section>
      )}
    </Page>
  )
}

function UserRows({ users, isOwner }: { users: User[]; isOwner: boolean }) {
  const { users: w } = words
  const { columns } = w
  return (
    <Ledger>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.passphrase}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td>{user.id}</td>
            <td className={classes.name}>
              {isOwner ? <a href={`#/settings/users/${user.id}`}>{user.name}</a> : user.name}
            </td>
            <td>{roleWords[user.role][0]}</td>
            <td data-quiet>{user.has_passphrase ? w.isSet : w.notSet}</td>
            <td>
              {user.disabled ? <Mark state="paused" word={w.disabled} /> : <Mark state="done" word={w.enabled} />}
            </td>
          </tr>
        ))}
      </tbody>
    </Ledger>
  )
}
