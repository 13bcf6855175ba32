import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ForRole } from '../../app/lock/for-role'
import { useAct } from '../../app/office'
import { formatMinor } from '../../components/amount'
import { dayOf } from '../../components/dates'
import { RefusedLine } from '../../components/refused-line'
import { Section } from '../../components/section'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from '../people.module.css'
import { minorOf, type TermsProps } from './terms'

const text = words.payRules.terms
const EMPTY = { day: '', most: '', reason: '' }

/** Pay that is computed and not paid out, and what waits to be deducted. */
export function Held({ employeeId, terms }: TermsProps) {
  const { currency, hold, carried } = terms
  const { typed, set, sending, taken } = useFields(EMPTY)
  const [wrong, setWrong] = useState<string | null>(null)
  const holds = useAct('payroll.hold_pay', { done: taken })
  const releases = useAct('payroll.release_pay', { done: taken })
  const amount = (minor: number) => `${formatMinor(minor, currency)} ${currency}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending()
    if (hold) return releases.mutate({ employee_id: employeeId, on: typed.day })
    const most = typed.most.trim() === '' ? null : minorOf(typed.most, currency)
    const isWrong = typed.most.trim() !== '' && most === null
    setWrong(isWrong ? text.notAmount(typed.most) : null)
    if (!isWrong) {
      holds.mutate({ employee_id: employeeId, from: typed.day, amount_minor: most, reason: typed.reason })
    }
  }
  return (
    <Section title={text.hold}>
      <p className={classes.quiet}>
        {[
          hold ? `${text.held(dayOf(hold.from), hold.reason)}.` : text.notHeld,
          terms.held_minor !== 0 && text.heldSum(amount(terms.held_minor)),
          ...carried.map((one) => `${text.carried}: ${one.code} ${amount(one.amount_minor)}.`),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ForRole needed="manager">
        <form className={classes.terms} onSubmit={submit}>
          <TextInput
            type="date"
            label={hold ? text.releaseOn : text.from}
            required
            withAsterisk={false}
            value={typed.day}
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
          {!hold && (
            <>
              <TextInput
                label={text.most(currency)}
                placeholder={text.mostHint}
                inputMode="decimal"
                value={typed.most}
                error={wrong}
                onChange={(event) => set({ most: event.currentTarget.value })}
              />
              <TextInput
                label={text.reason}
                value={typed.reason}
                onChange={(event) => set({ reason: event.currentTarget.value })}
              />
            </>
          )}
          <Button type="submit" loading={holds.isPending || releases.isPending}>
            {hold ? text.release : text.holdIt}
          </Button>
        </form>
        <RefusedLine error={holds.error ?? releases.error} />
      </ForRole>
    </Section>
  )
}
