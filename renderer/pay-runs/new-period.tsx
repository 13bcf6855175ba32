import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { NEW_PARTS } from '../../jobs/values/automation-rule'
import { lastOfType, likelyDates } from '../../jobs/values/pay-period'
import { dateIn, instant, type LocalDate, type Zone } from '../../jobs/values/time'
import { unsaved } from '../app/leaving/unsaved'
import { useAct, useAsk } from '../app/office'
import { spanOf } from '../components/dates'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { PeriodForm, type Type, type Typed, typedOf } from './period-form'

const text = words.payRuns.form
type Period = Output<'payroll.periods'>['items'][number]
type Known = { periods: Period[]; today: LocalDate }

/** A new period begins as the one that follows the last. */
export function NewPeriod() {
  const asked = useAsk('payroll.periods', {})
  const about = useAsk('system.about', {})
  // Once the form is there it stays as it began, whatever is told later; what is held from before is not begun from.
  const [known, setKnown] = useState<Known | null>(null)
  if (!known && asked.data && about.data && !asked.isFetching && !about.isFetching) {
    const since = Date.now() - about.dataUpdatedAt
    const now = instant(Date.parse(about.data.now) + since)
    setKnown({ periods: asked.data.items, today: dateIn(now, about.data.zone as Zone) })
  }
  const save = useAct('payroll.create_period', {
    goTo: ({ id }) => {
      unsaved.letGo()
      return `#/pay-runs/${id}`
    },
  })
  if (!known) {
    return (
      <Page folio="" title={text.title}>
        <RefusedLine error={asked.error ?? about.error} />
      </Page>
    )
  }
  const propose = (type: Type) => proposed(known, type)
  return (
    <PeriodForm
      title={text.title}
      label={text.save}
      leaveTo="#/pay-runs"
      begins={propose(usualType(known.periods))}
      propose={propose}
      isSaving={save.isPending}
      error={save.error}
      save={(fields) => save.mutate(fields)}
    />
  )
}

/** How people are mostly paid here: the type of the newest period; one of days of its own says nothing of the next. */
const usualType = (periods: Period[]): Type =>
  periods.find(({ period_type }) => period_type !== 'custom')?.period_type ?? 'monthly'

function proposed({ periods, today }: Known, type: Type): Typed {
  const last = lastOfType(periods, type)
  const days = last && { start: last.start_date as LocalDate, end: last.end_date as LocalDate }
  const next = likelyDates(days ?? null, type, today)
  const began = { first: next?.start ?? '', last: next?.end ?? '', type, name: '', active: true }
  // A rule that names a day was that period's alone.
  if (!last || last.automation_rule?.run_on_date !== undefined) return { ...began, automated: false, rule: NEW_PARTS }
  const { automated, rule, name } = typedOf(last)
  const span = spanOf(last.start_date, last.end_date)
  const isNamedByDates = next && name !== span && name.includes(span)
  return { ...began, automated, rule, name: isNamedByDates ? name.replace(span, spanOf(next.start, next.end)) : '' }
}
