import { afterEach, describe, expect, it } from 'vitest'
import { saveComponents } from '../../../jobs/payroll/components'
import { setBasePay, setEmployment } from '../../../jobs/payroll/contracts'
import { explainLine } from '../../../jobs/payroll/explain'
import { setMonthItems } from '../../../jobs/payroll/month-items'
import { payTermsOf, setTypedItem } from '../../../jobs/payroll/pay-terms'
import { review } from '../../../jobs/payroll/review'
import { addLoan, holdPay, releasePay } from '../../../jobs/payroll/terms'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made, only } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const TAX = made({ code: 'TAX', method: 'percent', rate_ppm: 100_000, base: ['GROSS'] })

async function opens(salary: number) {
  office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, [TAX]))
  return office.hire('Ana', salary)
}
const lend = (partyId: number, principalMinor: number, instalmentMinor: number, from: string, code = 'LOAN') =>
  office.write((w) => addLoan(w, { partyId, code, principalMinor, instalmentMinor, from, note: from }))
const raise = (partyId: number, baseMinor: number) =>
  office.write((w) => setBasePay(w, { partyId, baseMinor, from: '2020-01-01' as LocalDate, origin: 'user:1' }))
const leaves = (partyId: number, to: string) =>
  office.write((w) =>
    setEmployment(w, { partyId, from: '2020-01-01' as LocalDate, to: to as LocalDate, origin: 'user:1' }),
  )
const owed = (partyId: number) => payTermsOf(office.db, partyId).loans.map((loan) => loan.balanceMinor)
const amounts = (runId: number) => office.lines(runId).map((line) => [line.code, line.amount_minor])
const slipId = (runId: number) => only(office.slips(runId)).id

describe('a loan', () => {
  it('is as if nothing had been taken once the run is reversed, and is taken again by the next', async () => {
    const ana = await opens(310_000)
    await lend(ana, 50_000, 20_000, '2024-01-01')
    const january = await office.month(1)
    const run = await office.runPeriod(january)
    expect(owed(ana)).toEqual([30_000])
    await office.approve(await office.draftReversal(run))
    expect([owed(ana), office.posted(ana)]).toEqual([[50_000], {}])
    await office.runPeriod(january)
    expect([owed(ana), office.posted(ana).LOAN]).toEqual([[30_000], 20_000])
  })

  it('is taken once where its slip is corrected', async () => {
    const ana = await opens(310_000)
    await lend(ana, 50_000, 20_000, '2024-01-01')
    const run = await office.runPeriod(await office.month(1))
    await raise(ana, 320_000)
    const correction = await office.draftCorrection(slipId(run))
    await office.approve(correction)
    expect([owed(ana), office.posted(ana).LOAN]).toEqual([[30_000], 20_000])
  })

  it('is no arrears: what was lent later is taken by the runs to come', async () => {
    const ana = await opens(310_000)
    await lend(ana, 50_000, 20_000, '2024-01-01')
    const january = await office.month(1)
    await office.runPeriod(january)
    const march = await office.month(3)
    await lend(ana, 9000, 9000, '2024-01-02')
    expect(office.slips(await office.draftArrears(march, [january]))).toEqual([])
  })

  it('is recovered whole by final pay, also what begins later; a correction of it recovers no less', async () => {
    const ana = await opens(310_000)
    await office.hire('Ben', 200_000)
    await lend(ana, 50_000, 20_000, '2024-01-01')
    await lend(ana, 7000, 1000, '2024-06-01', 'ADVANCE')
    const january = await office.month(1)
    await office.runPeriod(january)
    await leaves(ana, '2024-03-10')
    const march = await office.month(3)
    const run = await office.draftFinalPay(ana)
    expect(amounts(run)).toEqual([
      ['BASE', 100_000],
      ['TAX', 10_000],
      ['ADVANCE', 7000],
      ['LOAN', 30_000],
    ])
    await office.approve(run)
    await office.runPeriod(march)
    expect(owed(ana).sort()).toEqual([0, 0])
    await raise(ana, 341_000)
    const correction = await office.draftCorrection(slipId(run))
    expect(Object.fromEntries(amounts(correction))).toMatchObject({ BASE: 110_000, ADVANCE: 7000, LOAN: 30_000 })
    await office.discard(correction)
    await office.write((w) =>
      setMonthItems(w, {
        partyId: ana,
        month: '2024-05' as Month,
        source: 'typed',
        items: [{ code: 'INCENTIVE', amountMinor: 5000 }],
        origin: 'user:1',
      }),
    )
    const april = await office.addPeriod({ start_date: '2024-04-01', end_date: '2024-04-30', description: 'April' })
    expect(amounts(await office.draftArrears(april, [march]))).toEqual([
      ['BASE', 10_000],
      ['INCENTIVE', 5000],
      ['TAX', 1500],
    ])
  })

  it('stays owed as far as final pay does not reach', async () => {
    const ana = await opens(310_000)
    await lend(ana, 500_000, 20_000, '2024-01-01')
    await leaves(ana, '2024-03-10')
    await office.month(3)
    const run = await office.draftFinalPay(ana)
    expect(office.runById(run).net_minor).toBe(0)
    await office.approve(run)
    expect(owed(ana)).toEqual([410_000])
  })
})

