import { useParams } from '@tanstack/react-router'
import { unsaved } from '../app/leaving/unsaved'
import { useAct, useAsk } from '../app/office'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { type PeriodFields, PeriodForm, typedOf } from './period-form'

const text = words.payRuns.form

/** A period changed until its pay is approved. Once something was computed its days and its kind stay. */
export function EditPeriod() {
  const { id } = useParams({ strict: false }) as { id: string }
  const here = `#/pay-runs/${id}`
  const period = useAsk('payroll.period', { id: Number(id) })
  const save = useAct('payroll.change_period', {
    goTo: () => {
      unsaved.letGo()
      return here
    },
  })
  if (!period.data) {
    return (
      <Page folio="" title={text.editTitle}>
        <RefusedLine error={period.error} />
      </Page>
    )
  }
  const { runs, status, description } = period.data
  const hasRun = runs.length > 0
  const send = ({ start_date, end_date, period_type, ...fields }: PeriodFields) => {
    // A closed period that is not made active stays closed.
    const { status: wanted, ...rest } = fields
    save.mutate({
      id: Number(id),
      ...rest,
      ...(wanted === 'draft' && status === 'closed' ? {} : { status: wanted }),
      ...(hasRun ? {} : { start_date, end_date, period_type }),
    })
  }
  return (
    <PeriodForm
      key={id}
      title={text.editTitle}
      note={description}
      begins={typedOf(period.data)}
      hasRun={hasRun}
      label={text.saveChanges}
      leaveTo={here}
      isSaving={save.isPending}
      error={save.error}
      save={send}
    />
  )
}
