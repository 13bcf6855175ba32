import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { structureId } from '../../../db/queries/payroll/components'
import { setMonthItems, setTerms } from '../../../jobs/payroll'
import { type EditedComponent, readEditedComponents, saveComponents } from '../../../jobs/payroll/components'
import { setTypedItem } from '../../../jobs/payroll/pay-terms'
import { Problem } from '../../../jobs/values/problem'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))

const edited = (given: Partial<EditedComponent> & { code: string }): EditedComponent => ({
  name: given.code,
  kind: 'earning',
  method: 'fixed',
  order: 400,
  taxable: false,
  prorate: false,
  one_off: false,
  amount_minor: null,
  rate_ppm: null,
  base: [],
  bands: null,
  formula: null,
  rate_table: null,
  months: null,
  carry_over: false,
  cap_minor: null,
  rounding: 'half_up',
  structures: null,
  active: true,
  ...given,
})
const save = (...components: EditedComponent[]) =>
  office.engine.write('user:1', (write) => saveComponents(write, components))
const codes = () => readEditedComponents(office.db).map((one) => one.code)
const BUILT_IN = ['BASE', 'OVERTIME', 'INCENTIVE', 'LATE', 'TDS', 'ADVANCE', 'LOAN', 'HELD', 'NET_ROUNDING']

describe('the components of an office', () => {
  it('are the built-in ones at first, of which the rounding of the net is off', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    expect(codes()).toEqual(BUILT_IN)
    expect(readEditedComponents(office.db).find((one) => one.code === 'NET_ROUNDING')?.active).toBe(false)
  })

  it('can be read, changed and given back; what is not named goes, unless it is built in', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    await save(edited({ code: 'HRA', method: 'percent', base: ['BASE'], rate_ppm: 400_000 }))
    expect(codes()).toContain('HRA')
    const before = readEditedComponents(office.db)
    await save(...before)
    expect(readEditedComponents(office.db)).toEqual(before)
    expect(office.audits('payroll.components_changed')).toBe(1)
    await save(edited({ code: 'MEAL', amount_minor: 9_000, structures: ['STAFF', 'STAFF'] }))
    expect(codes().sort()).toEqual([...BUILT_IN, 'MEAL'].sort())
    expect(readEditedComponents(office.db).find((one) => one.code === 'MEAL')?.structures).toEqual(['STAFF'])
  })

  it('are saved whole or not at all', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const good = edited({ code: 'MEAL', amount_minor: 1 })
    const attempts: [EditedComponent, string][] = [
      [edited({ code: 'HRA', method: 'percent', base: ['HRA'], rate_ppm: 1 }), 'payroll.component_cycle'],
      [edited({ code: 'TAX', method: 'formula' }), 'payroll.component_without_formula'],
      [edited({ code: 'TAX', method: 'cumulative_bands', base: ['BASE'] }), 'payroll.component_without_bands'],
      [edited({ code: 'TAX', method: 'magic', active: false }), 'payroll.component_method_unknown'],
      [edited({ code: 'BASE', active: false, method: 'fixed', amount_minor: 1 }), 'payroll.component_base_pay_is_base'],
    ]
    for (const [bad, code] of attempts) {
      const refused = await save(good, bad).then(
        () => 'accepted',
        (error: unknown) => (error instanceof Problem ? error.code : error),
      )
      expect(refused).toBe(code)
    }
    expect(codes()).toEqual(BUILT_IN)
  })

  it('cannot lose one that another is taken of', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const hra = edited({ code: 'HRA', method: 'percent', base: ['MEAL'], rate_ppm: 1 })
    await save(edited({ code: 'MEAL', amount_minor: 1 }), hra)
    await expect(save(hra)).rejects.toMatchObject({
      code: 'payroll.unknown_base',
      params: { code: 'HRA', base: 'MEAL' },
    })
  })

  it('pay a structure’s contracts from the day they have it', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    await office.hire('Bruno', 290_000)
    await save(edited({ code: 'MEAL', amount_minor: 9_000, structures: ['STAFF'] }))
    await office.engine.write('user:1', (write) => {
      const terms = { structureId: structureId(write.db, 'STAFF') }
      setTerms(write, { partyId: ana, from: '2024-02-15' as LocalDate, terms, origin: 'user:1' })
    })
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    expect(office.slips(office.run(id).id).map((slip) => [slip.name, slip.gross_minor])).toEqual([
      ['Ana', 299_000],
      ['Bruno', 290_000],
    ])
  })

  it('keep their names on a run when they are edited later', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    await save(...readEditedComponents(office.db).map((one) => ({ ...one, name: `New ${one.name}` })))
    expect(office.db.prepare(`select name from run_component where code = 'BASE'`).pluck().get()).toBe('Base pay')
  })
})

