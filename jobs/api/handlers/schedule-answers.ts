import { dryRun, explain, localText, MOST_OF_ONE, readSchedule, restReasonOf } from '../../engine/scheduler'
import { type Instant, instant, toIso, type Zone } from '../../values/time'
import type { Output } from '../contract'
import type { Office } from '../office'
import { instantOf, termsOf } from './schedule-terms'
import { inWords, occurrenceOf } from './schedule-views'

const DAY = 86_400_000
const iso = (at: Instant | null) => (at === null ? null : toIso(at))

/** Why a schedule did or did not run at an instant. */
export function explainSchedule(
  office: Office,
  { id, at: text }: { id: number; at: string },
): Output<'schedules.explain'> {
  const { db, clock } = office
  const row = readSchedule(db, id)
  const at = instantOf('at', text)
  const found = explain(db, row, at, clock.now(), termsOf(db))
  return {
    id: row.id,
    name: row.name,
    at: toIso(at),
    at_local: localText(at, row.zone as Zone),
    verdict: found.verdict,
    because: inWords(found.reason),
    occurrence: found.occurrence && occurrenceOf(db, found.occurrence),
    before: iso(found.before),
    after: iso(found.after),
    office: { state: found.office.state, from: iso(found.office.from), to: iso(found.office.to) },
  }
}

/** What would run in the next days. */
export function dryRunSchedules(office: Office, { days = 7 }: { days?: number }): Output<'schedules.dry_run'> {
  const { db, clock } = office
  const now = clock.now()
  const terms = termsOf(db)
  const { items, collisions, cut, resting } = dryRun(db, now, days, terms)
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
    cut: cut.map(({ id, name }) => ({ schedule_id: id, name, listed: MOST_OF_ONE })),
    resting: resting.flatMap((row) => {
      const because = restReasonOf(row, terms.isModuleOn)
      return because ? [{ schedule_id: row.id, name: row.name, because: inWords(because) }] : []
    }),
  }
}
