import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { hasFocus } from '../support/keyboard'
import { goTo } from '../support/office-window'
import { watch } from '../support/screen'
import { IBANS } from '../unit/payroll/bank/bank-file-builders'

const missing = inject('missing').chromium
let browser: Browser
let admin: Administrator
const ids: number[] = []
let periodId = 0

const SALARIES = [
  'employee_id,name,email,salary',
  'E1,Ana Example,,2000',
  'E2,Bruno Example,,3000',
  'E3,Carla Example,,4000',
]

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2026-10-30T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  const checked = await admin.drops({ name: 'OCT.csv', bytes: SALARIES.join('\n') }, 'salaries', {
    year: 2026,
    month: 'OCT',
  })
  await admin.applies(checked.import_id)
  const { items } = (await admin.ask('GET', '/api/employees?limit=10')).body
  for (const [index, { id }] of items.entries()) {
    ids.push(id)
    if (index === 1) continue
    await admin.ask('PATCH', `/api/employees/${id}`, { bank_account: { iban: IBANS[index] } })
  }
  const period = { start_date: '2026-10-01', end_date: '2026-10-31', period_type: 'monthly', status: 'active' }
  periodId = (await admin.ask('POST', '/api/payroll/periods/', period)).body.id
  await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  const run = await admin.until(
    `/api/payroll/periods/${periodId}`,
    ({ body }) => body.runs[0]?.net_minor > 0 && body.runs[0],
  )
  await admin.ask('POST', `/api/payroll/runs/${run.id}/approve`, {})
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
})

/** The page of the period whose run is approved. */
async function opens(): Promise<{ page: Page; errors: string[] }> {
  const page = await newWindow(browser, { width: 1280, height: 900 })
  const errors = watch(page)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('link', { name: 'Pay runs', exact: true }).waitFor()
  await goTo(page, `pay-runs/${periodId}`)
  return { page, errors }
}
/** What the office refused in words is a 422 in the browser's own log. */
const unexpected = (errors: string[]) => errors.filter((one) => !one.includes('422'))

test('an approved run is paid: what is missing is named and typed, the file is saved, a second one says DUPLICATE', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await opens()
  await page.getByText('The office’s own IBAN is not known.').waitFor()
  await page.getByText('Bruno Example has no bank account.').waitFor()
  await page.getByText('2 of 3 transfers ready, control sum 9,000.00 EUR').waitFor()
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'NACHA PPD, unbalanced' }).click()
  await page.getByText('none of 3 transfers ready, 9,000.00 EUR: something is missing of everybody').waitFor()
  // The part was not taken away meanwhile: the choice still has the focus.
  await hasFocus(page, page.getByRole('combobox', { name: 'Format' }))
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: /pain.001.001.03/ }).click()
  await page.getByText('2 of 3 transfers ready, control sum 9,000.00 EUR').waitFor()
  expect(await page.getByRole('button', { name: 'Make the file' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'pay-out-missing')

  await page.getByRole('link', { name: 'Settings, Bank' }).click()
  await page.getByLabel('IBAN').fill('DE00 3704 0044 0532 0130 00')
  await page.getByLabel('IBAN').press('Enter')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00')
  await page.getByRole('button', { name: 'Add a layout' }).click()
  await inBothThemes(page, 'settings-bank')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()

  await page.goBack()
  await page.getByRole('link', { name: 'Open the person' }).click()
  await page.getByRole('button', { name: 'Change the bank account' }).press('Enter')
  await page.getByLabel('IBAN').fill('FR14 2004 1010 0505 0001 3M02 60')
  await page.keyboard.press('Enter')
  await page.getByText('Bruno Example: the IBAN FR…0260 has 26 characters; one of FR has 27.').waitFor()
  await inBothThemes(page, 'person-bank-account')
  await page.getByLabel('IBAN').fill(IBANS[1] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('FR14 2004 1010 0505 0001 3M02 606').waitFor()

  await page.goBack()
  await page.getByText('3 transfers, control sum 9,000.00 EUR').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the file' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^PAY-2026-10-R\d+\.xml$/)
  const xml = fs.readFileSync(await file.path(), 'utf8')
  expect(xml).toContain('<CtrlSum>9000.00</CtrlSum>')
  await page.getByText('Made', { exact: true }).waitFor()

  const second = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make another file' }).click()
  expect((await second).suggestedFilename()).toContain('-DUPLICATE-2.xml')
  await page.getByText('Duplicate', { exact: true }).waitFor()
  const again = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Save PAY-2026-10-R\d+\.xml$/ }).click()
  expect(fs.readFileSync(await (await again).path(), 'utf8')).toBe(xml)
  await page.getByRole('button', { name: /^It was not sent: PAY-2026-10-R\d+-DUPLICATE-2\.xml$/ }).press('Enter')
  await page.getByText('Not sent', { exact: true }).waitFor()
  await inBothThemes(page, 'pay-out-made')
  expect(unexpected(errors)).toEqual([])
  await page.close()
})

test('an account that was changed is confirmed, the month is handed over, and the run is marked as paid', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  await admin.ask('PUT', '/api/settings/bank', { iban: IBANS[0] })
  for (const at of [0, 1]) await admin.ask('PATCH', `/api/employees/${ids[at]}`, { bank_account: { iban: IBANS[at] } })
  const { page, errors } = await opens()
  await page.getByText('3 transfers, control sum 9,000.00 EUR').waitFor()
  await admin.ask('PATCH', `/api/employees/${ids[0]}`, { bank_account: { iban: IBANS[4] } })
  await page.getByText('Ana Example: DE…3000 → NO…7947').waitFor()
  await page.getByText('The bank account of Ana Example was changed, and nobody has confirmed the new one.').waitFor()
  await inBothThemes(page, 'pay-out-changed')
  await page.getByRole('button', { name: 'It is right: the new account of Ana Example' }).press('Enter')
  await page.getByText('Confirmed', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Make the handover of October 2026' }).click()
  await page.getByText('The DATEV batch is left out').waitFor()
  const zip = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save HO 2026/1' }).click()
  expect((await zip).suggestedFilename()).toBe('payroll-2026-10.zip')

  await page.getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByText('Paid.', { exact: true }).waitFor()
  expect(unexpected(errors)).toEqual([])
  await page.close()
})

test('what the accountant and the payslips need is set', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await opens()
  await goTo(page, 'settings/accountant')
  await page.getByLabel('Earnings, debit').waitFor()
  await inBothThemes(page, 'settings-accountant')
  await page.getByLabel('Earnings, debit').fill('4120')
  await page.keyboard.press('Control+s')
  await page.getByText('Saved.', { exact: true }).waitFor()
  await goTo(page, 'settings/payslips')
  await page.getByText('Password').first().waitFor()
  await inBothThemes(page, 'settings-payslips')
  expect(unexpected(errors)).toEqual([])
  await page.close()
})
