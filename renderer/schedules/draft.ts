import { useEffect, useState } from 'react'
import type { Input, Output } from '../../jobs/api/contract'
import { isSame, typedSince } from '../components/use-fields'
import { argsOf, type TaskArgument, type Typed, typedOf } from '../tasks/arguments'
import { newPolicies, type Policies, policiesGiven, policiesOf } from './policies'
import { givenOf, newRule, type Rule, ruleOf } from './rule'

type Schedule = Output<'schedules.get'>
export type Draft = { name: string; task: string; typed: Typed; zone: string; rule: Rule; policies: Policies }

const draftOf = (schedule: Schedule | undefined, zone: string): Draft =>
  schedule
    ? {
        name: schedule.name,
        task: schedule.task,
        typed: typedOf(schedule.args),
        zone: schedule.zone,
        rule: ruleOf(schedule),
        policies: policiesOf(schedule),
      }
    : { name: '', task: '', typed: {}, zone, rule: newRule, policies: newPolicies }

/** The schedule as it stands in the editor. What arrives from the office meanwhile does not touch what was typed. */
export function useDraft(schedule: Schedule | undefined, zone: string) {
  const [draft, setDraft] = useState(() => draftOf(schedule, zone))
  const [saved, setSaved] = useState(draft)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const fresh = JSON.stringify(draftOf(schedule, zone))
  useEffect(() => {
    if (isChanged || fresh === JSON.stringify(saved)) return
    setDraft(JSON.parse(fresh))
    setSaved(JSON.parse(fresh))
  }, [fresh, isChanged, saved])
  return {
    draft,
    saved,
    isChanged,
    change: (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch })),
    changeRule: (patch: Partial<Rule>) => setDraft((before) => ({ ...before, rule: { ...before.rule, ...patch } })),
    /** What the office has now, of what was sent to it; what was changed since stands over it. */
    keep: (schedule: Schedule, sent: Draft) => {
      const fresh = draftOf(schedule, zone)
      setDraft((now) => ({ ...fresh, ...changedSince(now, sent) }))
      setSaved(fresh)
    },
  }
}

/** With another task, what it is given is another too. */
export const changedSince = (now: Draft, sent: Draft): Partial<Draft> => ({
  ...typedSince(now, sent),
  ...(now.task === sent.task ? {} : { typed: now.typed }),
})

/** Only what was changed: of a schedule that comes with Daybook the rest stays Daybook's. */
export function changesOf(draft: Draft, saved: Draft, known: TaskArgument[]): Omit<Input<'schedules.change'>, 'id'> {
  return {
    ...(draft.name === saved.name ? {} : { name: draft.name }),
    ...(draft.task === saved.task ? {} : { task: draft.task }),
    ...(draft.task === saved.task && isSame(draft.typed, saved.typed) ? {} : { args: argsOf(known, draft.typed) }),
    ...(draft.zone === saved.zone ? {} : { zone: draft.zone }),
    ...(isSame(draft.rule, saved.rule) ? {} : givenOf(draft.rule, draft.zone)),
    ...policiesGiven(draft.policies, saved.policies),
  }
}

export const newOf = (draft: Draft, known: TaskArgument[]): Input<'schedules.create'> => ({
  ...(draft.name.trim() === '' ? {} : { name: draft.name }),
  task: draft.task,
  args: argsOf(known, draft.typed),
  zone: draft.zone,
  ...givenOf(draft.rule, draft.zone),
  ...policiesGiven(draft.policies, newPolicies),
})
