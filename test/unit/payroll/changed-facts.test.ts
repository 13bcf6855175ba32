import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Write } from '../../../jobs/engine/write'
import { type MonthItem, setBasePay, setMonthItems } from '../../../jobs/payroll'
import { needRun } from '../../../jobs/payroll/approve'
import { saveComponents } from '../../../jobs/payroll/components'
import { deleteRateVersion, saveRateVersion } from '../../../jobs/payroll/rate-tables'
import { staleReason } from '../../../jobs/payroll/supplementary/take-effect'
import { addLeave, holdPay } from '../../../jobs/payroll/terms'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const TAX = made({ code: 'TAX', method: 'percent', rate_ppm: 100_000, base: ['GROSS'] })

async function opens(components = [TAX]) {
  office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, components))
}
const compute = (periodId: number) => office.process({ period_id: periodId, force: true })
const draftOf = async (periodId: number) => {
  await compute(periodId)
  return office.run(periodId)
}
const isStale = (periodId: number) => staleReason(office.db, office.run(periodId))?.code
const base = (partyId: number, baseMinor: number) => (w: Write) =>
  setBasePay(w, { partyId, baseMinor, from: '2024-01-01' as LocalDate, origin: 'user:1' })
const items = (partyId: number, list: MonthItem[]) => (w: Write) =>
  setMonthItems(w, { partyId, month: '2024-01' as Month, source: 'typed', items: list, origin: 'user:1' })

describe('a regular draft', () => {
  it('is refused once anything it was computed from was changed, and holds when that was taken back', async () => {
    await opens()
    const ana = await office.hire('Ana', 250_000)
    await office.hire('Ben', 200_000)
    const january = await office.month(1)
    const draft = await draftOf(january)
    const changes: [string, (w: Write) => unknown, (w: Write) => unknown][] = [
      ['a salary', base(ana, 300_000), base(ana, 250_000)],
      ['an item', items(ana, [{ code: 'OVERTIME', amountMinor: 5_000 }]), items(ana, [])],
      ['a rule', (w) => saveComponents(w, []), (w) => saveComponents(w, [TAX])],
    ]
    for (const [what, change, back] of changes) {
      await office.write(change)
      expect([what, isStale(january)]).toEqual([what, 'payroll.run_facts_changed'])
      await expect(office.approve(draft.id)).rejects.toMatchObject({ code: 'payroll.run_facts_changed' })
      await office.write(back)
      expect([what, isStale(january)]).toEqual([what, undefined])
    }
    await office.write((w) =>
      addLeave(w, { partyId: ana, kind: 'unpaid', from: '2024-01-08', to: '2024-01-09', halfDay: false, note: '' }),
    )
    expect(isStale(january)).toBe('payroll.run_facts_changed')
    await compute(january)
    expect(isStale(january)).toBeUndefined()
    await office.approve(draft.id)
    expect(office.posted(ana).BASE).toBe(Math.floor((250_000 * 29 * 2 + 31) / 62))
  })

  it('is refused, and its page still opens, where it could not be computed any more', async () => {
    const rate = (from: string) => ({ code: 'LEVY_RATE', name: '', kind: 'rate' as const, from, source: '' })
    const saveRate = (from: string) => (w: Write) =>
      saveRateVersion(w, { ...rate(from), ratePpm: 10_000, bands: null, amountMinor: null }, 'user:1')
    await opens([])
    await office.write(saveRate('2024-01-01'))
    await office.write(saveRate('2024-06-01'))
    await office.write((w) =>
      saveComponents(w, [made({ code: 'LEVY', method: 'percent', base: ['GROSS'], rate_table: 'LEVY_RATE' })]),
    )
    await office.hire('Ana', 250_000)
    const january = await office.month(1)
    const draft = await draftOf(january)
    await office.write((w) => deleteRateVersion(w, 'LEVY_RATE', '2024-01-01'))
    expect(isStale(january)).toBe('payroll.run_facts_changed')
    await expect(office.approve(draft.id)).rejects.toMatchObject({ code: 'payroll.run_facts_changed' })
    await office.write(saveRate('2024-01-01'))
    await office.approve(draft.id)
  })
})

const CHANGED = 'payroll.draft_facts_changed'
const reasonOf = (runId: number) => staleReason(office.db, needRun(office.db, runId))?.code
const slipOf = (runId: number, partyId: number) =>
  office.slips(runId).find((slip) => slip.party_id === partyId)?.id ?? 0

/** January is paid to Ana, who leaves in February, and to Ben. */
async function januaryPaid() {
  await opens()
  const ana = await office.hire('Ana', 250_000, '2020-01-01', '2024-02-20')
  const ben = await office.hire('Ben', 200_000)
  const january = await office.month(1)
  const paid = await office.runPeriod(january)
  const february = await office.month(2)
  return { ana, ben, january, paid, february }
}
type Paid = Awaited<ReturnType<typeof januaryPaid>>

const drafts: [kind: string, draft: (of: Paid) => Promise<number>][] = [
  ['final pay', ({ ana }) => office.draftFinalPay(ana)],
  [
    'off-cycle pay',
    ({ ana, february }) =>
      office.draftOffCycle(february, {
        items: [{ partyId: ana, code: 'INCENTIVE', amountMinor: 100_000, quantity: null, rateMinor: null }],
        codes: ['TAX'],
        reason: 'Bonus',
      }),
  ],
  ['arrears', ({ ana, january, february }) => office.draftArrears(february, [january], [ana])],
  ['a correction', ({ ana, paid }) => office.draftCorrection(slipOf(paid, ana))],
]

