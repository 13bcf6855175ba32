import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { holdBack, inBothThemes, launch, newWindow } from '../support/browser'
import { hasFocus } from '../support/keyboard'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: '2026-11-25T14:32:00Z' })
  await office.api('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

async function opens(): Promise<{ page: Page; errors: string[] }> {
  const page = await newWindow(browser)
  const errors = watch(page)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, errors }
}
/** Selects from a list by its label. */
async function chooses(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
/** Refusals that the window shows in words are 4xx in the browser's own log. */
const unexpected = (errors: string[]) => errors.filter((error) => !/40[049]|422/.test(error))

test('a rate table is pasted with its source, a formula that names it is checked as it is typed, a fault shows its place', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await opens()
  await page.goto(`${office.address}/#/settings/rate-tables`)
  await page.getByText('No rate table yet.').waitFor()
  await page.getByLabel('Code', { exact: true }).fill('INCOME_TAX')
  await page.getByLabel('From', { exact: true }).fill('2026-01-01')
  await page.getByLabel('Bands', { exact: true }).fill('11294\t0\n28797\t11\nrest\t30')
  await page.getByLabel('Published in', { exact: true }).fill('Example gazette 2026, page 4')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await page.getByRole('cell', { name: 'INCOME_TAX', exact: true }).waitFor()
  await page.getByText('0 % to 11,294.00, 11 % to 28,797.00, 30 % above').waitFor()
  await inBothThemes(page, 'rate-tables')

  await page.goto(`${office.address}/#/settings/components`)
  await page.getByRole('button', { name: 'Add a component' }).press('Enter')
  await page.getByLabel('Code', { exact: true }).fill('TAX')
  await page.getByLabel('Name on the payslip', { exact: true }).fill('Income tax')
  await chooses(page, 'What it does', 'Deduction')
  await chooses(page, 'How it is computed', 'A formula')
  const formula = page.getByRole('textbox', { name: 'Formula', exact: true })
  await formula.fill('bands(INCOME_TAX, TAXABLE * 12) / 12 + 5')
  await page.getByText('Formula of TAX, character 40: found a number, expected money.').waitFor()
  await formula.fill('bands(INCOME_TAX, TAXABLE * 12) / 12')
  await page.getByText('It can be read. It needs TAXABLE.').waitFor()
  await inBothThemes(page, 'component-form')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Change Income tax', exact: true }).waitFor()
  await hasFocus(page, page.getByRole('button', { name: 'Add a component' }))
  await inBothThemes(page, 'components')
  const saved = (await office.api('GET', '/api/payroll/components')).body.items as { code: string; formula: string }[]
  expect(saved.find((one) => one.code === 'TAX')?.formula).toBe('bands(INCOME_TAX, TAXABLE * 12) / 12')
  expect(unexpected(errors)).toEqual([])
  await page.close()
})

test('a component that is saved closes its own form only', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { page } = await opens()
  await page.goto(`${office.address}/#/settings/components`)
  await page.getByRole('button', { name: 'Change Income tax', exact: true }).click()
  const name = page.getByLabel('Name on the payslip', { exact: true })
  await name.fill('Tax on income')
  const saving = await holdBack(page, 'payroll.save_components')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await saving.answered
  await page.getByRole('button', { name: 'Add a component' }).click()
  await page.getByLabel('Code', { exact: true }).fill('MEALS')
  await saving.letGo()
  await page.getByRole('button', { name: 'Change Tax on income', exact: true }).waitFor()
  expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('MEALS')

  // Typed on while it is being saved: the form stays, and is now about what was added.
  await name.fill('Meal')
  await page.getByLabel('Amount, EUR', { exact: true }).fill('90')
  const adding = await holdBack(page, 'payroll.save_components')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await adding.answered
  await name.fill('Meals')
  await adding.letGo()
  await page.getByRole('button', { name: 'Change Meal', exact: true }).waitFor()
  expect(await name.inputValue()).toBe('Meals')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Change Meals', exact: true }).waitFor()
  await page.close()
})

