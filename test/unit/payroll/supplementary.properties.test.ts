import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { setBasePay } from '../../../jobs/payroll'
import { saveComponents } from '../../../jobs/payroll/components'
import { setEmployment } from '../../../jobs/payroll/contracts'
import { setMonthItems } from '../../../jobs/payroll/month-items'
import { type ComponentAmount, differencesOf, sumsOf } from '../../../jobs/payroll/rules/arrears'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { copyOfDb } from '../../support/office-db'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

const kind = fc.constantFrom('earning', 'deduction', 'employer', 'information')
const amounts = fc.array(
  fc.record({ code: fc.constantFrom('BASE', 'TAX', 'MEALS'), kind, amountMinor: fc.integer({ min: -9e8, max: 9e8 }) }),
  { maxLength: 8 },
) as fc.Arbitrary<ComponentAmount[]>
const bySide = (lines: readonly ComponentAmount[]) => {
  const sums = new Map<string, number>()
  for (const { code, kind: of, amountMinor } of lines) {
    const key = `${of} ${code}`
    sums.set(key, (sums.get(key) ?? 0) + amountMinor)
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort())
}

test('posted and differences together are the fresh computation, and a second look finds nothing', () => {
  fc.assert(
    fc.property(amounts, amounts, (fresh, posted) => {
      const differences = differencesOf(fresh, posted)
      expect(bySide([...posted, ...differences])).toEqual(bySide(fresh))
      expect(differencesOf(fresh, [...posted, ...differences])).toEqual([])
      const [is, was, due] = [fresh, posted, differences].map(sumsOf)
      expect((was?.netMinor ?? 0) + (due?.netMinor ?? 0)).toBe(is?.netMinor)
    }),
  )
})

