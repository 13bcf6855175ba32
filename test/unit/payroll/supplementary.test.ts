import { afterEach, describe, expect, it } from 'vitest'
import { handoverRuns, handoverSums } from '../../../db/queries/payroll/handover'
import { paidBefore } from '../../../db/queries/payroll/supplementary'
import { setBasePay } from '../../../jobs/payroll'
import { markRunPaid } from '../../../jobs/payroll/approve'
import { saveComponents } from '../../../jobs/payroll/components'
import { setEmployment } from '../../../jobs/payroll/contracts'
import { setMonthItems } from '../../../jobs/payroll/month-items'
import { changePeriod } from '../../../jobs/payroll/periods'
import { verifyAudit } from '../../../jobs/shared/audit'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const TAX = made({ code: 'TAX', name: 'Tax', method: 'percent', rate_ppm: 100_000, base: ['GROSS'] })

const raise = (partyId: number, baseMinor: number, from = '2020-01-01') =>
  office.write((w) => setBasePay(w, { partyId, baseMinor, from: from as LocalDate, origin: 'user:1' }))

async function approved(...salaries: number[]) {
  office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, [TAX]))
  const people: number[] = []
  for (const [index, salary] of salaries.entries()) people.push(await office.hire(`Employee ${index}`, salary))
  const period = await office.month(1)
  const run = await office.runPeriod(period)
  return { people, period, run }
}
const slipOf = (runId: number, partyId: number) => {
  const slip = office.slips(runId).find((one) => one.party_id === partyId)
  if (!slip) throw new Error('no slip')
  return slip
}

describe('the reversal of a run', () => {
  it('mirrors every line, and together they are nothing', async () => {
    const { period, run } = await approved(310_000, 123_457)
    const mirror = await office.draftReversal(run)
    expect(office.runById(run).status).toBe('approved')
    expect(office.runById(mirror)).toMatchObject({ kind: 'reversal', status: 'draft', net_minor: -390_111 })
    await office.approve(mirror)
    expect(office.runById(run).status).toBe('reversed')
    expect(office.posted()).toEqual({})
    // Nobody was paid: in the charts nobody is counted with a pay of zero.
    expect(office.db.prepare('select count(*) from salary_fact').pluck().get()).toBe(0)
    expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
    await office.runPeriod(period)
    expect(office.posted()).toEqual({ BASE: 433_457, TAX: 43_346 })
  })

  it('says how each line was made, so that its own sum holds', async () => {
    const { run } = await approved(310_000)
    const mirror = await office.draftReversal(run)
    expect(office.lines(mirror)).toMatchObject([
      { code: 'BASE', quantity: '-31', base_minor: 310_000, amount_minor: -310_000 },
      { code: 'TAX', quantity: null, rate: 100_000, base_minor: -310_000, amount_minor: -31_000 },
    ])
  })

  it('is refused twice, of a draft, and of a reversal', async () => {
    const { run } = await approved(310_000)
    const mirror = await office.draftReversal(run)
    await expect(office.draftReversal(run)).rejects.toMatchObject({ code: 'payroll.draft_in_the_way' })
    await office.discard(mirror)
    expect([office.runById(mirror).status, office.slips(mirror)]).toEqual(['discarded', []])
    const second = await office.draftReversal(run)
    await office.approve(second)
    await expect(office.draftReversal(run)).rejects.toMatchObject({ code: 'payroll.run_not_effective' })
    await expect(office.draftReversal(second)).rejects.toMatchObject({ code: 'payroll.run_cannot_be_reversed' })
    await expect(office.discard(second)).rejects.toMatchObject({ code: 'payroll.run_not_a_draft' })
  })

  it('takes back the corrections of the run with it', async () => {
    const { people, run } = await approved(310_000, 200_000)
    await raise(people[0] ?? 0, 320_000)
    const correction = await office.draftCorrection(slipOf(run, people[0] ?? 0).id)
    await office.approve(correction)
    await office.approve(await office.draftReversal(correction))
    expect([run, correction].map((id) => office.runById(id).status)).toEqual(['reversed', 'reversed'])
    expect(office.posted()).toEqual({})
  })
})

