import type { Db } from '../../../db/open'
import { type DryRun, localText, restReasonOf } from '../../engine/scheduler'
import type { DryRunQuestion, ExplainAnswer, ExplainQuestion, OfficeTerms } from '../../engine/scheduler/questions'
import { readSetting } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { type Instant, instant, toIso, type Zone } from '../../values/time'
import type { Output } from '../contract'
import type { Office } from '../office'
import { instantOf } from './schedule-terms'
import { inWords, occurrenceView } from './schedule-views'

const DAY = 86_400_000
const iso = (at: Instant | null) => (at === null ? null : toIso(at))

const officeTerms = (db: Db): OfficeTerms => ({
  modules: readSetting(db, 'modules'),
  workdays: readSetting(db, 'office').workdays,
})

/** Why a schedule did or did not run at an instant. */
export async function explainSchedule(
  { db, clock, engine }: Office,
  { id, at: text }: { id: number; at: string },
): Promise<Output<'schedules.explain'>> {
  const at = instantOf('at', text)
  const question: ExplainQuestion = { id, at, now: clock.now(), ...officeTerms(db) }
  const answer = await engine.reader.ask<ExplainAnswer | null>('schedules.explain', question)
  if (!answer) throw new Problem('schedule.not_found', { id }, { kind: 'not_found' })
  const { found, name, zone, taskState } = answer
  return {
    id,
    name,
    at: toIso(at),
    at_local: localText(at, zone),
    verdict: found.verdict,
    because: inWords(found.reason),
    occurrence: found.occurrence && occurrenceView(found.occurrence, taskState),
    before: iso(found.before),
    after: iso(found.after),
    office: { state: found.office.state, from: iso(found.office.from), to: iso(found.office.to) },
  }
}

/** What would run in the next days. */
export async function dryRunSchedules(
  { db, clock, engine }: Office,
  { days = 7 }: { days?: number },
): Promise<Output<'schedules.dry_run'>> {
  const now = clock.now()
  const question: DryRunQuestion = { now, days, ...officeTerms(db) }
  const { items, collisions, cut, resting } = await engine.reader.ask<DryRun>('schedules.dry_run', question)
  return {
    from: toIso(now),
    to: toIso(instant(now + days * DAY)),
    items: items.map(({ row, due, startsAt, movedFrom }) => ({
      due_at: toIso(due),
      due_local: localText(due, row.zone as Zone),
      starts_at: toIso(startsAt),
      schedule_id: row.id,
      name: row.name,
      task: row.task,
      moved_from: movedFrom,
    })),
    collisions: collisions.map(({ due, names }) => ({ due_at: toIso(due), names })),
    cut: cut.map(({ row, listed }) => ({ schedule_id: row.id, name: row.name, listed })),
    resting: resting.flatMap((row) => {
      const because = restReasonOf(row, (name) => question.modules[name] === true)
      return because ? [{ schedule_id: row.id, name: row.name, because: inWords(because) }] : []
    }),
  }
}
