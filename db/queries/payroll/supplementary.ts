import type { Db } from '../../open'
import { statement } from '../../statement'
import type { RunRow } from './runs'
import type { SlipLineRow } from './slips'

/** Opens a run beside the regular one; it is computed at once by the task named. */
export function insertSupplementary(
  db: Db,
  run: {
    periodId: number
    kind: Exclude<RunRow['kind'], 'regular'>
    ofRunId: number | null
    ask: string
    currency: string
    origin: string
    now: number
  },
): number {
  const sql = `
    insert into pay_run (period_id, no, kind, status, currency, of_run_id, ask, origin, created_at, changed_at)
    values (@periodId, (select coalesce(max(no), 0) + 1 from pay_run where period_id = @periodId), @kind, 'draft',
            @currency, @ofRunId, @ask, @origin, @now, @now)`
  return Number(statement(db, sql).run(run).lastInsertRowid)
}

/** A run and its approved corrections, the first one first: together they say what was paid. */
export function chainOf(db: Db, rootId: number): number[] {
  const sql = `
    select id from pay_run
    where id = @rootId
       or (of_run_id = @rootId and kind = 'correction' and status in ('approved', 'paid', 'reversed'))
    order by id`
  return statement(db, sql).pluck().all({ rootId }) as number[]
}

/** Drafts that correct or mirror a run. */
export function draftsOn(db: Db, rootId: number): { id: number; no: number; kind: string; ask: string }[] {
  const sql = `
    select id, no, kind, ask from pay_run
    where of_run_id = ? and status in ('draft', 'computing') order by id`
  return statement(db, sql).all(rootId) as ReturnType<typeof draftsOn>
}

/** Supplementary drafts of a kind in the whole office. */
export function draftsOfKind(
  db: Db,
  kind: RunRow['kind'],
): { id: number; no: number; period_id: number; ask: string }[] {
  const sql = `
    select id, no, period_id, ask from pay_run where kind = ? and status in ('draft', 'computing') and ask is not null`
  return statement(db, sql).all(kind) as ReturnType<typeof draftsOfKind>
}

/** The current slip of a person in a chain of runs. */
export function slipInChain(
  db: Db,
  runIds: readonly number[],
  partyId: number,
): { id: number; run_id: number; net_minor: number } | undefined {
  const sql = `
    select id, run_id, net_minor from current_slip
    where party_id = ? and run_id in (select value from json_each(?)) order by id desc limit 1`
  return statement(db, sql).get(partyId, JSON.stringify(runIds)) as ReturnType<typeof slipInChain>
}

/** What identifies the runs whose approval changes what is posted for these periods. */
export function postedRuns(db: Db, periodIds: readonly number[]): string {
  const sql = `
    select r.id, r.kind, r.status, r.version from pay_run r
    where r.status in ('approved', 'paid', 'reversed')
      and (r.period_id in (select value from json_each(@periods))
           or r.id in (select s.run_id from slip_line l join slip s on s.id = l.slip_id
                       where l.for_period_id in (select value from json_each(@periods))))
    order by r.id`
  const rows = statement(db, sql).all({ periods: JSON.stringify(periodIds) }) as Record<string, unknown>[]
  // That a run was paid changes no figure.
  return JSON.stringify(rows.map((row) => [row.id, row.status === 'paid' ? 'approved' : row.status, row.version]))
}

const IN_EFFECT = `r.status in ('approved', 'paid', 'reversed')`

/** Runs that took effect, of the periods that end by a day. That one was paid changes no figure, that it was reversed does. */
export function runsInEffect(db: Db, until: string): unknown[] {
  const sql = `
    select r.id, r.version, r.status = 'reversed' from pay_run r join period p on p.id = r.period_id
    where ${IN_EFFECT} and p.end_on <= ? order by r.id`
  return statement(db, sql).raw().all(until)
}

/** Whether any such run took effect at an instant or after it. */
export function tookEffectSince(db: Db, until: string, at: number): boolean {
  const sql = `
    select exists (select 1 from pay_run r join period p on p.id = r.period_id
                   where ${IN_EFFECT} and p.end_on <= ? and r.approved_at >= ?)`
  return statement(db, sql).pluck().get(until, at) === 1
}

/** First and last id of each so many current slips of some runs. */
export function slipRanges(db: Db, runIds: readonly number[], size: number): { from: number; to: number }[] {
  const sql = `
    select id from current_slip
    where run_id in (select value from json_each(?)) and status = 'ok' order by id`
  const ids = statement(db, sql).pluck().all(JSON.stringify(runIds)) as number[]
  const ranges: { from: number; to: number }[] = []
  for (let at = 0; at < ids.length; at += size) {
    ranges.push({ from: ids[at] ?? 0, to: ids[Math.min(at + size, ids.length) - 1] ?? 0 })
  }
  return ranges
}