describe('final pay', () => {
  const noteOf = (id: number) => {
    const { note } = office.db.prepare('select note from pay_run where id = ?').get(id) as { note: string | null }
    return note && (JSON.parse(note) as { code: string; params: Record<string, string> })
  }

  it('takes of an advance what the net allows, and says what stays owed', async () => {
    const ana = await opens(310_000)
    await lend(ana, 500_000, 500_000, '2024-01-01', 'ADVANCE')
    await leaves(ana, '2024-03-10')
    await office.month(3)
    const run = await office.draftFinalPay(ana)
    expect(amounts(run)).toEqual([
      ['BASE', 100_000],
      ['TAX', 10_000],
      ['ADVANCE', 90_000],
    ])
    expect(only(office.slips(run))).toMatchObject({ status: 'ok', net_minor: 0 })
    expect(noteOf(run)).toMatchObject({ code: 'payroll.final_pay_owes', params: { owed: '4100.00' } })
    await office.approve(run)
    expect(owed(ana)).toEqual([410_000])
  })

  it('spares loans alone: an advance of the month’s items is no balance, and what it lacks is an error', async () => {
    const ana = await opens(310_000)
    await lend(ana, 20_000, 20_000, '2024-01-01', 'ADVANCE')
    await office.write((w) => setTypedItem(w, ana, '2024-03', { code: 'ADVANCE', amountMinor: 95_000 }))
    await leaves(ana, '2024-03-10')
    await office.month(3)
    const slip = only(office.slips(await office.draftFinalPay(ana)))
    expect([slip.status, JSON.parse(slip.reason ?? '{}').code]).toEqual(['error', 'payroll.negative_net'])
  })

  it('holds what is held, says so, and pays it once it is released, also after the approval', async () => {
    const ana = await opens(310_000)
    await office.write((w) => holdPay(w, { partyId: ana, from: '2024-01-01', amountMinor: null, reason: 'Dispute' }))
    await office.runPeriod(await office.month(1))
    await leaves(ana, '2024-03-10')
    await office.month(3)
    const run = await office.draftFinalPay(ana)
    expect(office.runById(run).net_minor).toBe(0)
    expect(noteOf(run)).toMatchObject({ code: 'payroll.final_pay_holds', params: { held: '3690.00' } })
    await office.approve(run)
    // Released after the period of the final pay: no later period would pay it.
    await office.write((w) => releasePay(w, ana, '2024-04-10'))
    const correction = await office.draftCorrection(slipId(run))
    expect([office.runById(correction).net_minor, noteOf(correction)]).toEqual([369_000, null])
    await office.approve(correction)
    expect(payTermsOf(office.db, ana).heldMinor).toBe(0)
  })
})

