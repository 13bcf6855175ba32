import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { choose } from '../support/keyboard'
import { axe, watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let admin: Administrator
/** More than any list answers at once. */
const STAFF = 260
const FILE = [
  'Employee number,Name,Salary,Hire date',
  ...Array.from({ length: STAFF }, (_, n) => `E${n},Person ${String(n).padStart(3, '0')},2000.00,2020-01-01`),
  'E999,Zoë Last,2000.00,2020-01-01',
].join('\n')

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2026-01-20T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  const checked = await admin.drops({ name: 'jan.csv', bytes: FILE }, 'salaries', { year: 2026, month: 'JAN' })
  await admin.applies(checked.import_id)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
})

async function opens(place: string): Promise<Page> {
  const page = await newWindow(browser)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('link', { name: 'People', exact: true }).waitFor()
  await goes(page, place)
  return page
}
const goes = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, place)

/** The settings' pages that Ctrl-K lists for what is typed. */
async function finds(page: Page, typed: string): Promise<string[]> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A place, a person').fill(typed)
  const list = page.getByRole('listbox')
  await expect.poll(() => list.textContent()).toMatch(new RegExp(`${typed}`, 'i'))
  const found = await list.getByRole('option').allTextContents()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  return found.map((one) => one.replace(/Settings$/, ''))
}

test('whoever is beyond the first page is found by typing a name, and stays chosen', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const period = await admin.createsPeriod({
    start_date: '2026-01-01',
    end_date: '2026-01-31',
    period_type: 'monthly',
    status: 'active',
  })
  const page = await opens(`/pay-runs/${period}/off-cycle`)
  const errors = watch(page)
  const who = page.getByRole('combobox', { name: 'Employee' })
  await who.fill('nobody of that name')
  await page.getByText('Nobody is found by “nobody of that name”.').waitFor()
  await who.fill('zoë')
  await choose(page, 'Zoë Last (E999)')
  await expect.poll(() => who.inputValue()).toBe('Zoë Last (E999)')
  // Asked for anew with the name in the field, the list still has everybody, and the choice stands.
  await who.click()
  await page.getByRole('option', { name: 'Person 000 (E0)' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await who.inputValue()).toBe('Zoë Last (E999)')
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await page.close()
})

test('an office without payroll is shown no pay settings and no pay of a person', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { body } = await admin.ask('GET', '/api/employees?q=Last')
  const zoe = body.items[0].id
  const page = await opens('/settings/office')
  const errors = watch(page)
  const list = page.getByRole('navigation', { name: 'Settings', exact: true })
  const PAY = ['Pay components', 'Rate tables', 'Pay structures', 'Tax year', 'Bank', 'Payslips', 'Accountant']
  for (const name of PAY) await list.getByRole('link', { name, exact: true }).waitFor()
  expect(await finds(page, 'structures')).toContain('Pay structures')
  await goes(page, `/people/${zoe}`)
  await page.getByRole('heading', { name: 'Loans and advances' }).waitFor()

  await admin.ask('PUT', '/api/settings/modules', { payroll: false })
  await page.getByRole('heading', { name: 'Loans and advances' }).waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Employment' }).waitFor()
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(headings.filter((one) => /leave|loan|held|bank|payslip/i.test(one))).toEqual([])
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/person-without-payroll.png' })
  await goes(page, '/settings/office')
  await list.getByRole('link', { name: 'Holidays' }).waitFor()
  const shown = await list.getByRole('link').allTextContents()
  expect(shown.filter((one) => PAY.includes(one))).toEqual([])
  await page.screenshot({ path: 'dist/shots/settings-without-payroll.png' })
  expect(await finds(page, 'structures')).toEqual([])
  expect(await finds(page, 'modules')).toContain('Modules')

  await admin.ask('PUT', '/api/settings/modules', { payroll: true })
  await goes(page, '/settings/tax-year')
  await page.getByRole('heading', { level: 1, name: 'Tax year' }).waitFor()
  await page.getByLabel('It begins on (month-day)').fill('31 January')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('That is no day on which a tax year can begin.').first().waitFor()
  await page.getByLabel('It begins on (month-day)').fill('04-06')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  expect((await admin.ask('GET', '/api/settings/payroll')).body).toMatchObject({ tax_year_starts: '04-06' })
  await inBothThemes(page, 'settings-tax-year')
  expect(errors.filter((one) => !one.includes('422'))).toEqual([])
  await page.close()
})
