import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { yearToDate } from '../../../jobs/payroll/stand'
import type { LocalDate } from '../../../jobs/values/time'
import { openTestDb } from '../../support/office-db'

const PEOPLE = 5_000
const MONTHS = 11
const LINES = 20
/** What one turn of the office may take. */
const TURN_MS = 200

/** Eleven approved months of 5,000 people with twenty lines each: ten taxable earnings, ten deductions of which five are. */
function yearOf(db: Db): void {
  db.exec(`
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${PEOPLE})
    insert into party (id, kind, name, origin, created_at, changed_at)
    select i, 'person', 'Person ' || i, 'user:1', 0, 0 from n`)
  const period = db.prepare(
    `insert into period (id, period_type, start_on, end_on, status, description, automation_enabled, origin, created_at, changed_at)
     values (@id, 'monthly', @start, @end, 'active', '', 0, 'user:1', 0, 0)`,
  )
  const run = db.prepare(
    `insert into pay_run (id, period_id, no, kind, status, version, currency, origin, created_at, changed_at)
     values (@id, @id, 1, 'regular', 'approved', 1, 'EUR', 'user:1', 0, 0)`,
  )
  const component = db.prepare('insert into run_component values (?, ?, ?, ?, ?, ?)')
  const slips = db.prepare(
    `insert into slip (id, run_id, party_id, state, status, total_days, employed_days, paid_half_days, gross_minor,
                       deductions_minor, employer_minor, net_minor, taxable_minor)
     select @run * 10000 + id, @run, id, 'current', 'ok', 30, 30, 60, 10 * 1000 + 45, 10 * 1000 + 145, 0, -100,
            10 * 1000 + 45 - (5 * 1000 + 60) from party`,
  )
  const line = db.prepare(
    `insert into slip_line (slip_id, position, code, kind, amount_minor)
     select slip.id, l.value, 'C' || l.value, case when l.value < 10 then 'earning' else 'deduction' end, 1000 + l.value
     from slip cross join json_each(@positions) l where run_id = @run`,
  )
  const positions = JSON.stringify(Array.from({ length: LINES }, (_, at) => at))
  db.transaction(() => {
    for (let id = 1; id <= MONTHS; id++) {
      const mm = String(id).padStart(2, '0')
      period.run({ id, start: `2026-${mm}-01`, end: `2026-${mm}-28` })
      run.run({ id })
      for (let at = 0; at < LINES; at++) {
        component.run(id, `C${at}`, `C${at}`, at < 10 ? 'earning' : 'deduction', at < 15 ? 1 : 0, at)
      }
      slips.run({ run: id })
      line.run({ run: id, positions })
    }
  })()
}

test('the year to date of 5,000 people is read in far less than a turn of the office', () => {
  const db = openTestDb()
  yearOf(db)
  const december = { id: 12, end_on: '2026-12-31' as LocalDate }
  for (const codes of [['TAXABLE'], ['GROSS'], ['C19'], ['TAXABLE', 'GROSS', 'C19']]) {
    const before = process.threadCpuUsage()
    const rows = yearToDate(db, december, new Set(codes))
    const { user, system } = process.threadCpuUsage(before)
    const tookMs = (user + system) / 1000
    expect(rows).toHaveLength(PEOPLE * codes.length)
    const of = (code: string) => rows.find((row) => row.code === code && row.party_id === PEOPLE)?.amount_minor
    expect(codes.map(of)).toEqual(
      codes.map((code) => MONTHS * ({ TAXABLE: 4985, GROSS: 10_045 }[code] ?? 1000 + Number(code.slice(1)))),
    )
    console.log(`year to date of ${codes}: ${Math.round(tookMs)} ms`)
    expect(tookMs, codes.join()).toBeLessThan(TURN_MS)
  }
})
