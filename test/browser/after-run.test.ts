import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { goTo } from '../support/office-window'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let admin: Administrator
const periods: number[] = []

const PEOPLE = `employee_id,name,email,salary
E1,Ana Example,ana@office.example,3000
E2,Ben Example,ben@office.example,2000
E3,Eva Example,eva@office.example,1000`

async function month(no: number, description: string): Promise<number> {
  const days = new Date(Date.UTC(2026, no, 0)).getUTCDate()
  const mm = String(no).padStart(2, '0')
  return admin.createsPeriod({
    start_date: `2026-${mm}-01`,
    end_date: `2026-${mm}-${days}`,
    period_type: 'monthly',
    status: 'active',
    description,
  })
}

/** A period is run and approved, as every month. */
async function pays(periodId: number): Promise<void> {
  await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  const draft = await admin.seesDraft(periodId)
  await admin.approves(draft.id)
}

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2026-04-10T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  for (const name of ['JAN', 'FEB']) {
    const checked = await admin.drops({ name: `${name}.csv`, bytes: PEOPLE }, 'salaries', { year: 2026, month: name })
    await admin.applies(checked.import_id)
  }
  periods.push(await month(1, 'January 2026'), await month(2, 'February 2026'))
  await pays(periods[0] ?? 0)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
})

async function opens(place: string): Promise<Page> {
  const page = await newWindow(browser)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('link', { name: /^Pay runs/ }).waitFor() // a draft that waits is counted beside it
  await goTo(page, place)
  return page
}

const raises = async (who: string, minor: number) => {
  const { body } = await admin.ask('GET', `/api/employees?q=${who}`)
  await admin.ask('PATCH', `/api/employees/${body.items[0].id}`, { base_minor: minor, from: '2026-01-01' })
}

test('one payslip is corrected, from the number that is wrong to the payslip that is right', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await raises('Ana', 310_000)
  const page = await opens(`pay-runs/${periods[0]}`)
  const errors = watch(page)
  await page.getByRole('button', { name: 'Show' }).click() // who is paid as before is one line
  await page.getByRole('link', { name: '3,000.00: explain the net of Ana Example' }).click()
  await page.getByRole('button', { name: 'Correct this payslip…' }).click()
  await page.getByLabel('Why (for the records)').fill('Raise not typed in time')
  await inBothThemes(page, 'pay-run-correct-question')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Correct this payslip…' }).press('Enter')
  await page.getByLabel('Why (for the records)').fill('Raise not typed in time')
  await page.getByRole('button', { name: 'Draft the correction' }).click()

  await page.getByRole('heading', { name: 'Correction, January 2026' }).waitFor()
  await page.getByText('1 payslip is replaced').waitFor()
  await inBothThemes(page, 'pay-run-correction')
  await page.getByRole('button', { name: 'Replace the payslip' }).click()
  await page.getByText('1 payslip made').waitFor()
  await goTo(page, `pay-runs/${periods[0]}`)
  await page.getByText('6,100.00').first().waitFor()
  await page.getByRole('link', { name: 'Correction' }).waitFor()
  await inBothThemes(page, 'pay-run-with-others')
  expect(errors).toEqual([])
  await page.close()
})

test('arrears and an off-cycle run are drafted, looked at and posted', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await raises('Ben', 205_000)
  const page = await opens(`pay-runs/${periods[1]}/arrears`)
  const errors = watch(page)
  await page.getByLabel('January 2026').check()
  await inBothThemes(page, 'pay-run-arrears-form')
  await page.getByRole('button', { name: 'Find the differences' }).click()
  await page.getByText('Base pay, January 2026: 2,000.00 → 2,050.00').waitFor()
  await page.getByText('Differences of 50.00 EUR are posted').waitFor()
  await page.getByRole('link', { name: '50.00: explain the net of Ben Example' }).click()
  await page.getByRole('link', { name: 'Base pay' }).click()
  await page.getByText('2,000.00 posted, 2,050.00 with today’s facts').waitFor()
  await inBothThemes(page, 'pay-run-arrears')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Post the differences' }).click()
  await page.getByText('1 payslip made').waitFor()

  await goTo(page, `pay-runs/${periods[1]}/off-cycle`)
  await page.getByRole('combobox', { name: 'Employee' }).fill('Eva')
  await expect.poll(() => page.getByRole('option').count()).toBe(1) // the office has answered to what was typed
  await page.getByRole('option', { name: /Eva Example/ }).click()
  await page.getByRole('combobox', { name: 'Component' }).click()
  await page.getByRole('option', { name: 'Incentive' }).click()
  await page.getByLabel('Amount, EUR').fill('250.00')
  await inBothThemes(page, 'pay-run-off-cycle-form')
  await page.getByRole('button', { name: 'Draft the run' }).click()
  await page.getByText('1 person will be paid 250.00 EUR').waitFor()
  await page.getByRole('button', { name: 'Discard the draft…' }).click()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.getByText('Discarded. Nothing of it was paid.').waitFor()
  await inBothThemes(page, 'pay-run-discarded')
  expect(errors).toEqual([])
  await page.close()
})

