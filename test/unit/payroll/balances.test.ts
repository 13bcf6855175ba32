import { afterEach, describe, expect, it } from 'vitest'
import { approveRun } from '../../../jobs/payroll/approve'
import { readEditedComponents } from '../../../jobs/payroll/components'
import { explainLine } from '../../../jobs/payroll/explain'
import { payTermsOf, setTypedItem } from '../../../jobs/payroll/pay-terms'
import { addLoan, holdPay, releasePay, stopLoan } from '../../../jobs/payroll/terms'
import { made, monthsOf, only, refusal } from './pay-months'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
let months: ReturnType<typeof monthsOf>
afterEach(() => office.engine.stop(1000))

async function opens(options: { started?: boolean } = {}) {
  office = await payrollOffice('2024-02-10', options)
  months = monthsOf(office)
}

describe('a loan', () => {
  it('is taken in instalments by approved runs until it is paid back; a draft takes nothing for good', async () => {
    await opens()
    const ana = await office.hire('Ana', 300_000)
    await months.write((w) =>
      addLoan(w, {
        partyId: ana,
        code: 'LOAN',
        principalMinor: 50_000,
        instalmentMinor: 20_000,
        from: '2024-01-15',
        note: 'Bicycle',
      }),
    )
    const balance = () => payTermsOf(office.db, ana).loans[0]?.balanceMinor
    const january = await months.month(1)
    expect([only(january).amounts.LOAN, balance()]).toEqual([20_000, 30_000])
    const draft = await months.month(2, false)
    expect([only(draft).amounts.LOAN, balance()]).toEqual([20_000, 30_000])
    await months.run(months.periodOf(only(draft).run_id))
    const march = await months.month(3)
    expect([only(march).amounts.LOAN, balance()]).toEqual([10_000, 0])
    expect(only(await months.month(4)).amounts.LOAN).toBeUndefined()
    const { inputs } = explainLine(office.db, only(march).id, 'LOAN')
    expect(only(inputs)).toMatchObject({
      kind: 'loan',
      name: 'Bicycle',
      amountMinor: 10_000,
      ofMinor: 50_000,
      origin: { kind: 'user' },
    })
  })

  it('is not taken twice by two drafts that were computed beside each other', async () => {
    await opens()
    const ana = await office.hire('Ana', 300_000)
    await months.write((w) =>
      addLoan(w, {
        partyId: ana,
        code: 'ADVANCE',
        principalMinor: 20_000,
        instalmentMinor: 20_000,
        from: '2024-01-01',
        note: '',
      }),
    )
    const drafts = [await months.month(1, false), await months.month(2, false)]
    expect(drafts.map((slips) => only(slips).amounts.ADVANCE)).toEqual([20_000, 20_000])
    const [first, second] = office.db.prepare('select id from pay_run order by id').pluck().all() as number[]
    await months.write((w) => approveRun(w, second ?? 0))
    expect(await refusal(months.write((w) => approveRun(w, first ?? 0)))).toBe('payroll.balance_overdrawn')
    // It is still computed for January as if February had not been: the later run is the one that stands.
    await months.write((w) => stopLoan(w, payTermsOf(office.db, ana).loans[0]?.id ?? 0, '2024-01-01'))
    expect(only(await months.run(months.periodOf(first ?? 0))).amounts.ADVANCE).toBeUndefined()
  })

  it('needs its component, a person and amounts', async () => {
    await opens({ started: false })
    const partyId = await office.hire('Ana', 300_000)
    const loan = { partyId, code: 'LOAN', principalMinor: 100, instalmentMinor: 100, from: '2024-01-01', note: '' }
    const refused = (given: Partial<typeof loan>) => refusal(months.write((w) => addLoan(w, { ...loan, ...given })))
    expect(await refused({ code: 'BASE' })).toBe('payroll.loan_without_component')
    expect(await refused({ partyId: 99 })).toBe('payroll.no_contract_to_change')
    expect(await refused({ instalmentMinor: 101 })).toBe('payroll.loan_amounts')
    expect(await refused({ from: 'soon' })).toBe('payroll.period_date_unreadable')
    expect(await refused({})).toBe('accepted')
    const all = readEditedComponents(office.db).map((one) => (one.code === 'LOAN' ? { ...one, active: false } : one))
    expect(await refusal(months.add(...all))).toBe('payroll.component_has_loans')
  })
})