test('a structure by working days, and on a person’s page leave, a loan and an item: the payslip opens to each of them', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await opens()
  await page.goto(`${office.address}/#/settings/structures`)
  await page.getByText('No structure yet.').waitFor()
  const components = (await office.api('GET', '/api/payroll/components')).body.items as object[]
  const meal = {
    code: 'MEAL',
    name: 'Meals',
    kind: 'earning',
    method: 'fixed',
    amount_minor: 9_000,
    structures: ['STAFF'],
  }
  await office.api('PUT', '/api/payroll/components', { items: [...components, meal] })
  await page.getByRole('button', { name: 'Change STAFF', exact: true }).press('Enter')
  await expect.poll(() => page.getByLabel('MEAL, Meals').isChecked()).toBe(true)
  await chooses(page, 'Paid by', 'Working days')
  await page.getByLabel('Holidays do not count').check()
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await page.getByText('Working days, without holidays').waitFor()
  await inBothThemes(page, 'structures')

  const person = await office.api('POST', '/api/rpc/people.add_employee', {
    name: 'Ana Example',
    hire_date: '2026-01-01',
    base_minor: 300_000,
  })
  const { id } = person.body as { id: number }
  await page.goto(`${office.address}/#/people/${id}`)
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  const leave = section('Leave and absence')
  await leave.getByLabel('From', { exact: true }).fill('2026-11-02')
  await leave.getByLabel('To', { exact: true }).fill('2026-11-04')
  await leave.getByRole('button', { name: 'Note it' }).press('Enter')
  await leave.getByRole('cell', { name: 'Unpaid leave', exact: true }).waitFor()
  const loans = section('Loans and advances')
  await loans.getByLabel('Lent, EUR').fill('500.00')
  await loans.getByLabel('Each period, EUR').fill('200.00')
  await loans.getByLabel('First taken from').fill('2026-11-01')
  await loans.getByRole('button', { name: 'Add it' }).press('Enter')
  await loans.getByRole('cell', { name: 'Loan instalment', exact: true }).waitFor()
  const items = section('One-off items')
  await items.getByLabel('Month', { exact: true }).fill('2026-11')
  await chooses(page, 'Item', 'Incentive')
  await items.getByLabel('Amount, EUR').fill('150.00')
  await items.getByRole('button', { name: 'Put it in' }).press('Enter')
  await items.getByRole('cell', { name: 'Incentive', exact: true }).waitFor()
  const held = section('Pay held back')
  await held.getByLabel('From', { exact: true }).fill('2026-12-01')
  await held.getByLabel('Why').fill('Account unknown')
  await held.getByRole('button', { name: 'Hold the pay' }).press('Enter')
  await held.getByText('Held from 1 Dec 2026: Account unknown.').waitFor()
  await inBothThemes(page, 'pay-terms')

  const period = { start_date: '2026-11-01', end_date: '2026-11-30', period_type: 'monthly', status: 'active' }
  const { id: periodId } = (await office.api('POST', '/api/payroll/periods', period)).body as { id: number }
  await office.api('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  await expect
    .poll(async () => (await office.api('GET', `/api/payroll/periods/${periodId}`)).body.runs[0]?.status)
    .toBe('draft')
  const run = (await office.api('GET', `/api/payroll/periods/${periodId}`)).body.runs[0] as { id: number }
  const [slip] = (await office.api('GET', `/api/payroll/runs/${run.id}/slips`)).body.items as { id: number }[]
  await page.goto(`${office.address}/#/pay-runs/${periodId}/explain/${slip?.id}/LOAN`)
  await page.getByText('Loan of 500.00 from 1 Nov 2026: 200.00 taken').waitFor()
  await inBothThemes(page, 'explain-loan')
  await page.goto(`${office.address}/#/pay-runs/${periodId}/explain/${slip?.id}/BASE`)
  await page.getByText('Unpaid leave, 2 Nov 2026 to 4 Nov 2026').waitFor()
  expect(unexpected(errors)).toEqual([])
  await page.close()
})
