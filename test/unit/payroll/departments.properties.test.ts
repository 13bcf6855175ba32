import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveComponents } from '../../../jobs/payroll/components'
import { setBasePay } from '../../../jobs/payroll/contracts'
import { setMonthItems } from '../../../jobs/payroll/month-items'
import { departmentNamed, putIntoDepartment } from '../../../jobs/people/departments'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

const minor = (max: number) => fc.integer({ min: 0, max })
/** Null: in no department. */
const department = fc.constantFrom('Sales', 'Stores', 'Office', null)
const person = fc.record({
  base: fc.integer({ min: 200_000, max: 900_000 }),
  department,
  /** Undefined: stays where they are. */
  movesTo: fc.option(fc.constantFrom('Sales', 'Stores', 'Office'), { nil: undefined }),
  items: fc.record({ INCENTIVE: minor(50_000), TDS: minor(20_000), ADVANCE: minor(20_000) }),
  overtime: fc.integer({ min: 0, max: 20 }),
  absent: fc.integer({ min: 0, max: 4 }),
})

const JANUARY = '2024-01' as Month

async function put(office: SupplementaryOffice, partyId: number, name: string): Promise<void> {
  await office.write((w) => putIntoDepartment(w, partyId, departmentNamed(w, name, 'user:1'), 'user:1'))
}

async function charts(office: SupplementaryOffice): Promise<Record<string, number>[]> {
  const { taskId } = await office.engine.enqueue('people.sync_chart_data_batch', { year: 2024, month: 1 })
  expect((await office.engine.finished(taskId)).state).toBe('SUCCESS')
  return office.db.prepare(`select * from chart_agg where month = '2024-01'`).all() as Record<string, number>[]
}

const FIELDS = {
  basic_minor: 'BASE',
  overtime_minor: 'OVERTIME',
  tds_minor: 'TDS',
  advance_minor: 'ADVANCE',
  incentive_minor: 'INCENTIVE',
}

/** What the slips in force say, by component, net and gross; `of`: those whose month counts in a department. */
function slipSums(office: SupplementaryOffice, of?: number | null): Record<string, number> {
  const where = of === undefined ? '' : 'and f.department_id is @of'
  const from = `
    from current_slip s join pay_run r on r.id = s.run_id and r.status in ('approved', 'paid', 'reversed')
    join salary_fact f on f.party_id = s.party_id and f.month = '2024-01' and f.source = 'payroll' ${where}`
  const lines = `select l.code, sum(l.amount_minor) as sum ${from} join slip_line l on l.slip_id = s.id group by l.code`
  const totals = `select coalesce(sum(s.net_minor), 0) as NET, coalesce(sum(s.gross_minor), 0) as GROSS ${from}`
  const given = of === undefined ? [] : [{ of }]
  const rows = office.db.prepare(lines).all(...given) as { code: string; sum: number }[]
  const sums = office.db.prepare(totals).get(...given) as Record<string, number>
  return { ...sums, ...Object.fromEntries(rows.map((row) => [row.code, row.sum])) }
}

/** The departments of the month add up to its total, which is what the run says. */
async function addUp(office: SupplementaryOffice, people: number): Promise<void> {
  const rows = await charts(office)
  const total = rows.find((row) => String(row.level) === 'total')
  const departments = rows.filter((row) => String(row.level) === 'department')
  const all = slipSums(office)
  for (const field of ['headcount', 'gross_minor', 'net_minor', ...Object.keys(FIELDS)]) {
    const sum = departments.reduce((so, row) => so + (row[field] ?? 0), 0)
    expect([field, sum]).toEqual([field, total?.[field]])
  }
  expect(total).toMatchObject({ headcount: people, net_minor: all.NET, gross_minor: all.GROSS })
  for (const [field, code] of Object.entries(FIELDS)) expect([code, total?.[field]]).toEqual([code, all[code] ?? 0])
  const added: Record<string, number> = {}
  for (const row of departments) {
    for (const [code, sum] of Object.entries(slipSums(office, row.department_id ?? null))) {
      added[code] = (added[code] ?? 0) + sum
    }
  }
  expect(added).toEqual(all)
}

const departmentsThen = (office: SupplementaryOffice) =>
  office.db
    .prepare(
      `select party_id, department_id from salary_fact where month = '2024-01' and source = 'payroll' order by 1`,
    )
    .all()

test('departments add up to the run in every component, whoever changes department meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), fc.nat(), async (staff, corrected) => {
      const office = await supplementaryOffice()
      try {
        await office.write((w) =>
          saveComponents(w, [
            made({ code: 'TAX', method: 'percent', rate_ppm: 123_456, base: ['TAXABLE'] }),
            made({ code: 'FUND', kind: 'employer', method: 'percent', rate_ppm: 205_001, base: ['GROSS'], order: 900 }),
          ]),
        )
        const people: number[] = []
        for (const [at, one] of staff.entries()) {
          const partyId = await office.hire(`Person ${at}`, one.base, '2023-01-01')
          people.push(partyId)
          if (one.department !== null) await put(office, partyId, one.department)
          const items = [
            ...Object.entries(one.items).map(([code, amountMinor]) => ({ code, amountMinor })),
            { code: 'OVERTIME', quantity: String(one.overtime), rateMinor: 1333 },
            { code: 'ABSENCE', quantity: String(one.absent) },
          ]
          await office.write((w) =>
            setMonthItems(w, { partyId, month: JANUARY, source: 'typed', items, origin: 'user:1' }),
          )
        }
        const period = await office.month(1)
        await office.process({ period_id: period, force: true })
        // In the middle of the period, between the draft and its approval.
        for (const [at, one] of staff.entries()) if (one.movesTo) await put(office, people[at] ?? 0, one.movesTo)
        const run = office.run(period).id
        await office.approve(run)
        await addUp(office, people.length)

        // A transfer later on moves no month that was paid, whatever is corrected in it.
        const before = departmentsThen(office)
        for (const partyId of people) await put(office, partyId, 'Elsewhere')
        const who = people[corrected % people.length] ?? 0
        await office.write((w) =>
          setBasePay(w, { partyId: who, baseMinor: 950_000, from: '2023-01-01' as LocalDate, origin: 'user:1' }),
        )
        const slip = office.slips(run).find((one) => one.party_id === who)
        await office.approve(await office.draftCorrection(slip?.id ?? 0))
        expect(departmentsThen(office)).toEqual(before)
        await addUp(office, people.length)
      } finally {
        await office.engine.stop(1000)
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)
