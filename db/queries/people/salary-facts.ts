import type { Db } from '../../open'
import { statement } from '../../statement'

export type SalaryFactRow = {
  party_id: number
  month: string
  source: 'payroll' | 'excel' | 'form'
  department_id: number | null
  currency: string
  basic_minor: number
  gross_minor: number
  net_minor: number
  overtime_minor: number
  late_minor: number
  tds_minor: number
  advance_minor: number
  incentive_minor: number
  overtime_hours: string | null
  late_minutes: string | null
  advances_open_minor: number | null
  stated_net_minor: number | null
  present_halves: number | null
  absent_halves: number | null
}

const COLUMNS = [
  'party_id',
  'month',
  'source',
  'department_id',
  'currency',
  'basic_minor',
  'gross_minor',
  'net_minor',
  'overtime_minor',
  'late_minor',
  'tds_minor',
  'advance_minor',
  'incentive_minor',
  'overtime_hours',
  'late_minutes',
  'advances_open_minor',
  'stated_net_minor',
  'present_halves',
  'absent_halves',
] as const satisfies (keyof SalaryFactRow)[]

const UPSERT = `
  insert into salary_fact (${COLUMNS.join(', ')}, batch, origin, changed_at)
  values (${COLUMNS.map((column) => `@${column}`).join(', ')}, @batch, @origin, @changed_at)
  on conflict (party_id, month, source) do update set
    ${COLUMNS.slice(3)
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')},
    batch = excluded.batch, origin = excluded.origin, changed_at = excluded.changed_at
  where (${COLUMNS.slice(3).join(', ')}) is not (${COLUMNS.slice(3)
    .map((column) => `excluded.${column}`)
    .join(', ')})`

export type SalaryFactWrite = SalaryFactRow & { batch: number | null; origin: string; changed_at: number }

/** Writes a fact over the one of the same employee, month and source. False where that one said the same already. */
export const upsertSalaryFact = (db: Db, row: SalaryFactWrite): boolean => statement(db, UPSERT).run(row).changes > 0

/** Null: everybody's. */
const OF_PARTIES = '(@parties is null or party_id in (select value from json_each(@parties)))'
const namedParties = (partyIds?: readonly number[]) => ({ parties: partyIds ? JSON.stringify(partyIds) : null })

export const salaryFactsOfSource = (
  db: Db,
  month: string,
  source: string,
  partyIds?: readonly number[],
): SalaryFactRow[] =>
  statement(
    db,
    `select ${COLUMNS.join(', ')} from salary_fact where month = @month and source = @source and ${OF_PARTIES}
      order by party_id`,
  ).all({ month, source, ...namedParties(partyIds) }) as SalaryFactRow[]

/** Of each employee the next month after this one that the source speaks of. */
export const nextMonthsOfSource = (
  db: Db,
  month: string,
  source: string,
  partyIds?: readonly number[],
): { party_id: number; month: string }[] =>
  statement(
    db,
    `select party_id, min(month) as month from salary_fact where source = @source and month > @month and ${OF_PARTIES}
      group by party_id order by party_id`,
  ).all({ month, source, ...namedParties(partyIds) }) as { party_id: number; month: string }[]

/** A fact as the charts count it. `employed` is 1 where the employee's dates reach into the month or are not known. */
export type ChartFactRow = Omit<
  SalaryFactRow,
  'month' | 'overtime_hours' | 'late_minutes' | 'advances_open_minor' | 'stated_net_minor'
> & { employed: number }

const CHART_COLUMNS = `f.party_id, f.source, f.department_id, f.currency, f.basic_minor, f.gross_minor, f.net_minor,
            f.overtime_minor, f.late_minor, f.tds_minor, f.advance_minor, f.incentive_minor,
            f.present_halves, f.absent_halves,
            (r.from_on is null or r.from_on <= ?) and (r.to_on is null or r.to_on >= ?) as employed`

/** A fact with whose it is and where it came from. */
export type ChartPersonRow = ChartFactRow & {
  name: string
  external_ref: string | null
  department: string | null
  origin: string
}

/** All facts of a month by name, as the people behind a chart are listed. */
export const chartPeople = (db: Db, month: string, first: string, last: string): ChartPersonRow[] =>
  statement(
    db,
    `select ${CHART_COLUMNS}, p.name, r.external_ref, d.name as department, f.origin
       from salary_fact f
       join party p on p.id = f.party_id
       left join party_role r on r.party_id = f.party_id and r.role = 'employee'
       left join department d on d.id = f.department_id
      where f.month = ?
      order by p.name collate nocase, f.party_id, f.source`,
  ).all(last, first, month) as ChartPersonRow[]

/** All facts of a month, whatever their source. `first` and `last` are the month's first and last day. */
export const chartFacts = (db: Db, month: string, first: string, last: string): ChartFactRow[] =>
  statement(
    db,
    `select ${CHART_COLUMNS}
       from salary_fact f
       left join party_role r on r.party_id = f.party_id and r.role = 'employee'
      where f.month = ?
      order by f.party_id, f.source`,
  ).all(last, first, month) as ChartFactRow[]

/** Months that anybody has told of, oldest first: from one to the next by the index, not over every fact. */
export const monthsWithFacts = (db: Db): string[] =>
  statement(
    db,
    `with recursive told (month) as (
       select min(month) from salary_fact
       union all
       select (select min(month) from salary_fact where month > told.month) from told where told.month is not null
     )
     select month from told where month is not null`,
  )
    .pluck()
    .all() as string[]

export const countFacts = (db: Db, month: string): number =>
  statement(db, 'select count(*) from salary_fact where month = ?').pluck().get(month) as number