/** What happens to one of three people after January was paid. Absence stays within the days of employment: beyond, a slip is refused. */
const change = fc.oneof(
  fc.record({ what: fc.constant('pay' as const), who: fc.nat(2), minor: fc.integer({ min: 0, max: 500_000 }) }),
  fc.record({ what: fc.constant('from' as const), who: fc.nat(2), day: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ what: fc.constant('item' as const), who: fc.nat(2), minor: fc.integer({ min: -20_000, max: 90_000 }) }),
  fc.record({ what: fc.constant('absence' as const), who: fc.nat(2), days: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ what: fc.constant('tax' as const), ppm: fc.integer({ min: 0, max: 400_000 }) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

async function apply(office: SupplementaryOffice, people: number[], one: Change): Promise<void> {
  if (one.what === 'tax') {
    await office.write((w) => saveComponents(w, components(one.ppm)))
    return
  }
  const partyId = people[one.who] ?? 0
  const origin = 'user:1'
  await office.write((w) => {
    if (one.what === 'pay') setBasePay(w, { partyId, baseMinor: one.minor, from: '2023-01-01' as LocalDate, origin })
    else if (one.what === 'from') {
      const from = `2024-01-${String(one.day).padStart(2, '0')}` as LocalDate
      setEmployment(w, { partyId, from, to: null, origin })
    } else {
      const items =
        one.what === 'item'
          ? [{ code: 'INCENTIVE', amountMinor: one.minor }]
          : [{ code: 'ABSENCE', quantity: String(one.days) }]
      setMonthItems(w, { partyId, month: '2024-01' as Month, source: one.what, items, origin })
    }
  })
}

const components = (ppm: number) => [
  made({ code: 'TAX', method: 'percent', rate_ppm: ppm, base: ['TAXABLE'] }),
  made({ code: 'FUND', kind: 'employer', method: 'percent', rate_ppm: 205_000, base: ['GROSS'], order: 900 }),
]

type January = { people: number[]; period: number; run: number }
let begun: ({ db: Db } & January) | null = null

/** January paid to three people: made once, and every office goes on from a copy of it. */
async function january(): Promise<{ office: SupplementaryOffice } & January> {
  begun ??= await paysJanuary()
  const { db, ...rest } = begun
  const copy = copyOfDb(db)
  // Looked at are figures, and not what a power cut leaves of them: most of the time went on waiting for the disk.
  copy.pragma('synchronous = OFF')
  return { office: await supplementaryOffice(undefined, copy), ...rest }
}

async function paysJanuary(): Promise<{ db: Db } & January> {
  const office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, components(100_000)))
  const people: number[] = []
  for (const name of ['Ana', 'Ben', 'Eva']) people.push(await office.hire(name, 310_000, '2023-01-01'))
  const period = await office.month(1)
  const run = await office.runPeriod(period)
  await office.engine.stop(1000)
  return { db: office.db, people, period, run }
}

/** Every slip's sums are those of its lines, the taxable one by the marks of its run. */
function sumsHold(office: SupplementaryOffice): void {
  const wrong = office.db
    .prepare(
      `select s.id from slip s left join slip_line l on l.slip_id = s.id
       where s.state = 'current' and s.status = 'ok' group by s.id
       having coalesce(sum(case l.kind when 'earning' then l.amount_minor end), 0) <> s.gross_minor
           or coalesce(sum(case l.kind when 'deduction' then l.amount_minor end), 0) <> s.deductions_minor
           or coalesce(sum(case l.kind when 'employer' then l.amount_minor end), 0) <> s.employer_minor
           or s.gross_minor - s.deductions_minor <> s.net_minor`,
    )
    .all()
  expect(wrong).toEqual([])
  const taxable = office.db
    .prepare(
      `select s.id, s.taxable_minor, coalesce(sum(case when c.taxable = 0 then 0 when l.kind = 'earning' then l.amount_minor
              when l.kind = 'deduction' then -l.amount_minor end), 0) as told
       from slip s left join slip_line l on l.slip_id = s.id
       left join run_component c on c.run_id = s.run_id and c.code = l.code
       where s.state = 'current' and s.status = 'ok' group by s.id having told <> s.taxable_minor`,
    )
    .all()
  expect(taxable).toEqual([])
}

test('corrections and arrears together give what a fresh run with today’s facts gives; all of it reversed is nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.nat(2),
      async (first, later, corrected) => {
        const { office, people, period, run } = await january()
        try {
          for (const one of first) await apply(office, people, one)
          const slip = office.slips(run).find((one) => one.party_id === people[corrected])
          const correction = await office.draftCorrection(slip?.id ?? 0)
          // A correction that takes the net below zero is blocked, as a regular slip is; arrears then carry all of it.
          const isBlocked = office.slips(correction).some((one) => one.status === 'error')
          if (isBlocked) await office.discard(correction)
          else await office.approve(correction)
          for (const one of later) await apply(office, people, one)
          const march = await office.month(3)
          const arrears = await office.draftArrears(march, [period])
          if (office.slips(arrears).length > 0) await office.approve(arrears)
          const posted = people.map((id) => office.posted(id))
          sumsHold(office)

          const fresh = await january()
          for (const one of [...first, ...later]) await apply(fresh.office, fresh.people, one)
          await fresh.office.approve(await fresh.office.draftReversal(fresh.run))
          await fresh.office.process({ period_id: fresh.period, force: true })
          const again = fresh.office.run(fresh.period)
          const freshly = fresh.people.map((id) => linesOf(fresh.office, again.id, id))
          await fresh.office.engine.stop(1000)
          expect(posted).toEqual(freshly)

          if (office.slips(arrears).length > 0) await office.approve(await office.draftReversal(arrears))
          await office.approve(await office.draftReversal(run))
          expect(office.posted()).toEqual({})
          sumsHold(office)
        } finally {
          await office.engine.stop(1000)
        }
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

function linesOf(office: SupplementaryOffice, runId: number, partyId: number): Record<string, number> {
  const slip = office.slips(runId).find((one) => one.party_id === partyId)
  const lines = office.lines(runId).filter((line) => line.slip_id === slip?.id && line.amount_minor !== 0)
  return Object.fromEntries(lines.map((line) => [line.code, line.amount_minor] as const).sort())
}

test('computing a supplementary draft again changes nothing', async () => {
  const { office, people, period } = await january()
  const [ana = 0] = people
  await apply(office, people, { what: 'pay', who: 0, minor: 333_333 })
  const march = await office.month(3)
  const bonus = { partyId: ana, code: 'INCENTIVE', amountMinor: 50_000, quantity: null, rateMinor: null }
  const drafts = [
    await office.draftArrears(march, [period]),
    await office.draftOffCycle(march, { items: [bonus], codes: ['TAX'], reason: '' }),
    await office.draftReversal(office.run(period).id),
  ]
  for (const id of drafts) {
    const before = [office.runById(id).version, office.slips(id), office.lines(id)]
    await office.recompute(id)
    expect([office.runById(id).version, office.slips(id), office.lines(id)]).toEqual(before)
  }
  await office.engine.stop(1000)
})
