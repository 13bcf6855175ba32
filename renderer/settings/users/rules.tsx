import { Button, Checkbox, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useAct, useAsk } from '../../app/office'
import { Said } from '../../components/said'
import { useTypedOver } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from './users.module.css'

/** When the window locks, and whether approving takes two people: for an owner to say. */
export function Rules({ isOwner }: { isOwner: boolean }) {
  const office = useAsk('office.read_setting', { setting: 'office' })
  const payroll = useAsk('office.read_setting', { setting: 'payroll' })
  if (!office.data || !payroll.data) return null
  return (
    <div className={classes.rules}>
      <TwoPeople isOn={payroll.data.two_person_approval === true} isOwner={isOwner} />
      <LockAfter minutes={Number(office.data.lock_after_minutes)} isOwner={isOwner} />
    </div>
  )
}

function TwoPeople({ isOn, isOwner }: { isOn: boolean; isOwner: boolean }) {
  const { users: w } = words
  const save = useAct('office.write_setting')
  return (
    <div>
      <Checkbox
        label={w.twoPeople}
        checked={isOn}
        disabled={!isOwner || save.isPending}
        onChange={(event) => save.mutate({ setting: 'payroll', two_person_approval: event.currentTarget.checked })}
      />
      <p className={classes.note}>{w.twoPeopleNote}</p>
      <Said error={save.error} />
    </div>
  )
}

function LockAfter({ minutes, isOwner }: { minutes: number; isOwner: boolean }) {
  const { users: w } = words
  const { typed: changed, type, sending, taken } = useTypedOver()
  const typed = changed ?? String(minutes)
  const save = useAct('office.write_setting', { done: taken })
  const send = (event: FormEvent) => {
    event.preventDefault()
    // What is no number goes as it was typed: the office says in words what it expects.
    const given = /^\d+$/.test(typed.trim()) ? Number(typed) : typed
    sending()
    save.mutate({ setting: 'office', lock_after_minutes: given })
  }
  return (
    <form onSubmit={send}>
      <TextInput
        className={classes.minutes ?? ''}
        label={w.lockAfter}
        description={w.lockAfterNote}
        inputMode="numeric"
        value={typed}
        disabled={!isOwner}
        onChange={(event) => {
          save.reset()
          type(event.currentTarget.value)
        }}
      />
      <Said error={save.error} done={save.isSuccess && w.saved} />
      {isOwner && typed !== String(minutes) && (
        <Button type="submit" disabled={save.isPending}>
          {w.save}
        </Button>
      )}
    </form>
  )
}