describe('the correction of a slip', () => {
  it('replaces it and leaves the rest of the run alone', async () => {
    const { people, period, run } = await approved(310_000, 200_000)
    const [ana = 0, ben = 0] = people
    const [wrong, right] = [slipOf(run, ana), slipOf(run, ben)]
    await raise(ana, 320_000)
    await raise(ben, 999_999)
    const correction = await office.draftCorrection(wrong.id)
    expect(office.posted(ana)).toEqual({ BASE: 310_000, TAX: 31_000 })
    await office.approve(correction)
    expect(office.posted(ana)).toEqual({ BASE: 320_000, TAX: 32_000 })
    expect(office.slips(run)).toEqual([right])
    // What stands of the run is what its slips come to, in the list of runs and in the month for the accountant.
    const { gross_minor, net_minor } = right
    expect(office.run(period)).toMatchObject({ employees: 1, gross_minor, net_minor })
    const [regular, corrected] = handoverRuns(office.db, '2024-01')
    expect([regular?.gross_minor, regular?.net_minor, corrected?.gross_minor]).toEqual([200_000, 180_000, 320_000])
    for (const { id, gross_minor } of handoverRuns(office.db, '2024-01')) {
      const sums = handoverSums(office.db, '2024-01').filter((one) => one.run_id === id && one.kind === 'earning')
      expect(sums.reduce((sum, one) => sum + one.amount_minor, 0)).toBe(gross_minor)
    }
    expect(office.db.prepare('select state from slip where id = ?').pluck().get(wrong.id)).toBe('voided')
    expect(office.db.prepare('select gross_minor from salary_fact where party_id = ?').pluck().get(ana)).toBe(320_000)
  })

  it('knows what was paid before', async () => {
    const { people, run } = await approved(310_000)
    await office.write((w) => markRunPaid(w, run))
    await raise(people[0] ?? 0, 320_000)
    const correction = await office.draftCorrection(slipOf(run, people[0] ?? 0).id)
    await office.approve(correction)
    const slip = slipOf(correction, people[0] ?? 0)
    expect(slip.net_minor - paidBefore(office.db, slip.id)).toBe(9000)
    await raise(people[0] ?? 0, 330_000)
    const again = await office.draftCorrection(slip.id)
    await office.approve(again)
    // The first correction was never paid: what left the bank is still the first net.
    const last = slipOf(again, people[0] ?? 0)
    expect(last.net_minor - paidBefore(office.db, last.id)).toBe(18_000)
  })

  it('leaves a slip of nothing where nobody is employed any more', async () => {
    const { people, run } = await approved(310_000)
    const ana = people[0] ?? 0
    await office.write((w) =>
      setEmployment(w, { partyId: ana, from: '2024-02-01' as LocalDate, to: null, origin: 'user:1' }),
    )
    const correction = await office.draftCorrection(slipOf(run, ana).id)
    await office.approve(correction)
    expect(office.posted(ana)).toEqual({})
    expect(office.db.prepare('select gross_minor from salary_fact where party_id = ?').pluck().get(ana)).toBe(0)
  })

  it('is refused where it is under way, replaced, or its period closed', async () => {
    const { people, period, run } = await approved(310_000)
    const slip = slipOf(run, people[0] ?? 0)
    const draft = await office.draftCorrection(slip.id)
    await expect(office.draftCorrection(slip.id)).rejects.toMatchObject({ code: 'payroll.draft_in_the_way' })
    await expect(office.draftReversal(run)).rejects.toMatchObject({ code: 'payroll.draft_in_the_way' })
    await office.approve(draft)
    await expect(office.draftCorrection(slip.id)).rejects.toMatchObject({ code: 'payroll.slip_not_effective' })
    await office.write((w) => changePeriod(w, period, { status: 'closed' }))
    const now = slipOf(draft, people[0] ?? 0)
    await expect(office.draftCorrection(now.id)).rejects.toMatchObject({ code: 'payroll.period_is_closed' })
  })
})

