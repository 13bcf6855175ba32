import { useAct } from '../app/office'
import { Page } from '../components/page'
import { words } from '../words/en'
import { PeriodForm } from './period-form'

const text = words.payRuns.form

export function NewPeriod() {
  const save = useAct('payroll.create_period', {
    done: ({ id }) => {
      window.location.hash = `#/pay-runs/${id}`
    },
  })
  return (
    <Page folio="" title={text.title}>
      <PeriodForm
        label={text.save}
        leaveTo="#/pay-runs"
        isSaving={save.isPending}
        error={save.error}
        save={(fields) => save.mutate(fields)}
      />
    </Page>
  )
}