/**
 * Stages the mirror of some slips: every amount negated, with the units it was made from where there are any, else what
 * the rate was applied to, so that a line's own sum still holds.
 */
export function stageMirror(db: Db, runId: number, of: readonly number[], range: { from: number; to: number }): void {
  const given = { runId, runs: JSON.stringify(of), ...range }
  statement(
    db,
    `insert into slip (run_id, party_id, state, status, reason, total_days, employed_days, paid_half_days, base_minor,
                       gross_minor, deductions_minor, employer_minor, net_minor, taxable_minor)
     select @runId, party_id, 'staged', 'ok', null, total_days, -employed_days, -paid_half_days, base_minor,
            -gross_minor, -deductions_minor, -employer_minor, -net_minor, -taxable_minor
     from slip
     where id between @from and @to and state = 'current' and status = 'ok'
       and run_id in (select value from json_each(@runs))`,
  ).run(given)
  statement(
    db,
    `insert into slip_line (slip_id, position, code, kind, quantity, rate, base_minor, amount_minor, for_period_id)
     select n.id, l.position, l.code, l.kind,
            case when l.quantity is null then null when l.quantity like '-%' then substr(l.quantity, 2)
                 when cast(l.quantity as real) = 0 then l.quantity else '-' || l.quantity end,
            l.rate, case when l.quantity is null then -l.base_minor else l.base_minor end, -l.amount_minor,
            l.for_period_id
     from slip o
     join slip n on n.run_id = @runId and n.party_id = o.party_id and n.state = 'staged'
     join slip_line l on l.slip_id = o.id
     where o.id between @from and @to and o.state = 'current' and o.status = 'ok'
       and o.run_id in (select value from json_each(@runs))`,
  ).run(given)
}

/** The words and marks of the lines, copied from the runs that are mirrored; the newest word wins. */
export function copyComponents(db: Db, runId: number, of: readonly number[]): void {
  statement(db, 'delete from run_component where run_id = ?').run(runId)
  statement(
    db,
    `insert into run_component (run_id, code, name, kind, taxable, position)
     select @runId, code, name, kind, taxable, position
     from (select *, row_number() over (partition by code order by run_id desc) as place from run_component
           where run_id in (select value from json_each(@runs)))
     where place = 1`,
  ).run({ runId, runs: JSON.stringify(of) })
}

/** Lines that belong to a period other than their run's, of one staged slip. */
export function markForPeriods(db: Db, runId: number, partyId: number, periodIds: readonly (number | null)[]): void {
  const slip = `select id from slip where run_id = ? and party_id = ? and state = 'staged'`
  const id = statement(db, slip).pluck().get(runId, partyId) as number
  const update = statement(db, 'update slip_line set for_period_id = ? where slip_id = ? and position = ?')
  for (const [position, periodId] of periodIds.entries()) update.run(periodId, id, position)
}

export type PostedRow = { party_id: number; code: string; kind: SlipLineRow['kind']; amount_minor: number }

/**
 * What is posted for a period, by person and component: what its own runs say (regular, final, corrections, and the
 * mirrors of those), and what arrears have posted for it elsewhere. Off-cycle pay is apart: no regular run would pay it.
 * Lines are as they were before anything moved a balance (`unmoved` in jobs/payroll/rules/balances.ts).
 */
export function postedFor(db: Db, periodId: number): PostedRow[] {
  const sql = `
    with own as (
      select r.id from pay_run r left join pay_run o on o.id = r.of_run_id
      where r.period_id = @periodId and r.status in ('approved', 'paid', 'reversed')
        and case r.kind when 'reversal' then o.kind else r.kind end in ('regular', 'final', 'correction')
    ),
    lines as (
      select s.party_id, l.code, l.kind, l.amount_minor
      from current_slip s join slip_line l on l.slip_id = s.id
      where s.run_id in (select id from own) and s.status = 'ok' and l.for_period_id is null
      union all
      select s.party_id, e.code, 'deduction',
             case when e.kind in ('carried', 'brought') then e.amount_minor else -e.amount_minor end
      from current_slip s
      join pay_run r on r.id = s.run_id and r.status in ('approved', 'paid')
      join slip_entry e on e.slip_id = s.id
      where s.run_id in (select id from own) and s.status = 'ok'
      union all
      select s.party_id, l.code, l.kind, l.amount_minor
      from slip_line l
      join slip s on s.id = l.slip_id and s.state = 'current' and s.status = 'ok'
      join pay_run r on r.id = s.run_id and r.status in ('approved', 'paid', 'reversed')
      where l.for_period_id = @periodId
    )
    select party_id, code, kind, sum(amount_minor) as amount_minor
    from lines group by party_id, code, kind having sum(amount_minor) <> 0 order by party_id, code`
  return statement(db, sql).all({ periodId }) as PostedRow[]
}

