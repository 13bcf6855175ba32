import { afterEach, describe, expect, it } from 'vitest'
import { structureId } from '../../../db/queries/payroll/components'
import { setTerms } from '../../../jobs/payroll'
import { explainLine } from '../../../jobs/payroll/explain'
import { deleteRateVersion, saveRateVersion } from '../../../jobs/payroll/rate-tables'
import { readStructures, saveStructures } from '../../../jobs/payroll/structures'
import { addLeave, removeLeave } from '../../../jobs/payroll/terms'
import type { LocalDate } from '../../../jobs/values/time'
import { made, monthsOf, only, refusal } from './pay-months'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
let months: ReturnType<typeof monthsOf>
afterEach(() => office.engine.stop(1000))

async function opens(options: { started?: boolean } = {}) {
  office = await payrollOffice('2024-02-10', options)
  months = monthsOf(office)
}

describe('rate tables', () => {
  const version = (from: string, ratePpm: number) => ({
    code: 'TAX_RATE',
    name: 'Tax',
    kind: 'rate' as const,
    from,
    bands: null,
    ratePpm,
    amountMinor: null,
    source: `Gazette of ${from}`,
  })

  it('hold by the last day of the period; a run without one in force is refused in words', async () => {
    await opens()
    await office.hire('Ana', 100_000)
    await months.write((w) => saveRateVersion(w, version('2024-02-15', 100_000), 'user:1'))
    await months.add(made({ code: 'TAX', method: 'percent', base: ['GROSS'], rate_table: 'TAX_RATE' }))
    const period = await office.addPeriod({ start_date: '2024-01-01', end_date: '2024-01-31' })
    expect((await office.process({ period_id: period })).error).toMatchObject({
      code: 'payroll.rate_table_not_in_force',
    })
    const february = only(await months.month(2))
    expect(february.amounts.TAX).toBe(10_000)
    await months.write((w) => saveRateVersion(w, version('2024-03-31', 200_000), 'user:1'))
    expect(only(await months.month(3)).amounts.TAX).toBe(20_000)
    const explained = explainLine(office.db, february.id, 'TAX')
    expect(explained.rule?.rateTable).toBe('TAX_RATE')
    expect(only(explained.inputs)).toMatchObject({
      kind: 'table',
      name: 'TAX_RATE: Gazette of 2024-02-15',
      from: '2024-02-15',
      rate: 100_000,
      origin: { kind: 'user', userId: 1 },
    })
  })

  it('are refused where they say nothing, change their kind, or are still needed', async () => {
    await opens({ started: false })
    const save = (given: object) =>
      refusal(months.write((w) => saveRateVersion(w, { ...version('2024-01-01', 1), ...given }, 'user:1')))
    expect(await save({ ratePpm: null })).toBe('payroll.rate_table_says_nothing')
    expect(await save({ code: 'GROSS' })).toBe('payroll.rate_table_code_taken')
    expect(await save({ code: 'low' })).toBe('payroll.rate_table_code_unreadable')
    expect(await save({ code: 'B', kind: 'bands', bands: [] })).toBe('payroll.component_without_bands')
    expect(await save({})).toBe('accepted')
    expect(await save({ kind: 'amount', amountMinor: 1 })).toBe('payroll.rate_table_kind_stays')
    await months.add(made({ code: 'TAX', method: 'formula', formula: 'BASE * TAX_RATE' }))
    const remove = (from: string) => refusal(months.write((w) => deleteRateVersion(w, 'TAX_RATE', from)))
    expect(await remove('2024-01-01')).toBe('payroll.rate_table_in_use')
    expect(await save({ from: '2025-01-01' })).toBe('accepted')
    expect(await remove('2024-01-01')).toBe('accepted')
    expect(await remove('2024-01-01')).toBe('payroll.rate_table_not_found')
  })
})

