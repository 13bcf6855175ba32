import { unsaved } from '../app/leaving/unsaved'
import { useAct } from '../app/office'
import { words } from '../words/en'
import { PeriodForm } from './period-form'

const text = words.payRuns.form

export function NewPeriod() {
  const save = useAct('payroll.create_period', {
    goTo: ({ id }) => {
      unsaved.letGo()
      return `#/pay-runs/${id}`
    },
  })
  return (
    <PeriodForm
      title={text.title}
      label={text.save}
      leaveTo="#/pay-runs"
      isSaving={save.isPending}
      error={save.error}
      save={(fields) => save.mutate(fields)}
    />
  )
}