describe('arrears', () => {
  it('post the difference per component in the period of now, once', async () => {
    const { people, period } = await approved(310_000, 200_000)
    const march = await office.month(3)
    await raise(people[0] ?? 0, 320_000)
    const arrears = await office.draftArrears(march, [period])
    expect(office.slips(arrears).map((slip) => [slip.party_id, slip.gross_minor, slip.net_minor])).toEqual([
      [people[0], 10_000, 9000],
    ])
    expect(office.lines(arrears)).toMatchObject([
      { code: 'BASE', base_minor: 320_000, amount_minor: 10_000, for_period_id: period },
      { code: 'TAX', base_minor: 32_000, amount_minor: 1000, for_period_id: period },
    ])
    await office.approve(arrears)
    expect(office.slips(await office.draftArrears(march, [period]))).toEqual([])
  })

  it('can be below zero: what was paid too much is a fact to be had back', async () => {
    const { people, period } = await approved(310_000)
    const march = await office.month(3)
    await raise(people[0] ?? 0, 300_000)
    const arrears = await office.draftArrears(march, [period])
    await office.approve(arrears)
    expect(office.slips(arrears).map((slip) => [slip.status, slip.net_minor])).toEqual([['ok', -9000]])
    expect(office.posted()).toEqual({ BASE: 300_000, TAX: 30_000 })
  })

  it('are refused for a period that was never run, for itself, and beside another draft', async () => {
    const { people, period } = await approved(310_000)
    const [february, march] = [await office.month(2), await office.month(3)]
    await expect(office.draftArrears(march, [february])).rejects.toMatchObject({ code: 'payroll.arrears_not_run_yet' })
    await expect(office.draftArrears(period, [period])).rejects.toMatchObject({ code: 'payroll.arrears_of_itself' })
    await raise(people[0] ?? 0, 320_000)
    await office.draftArrears(march, [period], people)
    await expect(office.draftArrears(march, [period])).rejects.toMatchObject({ code: 'payroll.draft_in_the_way' })
  })

  it('do not hold any more once their period was corrected: the approval says so', async () => {
    const { people, period, run } = await approved(310_000)
    const march = await office.month(3)
    await raise(people[0] ?? 0, 320_000)
    const arrears = await office.draftArrears(march, [period])
    await office.approve(await office.draftCorrection(slipOf(run, people[0] ?? 0).id))
    await expect(office.approve(arrears)).rejects.toMatchObject({ code: 'payroll.run_is_stale' })
    expect(office.posted()).toEqual({ BASE: 320_000, TAX: 32_000 })
  })
})

describe('final pay', () => {
  it('pays the days, remaining items and what is recovered; the regular run leaves the person out', async () => {
    const { people } = await approved(310_000, 200_000)
    const [ana = 0, ben = 0] = people
    await office.write((w) =>
      setEmployment(w, {
        partyId: ana,
        from: '2020-01-01' as LocalDate,
        to: '2024-03-10' as LocalDate,
        origin: 'user:1',
      }),
    )
    const items = (month: string, code: string, minor: number) =>
      office.write((w) =>
        setMonthItems(w, {
          partyId: ana,
          month: month as Month,
          source: 'typed',
          items: [code === 'ABSENCE' ? { code, quantity: '2' } : { code, amountMinor: minor }],
          origin: 'user:1',
        }),
      )
    await items('2024-03', 'ABSENCE', 0)
    await items('2024-05', 'INCENTIVE', 7000)
    const march = await office.month(3)
    const advance = { partyId: ana, code: 'ADVANCE', amountMinor: 20_000, quantity: null, rateMinor: null }
    const run = await office.draftFinalPay(ana, [advance])
    expect(office.lines(run)).toMatchObject([
      { code: 'BASE', quantity: '8', amount_minor: 80_000 },
      { code: 'INCENTIVE', amount_minor: 7000 },
      { code: 'TAX', amount_minor: 8700 },
      { code: 'ADVANCE', amount_minor: 20_000 },
    ])
    await office.process({ period_id: march, force: true })
    const early = office.run(march)
    await office.approve(run)
    await expect(office.approve(early.id)).rejects.toMatchObject({ code: 'payroll.paid_by_final_run' })
    await office.runPeriod(march)
    expect(office.slips(office.run(march).id).map((slip) => slip.party_id)).toEqual([ben])
    const may = await office.month(5)
    await office.runPeriod(may)
    expect(office.slips(office.run(may).id).map((slip) => slip.party_id)).toEqual([ben])
    await expect(office.draftFinalPay(ana)).rejects.toMatchObject({ code: 'payroll.leaver_already_paid' })
  })

  it('needs a last day and an open period that holds it', async () => {
    const { people } = await approved(310_000)
    const [ana = 0] = people
    await expect(office.draftFinalPay(ana)).rejects.toMatchObject({ code: 'payroll.no_last_day' })
    await office.write((w) =>
      setEmployment(w, {
        partyId: ana,
        from: '2020-01-01' as LocalDate,
        to: '2024-06-10' as LocalDate,
        origin: 'user:1',
      }),
    )
    await expect(office.draftFinalPay(ana)).rejects.toMatchObject({ code: 'payroll.no_period_for_last_day' })
  })
})
