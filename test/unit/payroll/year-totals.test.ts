import { afterEach, expect, test } from 'vitest'
import { setBasePay } from '../../../jobs/payroll'
import { explainLine } from '../../../jobs/payroll/explain'
import { review } from '../../../jobs/payroll/review'
import { officeTaxYear } from '../../../jobs/payroll/tax-year'
import { taxYearsPaid, yearTotals } from '../../../jobs/payroll/year-totals'
import { writeSetting } from '../../../jobs/shared/settings'
import type { LocalDate } from '../../../jobs/values/time'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const raise = (partyId: number, baseMinor: number) =>
  office.write((w) => setBasePay(w, { partyId, baseMinor, from: '2020-01-01' as LocalDate, origin: 'user:1' }))

test('year totals are what approved runs paid: corrections replace, reversed runs cancel out, drafts do not count', async () => {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 310_000)
  const ben = await office.hire('Ben', 100_000)
  const january = await office.month(1)
  const run = await office.runPeriod(january)
  await raise(ana, 320_000)
  const slip = office.slips(run).find((one) => one.party_id === ana)
  await office.approve(await office.draftCorrection(slip?.id ?? 0))
  const march = await office.month(3)
  const second = await office.runPeriod(march)
  await office.approve(await office.draftReversal(second))
  await office.process({ period_id: march, force: true })

  const totals = yearTotals(office.db, officeTaxYear(office.db, 2024))
  expect(totals.columns).toEqual([{ code: 'BASE', kind: 'earning', name: 'Base pay' }])
  expect(totals.people.map((one) => [one.party_id, one.amounts, one.gross_minor, one.net_minor])).toEqual([
    [ana, [320_000], 320_000, 320_000],
    [ben, [100_000], 100_000, 100_000],
  ])
  expect(totals.taxYears.map((one) => one.name)).toEqual(['2024'])
  expect(yearTotals(office.db, officeTaxYear(office.db, 2023)).people).toEqual([])
})

test('a run is compared with the corrected last one and with the same month a year ago', async () => {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 300_000)
  const monthOf = async (start_date: string, end_date: string) =>
    office.runPeriod(await office.addPeriod({ start_date, end_date, description: start_date }))
  await monthOf('2023-02-01', '2023-02-28')
  const january = await monthOf('2024-01-01', '2024-01-31')
  await raise(ana, 310_000)
  await office.approve(await office.draftCorrection(office.slips(january)[0]?.id ?? 0))
  const february = await monthOf('2024-02-01', '2024-02-29')
  const found = review(office.db, february)
  expect(found.rows).toMatchObject([{ partyId: ana, beforeMinor: 310_000, netMinor: 310_000, differenceMinor: 0 }])
  expect(found.yearAgo?.figures.net_minor).toBe(300_000)
  expect(found.components).toMatchObject([
    { code: 'BASE', amount_minor: 310_000, before_minor: 310_000, year_ago_minor: 300_000 },
  ])
  const explained = explainLine(office.db, office.slips(february)[0]?.id ?? 0, 'BASE')
  expect([explained.beforeMinor, explained.yearAgoMinor, explained.lines[0]?.yearMinor]).toEqual([
    310_000, 300_000, 620_000,
  ])
})

test('year to date and year totals begin with the office’s tax year, whatever the calendar says', async () => {
  office = await supplementaryOffice('2024-05-31')
  await office.write((w) => writeSetting(w, 'payroll', { two_person_approval: false, tax_year_starts: '04-06' }))
  const ana = await office.hire('Ana', 300_000)
  const run = async (start_date: string, end_date: string) =>
    office.runPeriod(await office.addPeriod({ start_date, end_date, description: start_date }))
  await run('2024-02-01', '2024-02-29')
  const march = await run('2024-03-01', '2024-03-31')
  const april = await run('2024-04-01', '2024-04-30')
  const may = await run('2024-05-01', '2024-05-31')
  const year = (number: number) => yearTotals(office.db, officeTaxYear(office.db, number))
  expect(taxYearsPaid(office.db).map((one) => one.name)).toEqual(['2024/25', '2023/24'])
  expect(year(2023)).toMatchObject({ people: [{ party_id: ana, net_minor: 600_000, amounts: [600_000] }] })
  expect(year(2024)).toMatchObject({ people: [{ party_id: ana, net_minor: 600_000, amounts: [600_000] }] })
  const toDate = (runId: number) => {
    const found = explainLine(office.db, office.slips(runId)[0]?.id ?? 0, 'NET')
    return [found.taxYear, found.yearMinor, found.lines[0]?.yearMinor]
  }
  expect(toDate(march)).toEqual(['2023/24', 600_000, 600_000])
  expect(toDate(april)).toEqual(['2024/25', 300_000, 300_000])
  expect(toDate(may)).toEqual(['2024/25', 600_000, 600_000])
})