/** The sums of a run's current slips that are right, and how many there are. */
export function slipFigures(db: Db, runId: number) {
  const sql = `
    select count(*) as employees, coalesce(sum(status = 'error'), 0) as errors,
           coalesce(sum(case status when 'ok' then gross_minor end), 0) as gross_minor,
           coalesce(sum(case status when 'ok' then deductions_minor end), 0) as deductions_minor,
           coalesce(sum(case status when 'ok' then employer_minor end), 0) as employer_minor,
           coalesce(sum(case status when 'ok' then net_minor end), 0) as net_minor
    from current_slip where run_id = ?`
  type Figures = Pick<
    RunRow,
    'employees' | 'errors' | 'gross_minor' | 'deductions_minor' | 'employer_minor' | 'net_minor'
  >
  return statement(db, sql).get(runId) as Figures
}

export function setBasis(db: Db, runId: number, basis: string): void {
  statement(db, 'update pay_run set basis = ? where id = ?').run(basis, runId)
}

export function setReversed(db: Db, runIds: readonly number[], now: number): void {
  const sql = `update pay_run set status = 'reversed', changed_at = ? where id in (select value from json_each(?))`
  statement(db, sql).run(now, JSON.stringify(runIds))
}

/** A draft that nobody wanted: its slips go, the row stays with its number. */
export function setDiscarded(db: Db, runId: number, now: number): void {
  const slips = 'select id from slip where run_id = ?'
  statement(db, `delete from slip_line where slip_id in (${slips})`).run(runId)
  statement(db, 'delete from slip where run_id = ?').run(runId)
  const sql = `
    update pay_run
    set status = 'discarded', employees = 0, errors = 0, gross_minor = 0, deductions_minor = 0, employer_minor = 0,
        net_minor = 0, changed_at = ?
    where id = ?`
  statement(db, sql).run(now, runId)
}

/** Voids a slip: another stands for it from now on. */
export function replaceSlip(db: Db, given: { oldSlipId: number; newSlipId: number; paidBeforeMinor: number }): void {
  statement(db, `update slip set state = 'voided' where id = ?`).run(given.oldSlipId)
  const sql = `
    insert into slip_replacement (old_slip_id, new_slip_id, paid_before_minor)
    values (@oldSlipId, @newSlipId, @paidBeforeMinor)`
  statement(db, sql).run(given)
}

/** The slips that an approved correction has voided. */
export function replacedSlips(db: Db, runId: number): number[] {
  const sql = `
    select r.old_slip_id from slip_replacement r join slip s on s.id = r.new_slip_id where s.run_id = ? order by 1`
  return statement(db, sql).pluck().all(runId) as number[]
}

/** What of a slip's net had been paid before it took effect. */
export function paidBefore(db: Db, slipId: number): number {
  const sql = 'select paid_before_minor from slip_replacement where new_slip_id = ?'
  return (statement(db, sql).pluck().get(slipId) as number | undefined) ?? 0
}

/** Approved final pay of a period. */
export function finalRuns(db: Db, periodId: number): number[] {
  const sql = `select id from pay_run where period_id = ? and kind = 'final' and status in ('approved', 'paid') order by id`
  return statement(db, sql).pluck().all(periodId) as number[]
}

/** Who got final pay by an approved run, in which periods that begin by a day. */
export function finallyPaid(db: Db, until: string): Map<number, number[]> {
  const sql = `
    select s.party_id, r.period_id
    from pay_run r
    join period p on p.id = r.period_id
    join current_slip s on s.run_id = r.id
    left join pay_run o on o.id = r.of_run_id
    where r.status in ('approved', 'paid') and s.status = 'ok' and p.start_on <= ?
      and (r.kind = 'final' or (r.kind = 'correction' and o.kind = 'final'))`
  const rows = statement(db, sql).all(until) as { party_id: number; period_id: number }[]
  const paid = new Map<number, number[]>()
  for (const row of rows) paid.set(row.party_id, [...(paid.get(row.party_id) ?? []), row.period_id])
  return paid
}