describe('one-off items of a month', () => {
  const month = '2024-02' as Month
  const set = (partyId: number, source: string, ...items: Parameters<typeof setMonthItems>[1]['items']) =>
    office.engine.write('user:1', (write) => setMonthItems(write, { partyId, month, source, items, origin: 'user:1' }))

  it('of a source are replaced whole, those of other sources stay', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    await set(ana, 'excel', { code: 'TDS', amountMinor: 100 }, { code: 'OVERTIME', quantity: '2', rateMinor: 1_000 })
    await set(ana, 'typed', { code: 'INCENTIVE', amountMinor: 500 })
    await set(ana, 'excel', { code: 'TDS', amountMinor: 200 })
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    expect(office.lines(office.run(id).id).map((line) => [line.code, line.amount_minor])).toEqual([
      ['BASE', 290_000],
      ['INCENTIVE', 500],
      ['TDS', 200],
    ])
    await set(ana, 'typed')
    await office.process({ period_id: id })
    expect(office.run(id).gross_minor).toBe(290_000)
  })

  it('are paid in the period that holds the month’s last day', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    await set(ana, 'typed', { code: 'INCENTIVE', amountMinor: 500 })
    const gross: number[] = []
    for (const [start_date, end_date] of [
      ['2024-02-01', '2024-02-15'],
      ['2024-02-16', '2024-02-29'],
      ['2024-03-01', '2024-03-15'],
    ] as const) {
      const id = await office.addPeriod({ period_type: 'semimonthly', start_date, end_date })
      await office.process({ period_id: id })
      gross.push(office.run(id).gross_minor)
    }
    expect(gross).toEqual([145_000, 145_500, 145_000])
  })

  it('may be units alone exactly where something says what one comes to', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const ana = await office.hire('Ana', 290_000)
    const hours = fc.integer({ min: 1, max: 400 }).map((tenths) => String(tenths / 10))
    const value = fc.constantFrom('item rate', 'amount', 'component', 'formula', 'percent', 'none')
    await fc.assert(
      fc.asyncProperty(hours, value, async (quantity, by) => {
        const ways: Record<string, Parameters<typeof edited>[0]> = {
          component: { code: 'EXTRA', method: 'fixed', amount_minor: 1_500 },
          formula: { code: 'EXTRA', method: 'formula', formula: 'UNITS * BASE / 160' },
          percent: { code: 'EXTRA', method: 'percent', rate_ppm: 10_000, base: ['BASE'] },
        }
        const own = ways[by] ?? { code: 'EXTRA', method: 'fixed', one_off: true }
        await office.engine.write('user:1', (w) => saveComponents(w, [edited(own)]))
        const item = {
          code: 'EXTRA',
          quantity,
          ...(by === 'item rate' && { rateMinor: 1_000 }),
          ...(by === 'amount' && { amountMinor: 2_000 }),
        }
        const setting = set(ana, 'typed', item)
        if (by === 'none' || by === 'percent') {
          await expect(setting).rejects.toMatchObject({ code: 'payroll.item_without_rate' })
        } else await setting
        await set(ana, 'typed')
      }),
      { numRuns: 40 },
    )
  })

  it('that were there before are taken out one by one, also where none of them would be taken today', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const ana = await office.hire('Ana', 290_000)
    await set(ana, 'typed', { code: 'LATE', amountMinor: 1 }, { code: 'OVERTIME', amountMinor: 1 })
    office.db.exec(`update month_item set amount_minor = null, quantity = '2'`)
    const typed = (code: string, amountMinor?: number) =>
      office.engine.write('user:1', (w) =>
        setTypedItem(w, ana, month, { code, ...(amountMinor !== undefined && { amountMinor }) }),
      )
    await typed('LATE')
    await typed('INCENTIVE', 500)
    await typed('OVERTIME')
    expect(office.db.prepare('select code from month_item').pluck().all()).toEqual(['INCENTIVE'])
  })

  it.each([
    ['payroll.unknown_item_code', { code: 'GIFT', amountMinor: 1 }],
    ['payroll.not_a_one_off', { code: 'BASE', amountMinor: 1 }],
    ['payroll.item_says_nothing', { code: 'TDS' }],
    ['payroll.item_says_nothing', { code: 'ABSENCE' }],
    ['payroll.quantity_not_a_number', { code: 'OVERTIME', quantity: '1,5' }],
    ['payroll.item_without_rate', { code: 'OVERTIME', quantity: '1.5' }],
  ])('are refused with %s', async (code, item) => {
    office = await payrollOffice('2024-02-10', { started: false })
    const ana = await office.hire('Ana', 290_000)
    await expect(set(ana, 'typed', item)).rejects.toMatchObject({ code })
  })
})