test('a run is taken back, and its period computed anew', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await opens(`pay-runs/${periods[0]}`)
  const errors = watch(page)
  await page.getByRole('button', { name: 'Reverse the run…' }).click()
  await page.getByText('Reverse run 1?').waitFor()
  await page.getByRole('button', { name: 'Draft the reversal' }).click()
  await page.getByText('Run 1 is taken back').waitFor()
  await inBothThemes(page, 'pay-run-reversal')
  await page.getByRole('button', { name: 'Reverse the run', exact: true }).click()
  await page.getByText('Taken back. To pay the period, compute it anew.').waitFor()
  await goTo(page, `pay-runs/${periods[0]}`)
  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByRole('button', { name: 'Approve 3 payslips' }).waitFor()
  expect(errors).toEqual([])
  await page.close()
})

test('a leaver gets final pay from the person’s page', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { body } = await admin.ask('GET', '/api/employees?q=Eva')
  const eva = body.items[0].id
  await admin.ask('PATCH', `/api/employees/${eva}`, { termination_date: '2026-02-14' })
  const loan = { principal_minor: 10_000, instalment_minor: 2000, from: '2026-02-01' }
  expect((await admin.ask('POST', `/api/employees/${eva}/loans`, loan)).status).toBe(201)
  const page = await opens(`people/${eva}`)
  const errors = watch(page)
  await page.getByRole('button', { name: 'Final pay…' }).click()
  await inBothThemes(page, 'final-pay-question')
  await page.getByRole('button', { name: 'Draft the final pay' }).click()
  await page.getByRole('heading', { name: 'Final pay, February 2026' }).waitFor()
  await page.getByText('1 person will be paid 400.00 EUR').waitFor()
  await inBothThemes(page, 'final-pay')
  expect(errors).toEqual([])
  await page.close()
})

test('the year of everybody is a table and a file', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await opens('pay-runs')
  const errors = watch(page)
  await page.getByRole('link', { name: 'Year totals' }).click()
  await page.getByRole('heading', { name: 'Year totals, 2026' }).waitFor()
  await page.getByRole('columnheader', { name: 'Base pay' }).waitFor()
  await inBothThemes(page, 'year-totals')
  const { body } = await admin.ask('GET', '/api/payroll/years/2026')
  // January was taken back: only the arrears that were posted for Ben are left.
  expect(body.items.map((one: { net_minor: number }) => one.net_minor).filter(Boolean)).toEqual([5000])
  for (const name of ['Save as CSV', 'Save as Excel']) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    expect((await download).suggestedFilename()).toBe(`year-totals-2026.${name === 'Save as CSV' ? 'csv' : 'xlsx'}`)
  }
  expect(errors).toEqual([])
  await page.close()
})

test('a draft that another run has made stale says so, and is approved after it is recalculated', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await admin.ask('POST', `/api/payroll/periods/${periods[1]}/run`, { force: true })
  type Run = { id: number; kind: string; status: string }
  const final = await admin.until(`/api/payroll/periods/${periods[1]}`, ({ body }) => {
    const of = (kind: string) => body.runs.find((one: Run) => one.kind === kind && one.status === 'draft')
    return of('regular') && of('final')
  })
  expect((await admin.approves(final.id)).status).toBe(200)
  const page = await opens(`/pay-runs/${periods[1]}`)
  const errors = watch(page)
  await page.getByText('These got their final pay for this period by a run of their own: Eva Example.').waitFor()
  expect(await page.getByRole('button', { name: 'Approve 3 payslips' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'pay-run-stale')
  await page.getByRole('button', { name: 'Recalculate' }).click()
  await page.getByRole('button', { name: 'Approve 2 payslips', disabled: false }).waitFor()
  // What was typed after it was computed is not in its figures either.
  await raises('Ben', 215_000)
  await page.getByText('what it is computed from was changed').waitFor()
  await page.getByRole('button', { name: 'Approve 2 payslips', disabled: true }).waitFor()
  await page.getByRole('button', { name: 'Recalculate' }).click()
  await page.getByRole('button', { name: 'Approve 2 payslips', disabled: false }).click()
  await page.getByText('2 payslips made').waitFor()
  // Final pay is a run of its own, and it is paid as any other.
  await goTo(page, `pay-runs/${periods[1]}/runs/${final.id}`)
  await page.getByRole('heading', { name: 'Final pay, February 2026' }).waitFor()
  await page.getByText('none of 1 transfer ready, 400.00 EUR').waitFor()
  await page.getByText('Eva Example has no bank account.').waitFor()
  await inBothThemes(page, 'final-pay-approved')
  expect(errors).toEqual([])
  await page.close()
})
