import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import type { Currency } from '../../jobs/values/money'
import { useAct } from '../app/office'
import { RefusedLine } from '../components/refused-line'
import { typedAmount } from '../components/typed-amount'
import { words } from '../words/en'
import type { ReviewItem } from './review-table'
import classes from './review-table.module.css'

const text = words.payRuns.review

/** What is being typed, by employee: it outlives the row, which is not drawn while it is scrolled out of sight. */
export type SalaryDrafts = Map<number, string>

type FixSalaryProps = { item: ReviewItem; run: Output<'payroll.run'>; drafts: SalaryDrafts; recalculate: () => void }

/** The missing salary, typed where it is missed; then the run is computed again, during which another can be typed. */
export function FixSalary({ item, run, drafts, recalculate }: FixSalaryProps) {
  const [typed, setTyped] = useState(drafts.get(item.employee_id) ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const sent = useRef('')
  const change = useAct('people.change_employee', {
    done: () => {
      if (drafts.get(item.employee_id) === sent.current) drafts.delete(item.employee_id)
      recalculate()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const minor = typedAmount(typed, run.currency as Currency)
    if (minor === null || minor < 0) {
      setWrong(text.salaryWrong(typed))
      return
    }
    setWrong(null)
    sent.current = typed
    const { start_date: start } = run.period
    const joined = item.employed_from
    const from = joined !== null && joined > start ? joined : start
    change.mutate({ id: item.employee_id, base_minor: minor, from })
  }
  return (
    <form className={classes.fix} onSubmit={submit}>
      <TextInput
        aria-label={text.salary(item.name, run.currency)}
        placeholder={run.currency}
        inputMode="decimal"
        value={typed}
        error={wrong}
        onChange={({ currentTarget: { value } }) => {
          drafts.set(item.employee_id, value)
          setTyped(value)
        }}
      />
      <Button type="submit" loading={change.isPending} disabled={run.status === 'computing'}>
        {text.saveSalary}
      </Button>
      <RefusedLine error={change.error} />
    </form>
  )
}