describe('arrears', () => {
  it('do not take again what had waited for a later period, and are held where pay is held', async () => {
    const ana = await opens(10_000)
    await office.write((w) => saveComponents(w, [made({ code: 'FINE', one_off: true, carry_over: true, order: 600 })]))
    await office.write((w) => setTypedItem(w, ana, '2024-01', { code: 'FINE', amountMinor: 25_000 }))
    const [january, march] = [await office.month(1), await office.month(3)]
    await office.runPeriod(january)
    await office.runPeriod(march)
    expect(office.posted(ana).FINE).toBe(20_000)
    await raise(ana, 30_000)
    await office.write((w) => holdPay(w, { partyId: ana, from: '2024-01-01', amountMinor: null, reason: '' }))
    const april = await office.addPeriod({ start_date: '2024-04-01', end_date: '2024-04-30', description: 'April' })
    const arrears = await office.draftArrears(april, [january])
    expect(amounts(arrears)).toEqual([
      ['BASE', 20_000],
      ['HELD', 20_000],
    ])
    expect(office.runById(arrears).net_minor).toBe(0)
    const { rule, inputs } = explainLine(office.db, slipId(arrears), 'BASE')
    expect([rule?.method, only(inputs)]).toMatchObject([
      'arrears',
      { kind: 'arrears', from: '2024-01-01', to: '2024-01-31', amountMinor: 20_000, ofMinor: 30_000 },
    ])
    await office.approve(arrears)
    expect(office.slips(await office.draftArrears(april, [january]))).toEqual([])
    const held = () => payTermsOf(office.db, ana).heldMinor
    expect(held()).toBe(20_000)
    await office.write((w) => releasePay(w, ana, '2024-04-20'))
    await office.runPeriod(april)
    // 300.00 of April less the rest of the fine, and what was held.
    expect([office.run(april).net_minor, held()]).toEqual([45_000, 0])
  })

  it('that were held are held no more once they are taken back', async () => {
    const ana = await opens(310_000)
    await office.write((w) => holdPay(w, { partyId: ana, from: '2024-03-01', amountMinor: 10_000, reason: '' }))
    const [january, march] = [await office.month(1), await office.month(3)]
    await office.runPeriod(january)
    await raise(ana, 341_000)
    const arrears = await office.draftArrears(march, [january])
    // 310.00 more, less 10 % tax; at most 100.00 of it is held.
    expect(amounts(arrears)).toEqual([
      ['BASE', 31_000],
      ['TAX', 3100],
      ['HELD', 10_000],
    ])
    expect(office.runById(arrears).net_minor).toBe(17_900)
    expect(review(office.db, arrears).rows[0]?.causes.map((one) => [one.kind, one.code, one.effectMinor])).toEqual([
      ['posted', 'BASE', 31_000],
      ['item', 'HELD', -10_000],
      ['posted', 'TAX', -3100],
    ])
    await office.approve(arrears)
    expect(payTermsOf(office.db, ana).heldMinor).toBe(10_000)
    await office.approve(await office.draftReversal(arrears))
    expect([payTermsOf(office.db, ana).heldMinor, office.posted(ana)]).toEqual([0, { BASE: 310_000, TAX: 31_000 }])
  })
})

describe('an off-cycle run', () => {
  it('computes a formula that names what is not chosen, which comes to nothing there', async () => {
    const ana = await opens(310_000)
    await office.write((w) =>
      saveComponents(w, [
        made({ code: 'MEALS', kind: 'earning', amount_minor: 5000 }),
        made({ code: 'LEVY', method: 'formula', formula: '(BASE + MEALS + INCENTIVE) * 10 %', order: 710 }),
      ]),
    )
    const march = await office.month(3)
    const bonus = { partyId: ana, code: 'INCENTIVE', amountMinor: 50_000, quantity: null, rateMinor: null }
    const run = await office.draftOffCycle(march, { items: [bonus], codes: ['LEVY'], reason: '' })
    expect(amounts(run)).toEqual([
      ['INCENTIVE', 50_000],
      ['LEVY', 5000],
    ])
  })

  it('leaves instalments and what waits to the regular run of its period', async () => {
    const ana = await opens(310_000)
    await lend(ana, 20_000, 20_000, '2024-01-01')
    const march = await office.month(3)
    const typed = { partyId: ana, code: 'LOAN', amountMinor: 1000, quantity: null, rateMinor: null }
    const bonus = { ...typed, code: 'INCENTIVE', amountMinor: 50_000 }
    const run = await office.draftOffCycle(march, { items: [typed, bonus], codes: [], reason: '' })
    expect(amounts(run)).toEqual([
      ['INCENTIVE', 50_000],
      ['LOAN', 1000],
    ])
    await office.approve(run)
    await office.runPeriod(march)
    expect([owed(ana), office.posted(ana).LOAN]).toEqual([[0], 21_000])
  })
})