describe('a draft beside the regular run', () => {
  it.each(drafts)('as %s is refused once its own people or rules changed, and nobody else’s', async (_, make) => {
    const paid = await januaryPaid()
    const { ana, ben } = paid
    await office.write(base(ana, 260_000))
    const draft = await make(paid)
    expect(reasonOf(draft)).toBeUndefined()
    await office.write(base(ben, 210_000))
    await office.write(items(ben, [{ code: 'OVERTIME', amountMinor: 5_000 }]))
    expect(reasonOf(draft)).toBeUndefined()
    const changes: [string, (w: Write) => unknown, (w: Write) => unknown][] = [
      ['a salary', base(ana, 300_000), base(ana, 260_000)],
      ['a rule', (w) => saveComponents(w, [{ ...TAX, rate_ppm: 120_000 }]), (w) => saveComponents(w, [TAX])],
    ]
    for (const [what, change, back] of changes) {
      await office.write(change)
      expect([what, reasonOf(draft)]).toEqual([what, CHANGED])
      await expect(office.approve(draft)).rejects.toMatchObject({ code: CHANGED })
      await office.write(back)
      expect([what, reasonOf(draft)]).toEqual([what, undefined])
    }
    await office.write(base(ana, 300_000))
    await office.recompute(draft)
    expect(reasonOf(draft)).toBeUndefined()
    await office.approve(draft)
  })

  it('is refused for an item, leave and held pay that it takes up, and can be discarded', async () => {
    const of = await januaryPaid()
    const { ana, february } = of
    const final = await office.draftFinalPay(ana)
    const arrears = await office.draftArrears(february, [of.january], [ana])
    await office.write((w) =>
      setMonthItems(w, {
        partyId: ana,
        month: '2024-04' as Month,
        source: 'typed',
        items: [{ code: 'INCENTIVE', amountMinor: 5_000 }],
        origin: 'user:1',
      }),
    )
    // Only final pay takes the items of months to come.
    expect([reasonOf(final), reasonOf(arrears)]).toEqual([CHANGED, undefined])
    await office.recompute(final)
    await office.write((w) =>
      addLeave(w, { partyId: ana, kind: 'unpaid', from: '2024-01-08', to: '2024-01-09', halfDay: false, note: '' }),
    )
    expect([reasonOf(final), reasonOf(arrears)]).toEqual([undefined, CHANGED])
    await office.recompute(arrears)
    expect(reasonOf(arrears)).toBeUndefined()
    await office.write((w) => holdPay(w, { partyId: ana, from: '2024-02-01', amountMinor: null, reason: 'Dispute' }))
    expect([reasonOf(final), reasonOf(arrears)]).toEqual([CHANGED, CHANGED])
    await office.discard(final)
    expect(office.runById(final).status).toBe('discarded')
  })

  it('that an older Daybook computed stays as it is, and a reversal rests on nothing that people type', async () => {
    const { ana, ben, january, february, paid } = await januaryPaid()
    const arrears = await office.draftArrears(february, [january])
    const reversal = await office.draftReversal(paid)
    await office.write(base(ana, 300_000))
    expect([reasonOf(arrears), reasonOf(reversal)]).toEqual([CHANGED, undefined])
    office.db.exec(`update pay_run set basis = json_remove(basis, '$.facts') where id = ${arrears}`)
    expect(reasonOf(arrears)).toBeUndefined()
    await office.recompute(arrears)
    await office.write(base(ben, 300_000))
    // It was asked for everybody.
    expect(reasonOf(arrears)).toBe(CHANGED)
  })

  it('is refused exactly as long as its own people’s facts are others than those it was computed from', async () => {
    const { ana, ben, january, february } = await januaryPaid()
    const draft = await office.draftArrears(february, [january], [ana])
    const state = { ana: { pay: 0, bonus: 0 }, tax: 0 }
    const change = fc.record({
      who: fc.constantFrom('ana' as const, 'ben' as const),
      what: fc.constantFrom('pay' as const, 'bonus' as const, 'tax' as const),
      value: fc.nat(2),
    })
    const apply = async ({ who, what, value }: typeof change extends fc.Arbitrary<infer T> ? T : never) => {
      const partyId = who === 'ana' ? ana : ben
      if (what === 'tax') await office.write((w) => saveComponents(w, [{ ...TAX, rate_ppm: 100_000 + value }]))
      else if (what === 'pay') await office.write(base(partyId, (who === 'ana' ? 250_000 : 200_000) + value))
      else await office.write(items(partyId, value === 0 ? [] : [{ code: 'INCENTIVE', amountMinor: value }]))
      if (what === 'tax') state.tax = value
      else if (who === 'ana') state.ana[what] = value
    }
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        for (const one of changes) await apply(one)
        const isChanged = state.tax !== 0 || state.ana.pay !== 0 || state.ana.bonus !== 0
        expect(reasonOf(draft)).toBe(isChanged ? CHANGED : undefined)
      }),
      { numRuns: 60 },
    )
  })
})