describe('pay that is held', () => {
  it('is not paid until it is released, then with the next period; each line says why', async () => {
    await opens()
    const ana = await office.hire('Ana', 300_000)
    await months.write((w) =>
      holdPay(w, { partyId: ana, from: '2024-01-10', amountMinor: null, reason: 'Account unknown' }),
    )
    expect(
      await refusal(
        months.write((w) => holdPay(w, { partyId: ana, from: '2024-02-01', amountMinor: null, reason: '' })),
      ),
    ).toBe('payroll.held_already')
    const january = only(await months.month(1))
    expect([january.net_minor, january.gross_minor, payTermsOf(office.db, ana).heldMinor]).toEqual([
      0, 300_000, 300_000,
    ])
    expect(only(explainLine(office.db, january.id, 'HELD').inputs)).toMatchObject({
      kind: 'hold',
      name: 'Account unknown',
    })
    await months.write((w) => releasePay(w, ana, '2024-02-20'))
    const february = only(await months.month(2))
    expect([february.net_minor, february.gross_minor, payTermsOf(office.db, ana).heldMinor]).toEqual([
      600_000, 300_000, 0,
    ])
    expect(only(await months.month(3)).net_minor).toBe(300_000)
  })
})

describe('a deduction that may be carried over', () => {
  it('waits until there is pay to take it from, and the others are paid meanwhile', async () => {
    await opens()
    await months.add(made({ code: 'FINE', one_off: true, carry_over: true }))
    const ana = await office.hire('Ana', 10_000)
    const bruno = await office.hire('Bruno', 10_000)
    await months.write((w) => setTypedItem(w, ana, '2024-01', { code: 'FINE', amountMinor: 25_000 }))
    await months.write((w) => setTypedItem(w, bruno, '2024-01', { code: 'LATE', quantity: '1', rateMinor: 25_000 }))
    const [first, second] = await months.month(1, false)
    expect([first?.amounts.FINE, first?.net_minor, second?.status]).toEqual([10_000, 0, 'error'])
    await months.write((w) => setTypedItem(w, bruno, '2024-01', { code: 'LATE' }))
    await months.run(months.periodOf(first?.run_id ?? 0))
    const [february] = await months.month(2)
    expect(february?.amounts.FINE).toBe(10_000)
    expect(explainLine(office.db, february?.id ?? 0, 'FINE').inputs.map((one) => [one.kind, one.amountMinor])).toEqual([
      ['brought', -15_000],
      ['carried', 5_000],
    ])
    const [march] = await months.month(3)
    expect([march?.amounts.FINE, march?.net_minor]).toEqual([5_000, 5_000])
    expect((await months.month(4))[0]?.amounts.FINE).toBeUndefined()
  })
  it('by cumulative bands is taken once: what waits is not asked for again by the year to date', async () => {
    await opens()
    const bands = [{ up_to_minor: null, rate_ppm: 500_000 }]
    await months.add(made({ code: 'TAX', method: 'cumulative_bands', base: ['GROSS'], bands, carry_over: true }))
    const ana = await office.hire('Ana', 10_000)
    await months.write((w) => setTypedItem(w, ana, '2024-01', { code: 'TDS', amountMinor: 8_000 }))
    const taxes = [await months.month(1), await months.month(2), await months.month(3)].map((one) => only(one).amounts)
    // Of 5,000 a month 2,000 could be taken in January; the other 3,000 come with February's own.
    expect(taxes.map(({ TAX }) => TAX)).toEqual([2_000, 8_000, 5_000])
  })
})