describe('cumulative bands and formulas', () => {
  it('count from the approved runs of the tax year, in which a draft has no part', async () => {
    await opens()
    await office.hire('Ana', 100_000)
    await months.add(
      made({
        code: 'TAX',
        method: 'cumulative_bands',
        base: ['GROSS'],
        bands: [
          { up_to_minor: 150_000, rate_ppm: 0 },
          { up_to_minor: null, rate_ppm: 200_000 },
        ],
      }),
      made({
        code: 'FUND',
        method: 'formula',
        formula: 'min(GROSS, max(0, 2500 EUR - year(GROSS))) * 10 %',
        order: 710,
      }),
    )
    const paid = [await months.month(1), await months.month(2), await months.month(3)].map(
      (slips) => only(slips).amounts,
    )
    expect(paid.map((one) => [one.TAX, one.FUND])).toEqual([
      [undefined, 10_000],
      [10_000, 10_000],
      [20_000, 5_000],
    ])
    const april = only(await months.month(4, false))
    const tax = explainLine(office.db, april.id, 'TAX')
    expect(tax.inputs.map((one) => [one.kind, one.name, one.amountMinor])).toEqual(
      expect.arrayContaining([
        ['year', 'GROSS', 300_000],
        ['year', 'TAX', 30_000],
      ]),
    )
    expect(april.amounts.TAX).toBe(20_000)
    const period = months.periodOf(april.run_id)
    const { version } = office.run(period)
    const again = only(await months.run(period, false))
    expect([again.id, office.run(period).version]).toEqual([april.id, version])
  })

  it('are refused on saving: a cycle with its path, a fault with its place', async () => {
    await opens({ started: false })
    const formula = (code: string, text: string) => made({ code, method: 'formula', formula: text })
    await expect(months.add(formula('A', 'B * 2'), formula('B', 'C + 1 EUR'), formula('C', 'A'))).rejects.toMatchObject(
      {
        code: 'payroll.component_cycle',
        params: { path: 'A → B → C → A' },
      },
    )
    await expect(months.add(formula('A', 'BASE + ('))).rejects.toMatchObject({
      code: 'payroll.formula_expected',
      params: { component: 'A', at: 9 },
    })
  })
})

describe('leave and structures', () => {
  it('take unpaid days off the pay, and the line opens to them; paid leave takes nothing', async () => {
    await opens()
    const ana = await office.hire('Ana', 290_000)
    const leave = (from: string, to: string, kind: 'paid' | 'unpaid') =>
      months.write((w) => addLeave(w, { partyId: ana, from, to, halfDay: false, kind, note: '' }))
    await leave('2024-02-01', '2024-02-02', 'paid')
    const id = await leave('2024-02-05', '2024-02-06', 'unpaid')
    expect(await refusal(leave('2024-02-06', '2024-02-07', 'paid'))).toBe('payroll.leave_overlaps')
    const slip = only(await months.month(2, false))
    expect([slip.paid_half_days, slip.gross_minor]).toEqual([54, 270_000])
    expect(explainLine(office.db, slip.id, 'BASE').inputs.map((one) => [one.kind, one.from, one.to])).toEqual([
      ['base', '2024-02-01', '2024-02-29'],
      ['leave', '2024-02-05', '2024-02-06'],
    ])
    await months.write((w) => removeLeave(w, id))
    expect(await refusal(months.write((w) => removeLeave(w, id)))).toBe('payroll.leave_not_found')
    expect(only(await months.run(months.periodOf(slip.run_id), false)).gross_minor).toBe(290_000)
  })

  it('pay by working days and hold their own components; one that contracts have stays', async () => {
    await opens()
    const ana = await office.hire('Ana', 210_000, '2024-02-19')
    await months.write((w) => {
      const terms = { structureId: structureId(w.db, 'STAFF') }
      setTerms(w, { partyId: ana, from: '2024-02-19' as LocalDate, terms, origin: 'user:1' })
    })
    await months.add(made({ code: 'MEAL', kind: 'earning', amount_minor: 9_000, structures: ['STAFF'] }))
    const [staff] = readStructures(office.db)
    if (!staff) throw new Error('there is no structure')
    expect(staff).toMatchObject({ code: 'STAFF', day_count: 'calendar', components: ['MEAL'], contracts: 1 })
    const save = (...list: (typeof staff)[]) => months.write((w) => saveStructures(w, list))
    await save({ ...staff, name: 'Staff', day_count: 'working' })
    // February 2024 has 21 weekdays, nine of them from the 19th on.
    expect(only(await months.month(2, false)).amounts).toEqual({ BASE: 90_000, MEAL: 9_000 })
    expect(await refusal(save())).toBe('payroll.component_in_no_structure')
    expect(await refusal(save({ ...staff, components: ['BASE'] }))).toBe('payroll.structure_component_is_for_all')
    expect(await refusal(save({ ...staff, code: 'OTHER' }))).toBe('payroll.structure_in_use')
  })
})

it('the departments of a run add up to its totals', async () => {
  await opens()
  await months.add(made({ code: 'TAX', method: 'percent', base: ['GROSS'], rate_ppm: 123_456 }))
  for (let n = 0; n < 30; n++)
    await office.hire(`Person ${n}`, 100_000 + n * 3_333, n % 4 ? '2020-01-01' : '2024-02-12')
  const slips = await months.month(2, false)
  const totals = office.db.prepare('select gross_minor, deductions_minor, net_minor from pay_run').get()
  const teams = [0, 1, 2].map((team) => slips.filter((slip) => slip.party_id % 3 === team))
  const sum = (field: 'gross_minor' | 'deductions_minor' | 'net_minor') =>
    teams.reduce((total, list) => total + list.reduce((part, slip) => part + slip[field], 0), 0)
  expect({
    gross_minor: sum('gross_minor'),
    deductions_minor: sum('deductions_minor'),
    net_minor: sum('net_minor'),
  }).toEqual(totals)
})
