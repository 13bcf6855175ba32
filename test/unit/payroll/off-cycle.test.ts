import { afterEach, describe, expect, it } from 'vitest'
import { saveComponents } from '../../../jobs/payroll/components'
import { setEmployment } from '../../../jobs/payroll/contracts'
import { explainLine } from '../../../jobs/payroll/explain'
import type { LocalDate } from '../../../jobs/values/time'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const TAX = made({ code: 'TAX', name: 'Tax', method: 'percent', rate_ppm: 100_000, base: ['GROSS'] })

async function approved(...salaries: number[]) {
  office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, [TAX]))
  const people: number[] = []
  for (const [index, salary] of salaries.entries()) people.push(await office.hire(`Employee ${index}`, salary))
  const period = await office.month(1)
  await office.runPeriod(period)
  return { people, period }
}
const slipOf = (runId: number, partyId: number) => {
  const slip = office.slips(runId).find((one) => one.party_id === partyId)
  if (!slip) throw new Error('no slip')
  return slip
}

describe('an off-cycle run', () => {
  it('pays chosen items to chosen people with the chosen deductions, and no regular run pays them', async () => {
    const { people, period } = await approved(310_000, 200_000)
    const march = await office.month(3)
    const [ana = 0] = people
    const bonus = { partyId: ana, code: 'INCENTIVE', amountMinor: 50_000, quantity: null, rateMinor: null }
    const run = await office.draftOffCycle(march, { items: [bonus], codes: ['TAX'], reason: 'Bonus' })
    expect(office.lines(run)).toMatchObject([
      { code: 'INCENTIVE', amount_minor: 50_000 },
      { code: 'TAX', base_minor: 50_000, amount_minor: 5000 },
    ])
    await office.approve(run)
    await office.runPeriod(march)
    expect(office.posted(ana)).toEqual({ BASE: 620_000, INCENTIVE: 50_000, TAX: 67_000 })
    const april = await office.addPeriod({ start_date: '2024-04-01', end_date: '2024-04-30', description: 'April' })
    expect(office.slips(await office.draftArrears(april, [period, march]))).toEqual([])
    await office.approve(await office.draftReversal(run))
    expect(office.posted(ana)).toEqual({ BASE: 620_000, TAX: 62_000 })
  })

  it('says of whom it cannot pay, instead of leaving them out', async () => {
    const { people } = await approved(310_000, 200_000)
    const [ana = 0, ben = 0] = people
    const march = await office.month(3)
    const to = '2024-02-10' as LocalDate
    await office.write((w) => setEmployment(w, { partyId: ben, from: '2020-01-01' as LocalDate, to, origin: 'user:1' }))
    const bonus = (partyId: number) => ({
      partyId,
      code: 'INCENTIVE',
      amountMinor: 50_000,
      quantity: null,
      rateMinor: null,
    })
    const run = await office.draftOffCycle(march, { items: [bonus(ana), bonus(ben)], codes: [], reason: 'Bonus' })
    expect(office.slips(run).map((slip) => [slip.party_id, slip.status])).toEqual([
      [ana, 'ok'],
      [ben, 'error'],
    ])
    expect(slipOf(run, ben).reason).toContain('payroll.items_without_employment')
    await expect(office.approve(run)).rejects.toMatchObject({ code: 'payroll.run_has_errors' })
  })

  it('and the regular run of its period are taxed as what they are together, whichever comes first', async () => {
    const bands = [
      { up_to_minor: 300_000, rate_ppm: 100_000 },
      { up_to_minor: null, rate_ppm: 400_000 },
    ]
    for (const isFirst of [true, false]) {
      office = await supplementaryOffice()
      await office.write((w) => saveComponents(w, [{ ...TAX, method: 'cumulative_bands', bands }]))
      const ana = await office.hire('Ana', 250_000)
      const january = await office.month(1)
      const item = { partyId: ana, code: 'INCENTIVE', amountMinor: 100_000, quantity: null, rateMinor: null }
      const bonus = async () => {
        const run = await office.draftOffCycle(january, { items: [item], codes: ['TAX'], reason: 'Bonus' })
        await office.approve(run)
        return run
      }
      const early = isFirst ? await bonus() : null
      const regular = await office.runPeriod(january)
      const run = early ?? (await bonus())
      // 10 % of 3,000.00 and 40 % of 500.00.
      expect(office.posted(ana).TAX).toBe(50_000)
      const tax = (id: number) => office.lines(id).find((line) => line.code === 'TAX')
      expect(tax(run)?.amount_minor).toBe(isFirst ? 10_000 : 25_000)
      const { inputs } = explainLine(office.db, office.slips(run)[0]?.id ?? 0, 'TAX')
      expect(inputs.filter(({ kind }) => kind === 'year').map((one) => [one.name, one.amountMinor])).toEqual(
        isFirst
          ? []
          : [
              ['TAX', 25_000],
              ['GROSS', 250_000],
            ],
      )
      // Nothing is left to be posted for it, and a correction of the regular payslip changes nothing.
      const february = await office.month(2)
      expect(office.slips(await office.draftArrears(february, [january]))).toEqual([])
      await office.approve(await office.draftCorrection(slipOf(regular, ana).id))
      expect(office.posted(ana)).toEqual({ BASE: 250_000, INCENTIVE: 100_000, TAX: 50_000 })
      if (isFirst) await office.engine.stop(1000)
    }
  })

  it('does not hold any more once the regular run of its period took effect', async () => {
    const { people } = await approved(310_000)
    const march = await office.month(3)
    const item = { partyId: people[0] ?? 0, code: 'INCENTIVE', amountMinor: 5, quantity: null, rateMinor: null }
    const run = await office.draftOffCycle(march, { items: [item], codes: [], reason: 'Bonus' })
    await office.runPeriod(march)
    await expect(office.approve(run)).rejects.toMatchObject({ code: 'payroll.run_is_stale' })
    await office.approve(await office.recompute(run))
  })

  it('refuses an item of no component', async () => {
    const { people, period } = await approved(310_000)
    const item = { partyId: people[0] ?? 0, code: 'NONE', amountMinor: 1, quantity: null, rateMinor: null }
    await expect(office.draftOffCycle(period, { items: [item], codes: [], reason: '' })).rejects.toMatchObject({
      code: 'payroll.unknown_item_code',
    })
  })
})
