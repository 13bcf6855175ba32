import path from 'node:path'
import { applyMigrations } from '../../db/migrate'
import { openDb } from '../../db/open'
import { insertDepartment, putEmployeeDepartments } from '../../db/queries/people/departments'
import { upsertSalaryFact } from '../../db/queries/people/salary-facts'
import { createParty, giveRole } from '../../jobs/shared/parties'
import { addMonths, instant, type LocalDate, type Month } from '../../jobs/values/time'
import { testWrite } from '../support/office-db'
import { inEmptyFolder, type Line, seconds, summary } from './measure'
import { ask, until } from './office-client'
import { type Served, serve } from './served'

const PEOPLE = 5_000
const MONTHS = 24
const DEPARTMENTS = 60
const FIRST = '2024-11' as Month
const SAMPLES = 20
const SERIES = '/api/people/charts/series'

type Series = { rebuilding: string[]; trend: { figures: { headcount: number } | null }[] }

/**
 * Opening the charts of 5,000 people × 24 months in 60 departments: the office's answer over HTTP. `first`: nothing is
 * built yet, so that it orders 24 months; `open`: as every day; `change`: right after somebody's dates changed in all of them;
 * `people`: the first page of those behind a month.
 */
export async function charts(runs: number): Promise<Line[]> {
  const took = {
    first: [] as number[],
    open: [] as number[],
    change: [] as number[],
    people: [] as number[],
    built: [] as number[],
  }
  for (let n = 0; n < runs; n++) {
    await inEmptyFolder(async (folder) => {
      fill(path.join(folder, 'daybook.db'))
      const office = await serve(folder)
      try {
        await ask(office, 'GET', '/api/employees?limit=1')
        const begun = seconds()
        took.first.push(await msOf(office, SERIES))
        await rebuilt(office)
        took.built.push((seconds() - begun) * 1000)
        for (let sample = 0; sample < SAMPLES; sample++) took.open.push(await msOf(office, SERIES))
        for (let sample = 0; sample < SAMPLES; sample++) {
          took.people.push(await msOf(office, '/api/people/charts/people?month=2026-10&limit=200'))
        }
        await ask(office, 'PATCH', '/api/employees/7', { termination_date: '2024-01-31' })
        took.change.push(await msOf(office, SERIES))
        await rebuilt(office)
      } finally {
        await office.end()
      }
    })
  }
  const what = `${PEOPLE} × ${MONTHS}, ${DEPARTMENTS} departments`
  return Object.entries(took).map(([name, values]) => summary('charts', `${name}_ms`, values, what))
}

async function msOf(office: Served, at: string): Promise<number> {
  const from = seconds()
  await ask(office, 'GET', at)
  return (seconds() - from) * 1000
}

const rebuilt = (office: Served) =>
  until(office, SERIES, (series: Series) => {
    if (series.rebuilding.length > 0) return null
    if (series.trend.length !== MONTHS || series.trend.some(({ figures }) => (figures?.headcount ?? 0) < PEOPLE - 1)) {
      throw new Error('the charts do not count everybody')
    }
    return true
  })

/** The office before it opens: people, departments, and what files told of them month after month. */
function fill(file: string): void {
  const db = openDb(file)
  applyMigrations(db, instant(Date.now()))
  const write = testWrite(db, { now: instant(Date.now()), actor: 'task:1' })
  const origin = 'import:1'
  db.transaction(() => {
    const departments = Array.from({ length: DEPARTMENTS }, (_, n) =>
      insertDepartment(db, { name: `Team ${n}`, folded: `team ${n}`, origin, created_at: write.now }),
    )
    for (let n = 0; n < PEOPLE; n++) {
      const party = createParty(write, { kind: 'person', name: `Person ${n}`, origin }, { audit: 'by_caller' })
      const hired = { role: 'employee' as const, externalRef: `E${n}`, from: '2020-01-01' as LocalDate, origin }
      giveRole(write, party, hired, { audit: 'by_caller', isNew: true })
      const department = departments[n % DEPARTMENTS] ?? 1
      putEmployeeDepartments(db, [{ party_id: party, department_id: department, origin }])
      for (let month = 0; month < MONTHS; month++) upsertSalaryFact(db, factOf(party, department, month, n, origin))
    }
  })()
  db.close()
}

function factOf(party: number, department: number, month: number, n: number, origin: string) {
  const basic = 150_000 + ((n * 37 + month * 11) % 200_000)
  const untold = { overtime_hours: null, late_minutes: null, advances_open_minor: null, stated_net_minor: null }
  return {
    party_id: party,
    month: addMonths(FIRST, month),
    source: 'excel' as const,
    department_id: department,
    currency: 'EUR',
    basic_minor: basic,
    gross_minor: basic + (n % 900),
    net_minor: Math.round(basic * 0.78),
    overtime_minor: n % 900,
    late_minor: 0,
    tds_minor: Math.round(basic * 0.2),
    advance_minor: 0,
    incentive_minor: 0,
    ...untold,
    present_halves: 40 - (n % 3),
    absent_halves: n % 3,
    batch: 1,
    origin,
    changed_at: 1,
  }
}
