import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { holdBack, inBothThemes, launch, newWindow, settled } from '../support/browser'
import { choose, hasFocus } from '../support/keyboard'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let admin: Administrator

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2026-10-30T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
})

async function opens(): Promise<Page> {
  const page = await newWindow(browser)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  return page
}

test('somebody is added by hand, corrected where it stands, and gets a salary', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await opens()
  const errors = watch(page)
  await page.getByText('Nobody yet.').waitFor()
  await inBothThemes(page, 'people-empty')
  await page.getByRole('link', { name: 'Add a person' }).first().click()
  await page.getByLabel('Given name').fill('Ana')
  await page.getByLabel('Family name').fill('<b>Costa</b>')
  await page.getByLabel('Number').fill('E001')
  await page.getByLabel('Department').fill('Front desk')
  await page.getByLabel('First day').fill('2026-01-01')
  await inBothThemes(page, 'person-new')
  await page.getByRole('button', { name: 'Add this person' }).click()
  await page.getByRole('heading', { name: 'Ana <b>Costa</b>' }).waitFor()

  await page.getByRole('button', { name: 'Change mail address' }).click()
  await page.getByLabel('Mail address', { exact: true }).fill('ana@office.example, bruno@office.example')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Mail address', { exact: true }).fill('ana@office.example')
  await page.keyboard.press('Enter')
  await page.getByText('ana@office.example', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Change mail address' }).and(page.locator(':focus')).waitFor()

  // The language is one that Daybook writes, or the office's own.
  const language = page.getByRole('button', { name: 'Change payslip in' })
  for (const [choice, saved] of [
    ['Português', 'pt'],
    ['As the office', null],
  ] as const) {
    await language.press('Enter')
    await hasFocus(page, page.getByRole('combobox', { name: 'Payslip in' }))
    await page.keyboard.press('ArrowDown')
    await choose(page, choice)
    await expect.poll(() => page.getByRole('combobox', { name: 'Payslip in' }).inputValue()).toBe(choice)
    await page.keyboard.press('Tab')
    await hasFocus(page, page.getByRole('button', { name: 'Save', exact: true }))
    await page.keyboard.press('Enter')
    await hasFocus(page, language)
    await page.getByText(choice, { exact: true }).waitFor()
    const { items } = (await admin.ask('GET', '/api/employees')).body
    expect(items.map((one: { language: string | null }) => one.language)).toContain(saved)
  }

  await page.getByLabel('New base pay per month, EUR').fill('lots')
  await page.keyboard.press('Enter')
  await page.getByText('“lots” is no amount.').waitFor()
  // Never a hundred times what was meant.
  await page.getByLabel('New base pay per month, EUR').fill('1850,50')
  await page.keyboard.press('Enter')
  await page.getByText('“1850,50” is no amount.').waitFor()
  await page.getByLabel('New base pay per month, EUR').fill('1,850.50')
  await page.keyboard.press('Enter')
  await page.getByText('1,850.50').waitFor()
  // What is typed next stays, also while the answer to the first is on its way. By its button, which is off while the office writes: the next key goes on from there.
  await page.getByLabel('New base pay per month, EUR').fill('1900')
  await page.getByLabel('From').first().fill('2026-02-01')
  const save = page.getByRole('button', { name: 'Save base pay' })
  await expect.poll(() => save.isEnabled()).toBe(true)
  await save.press('Enter')
  await page.getByText('1,900.00').waitFor()
  await hasFocus(page, save)
  await page.getByText('Typed by hand').first().waitFor()
  await page.getByText('Contract changed, Owner').first().waitFor()
  expect(errors.filter((one) => !one.includes('422'))).toEqual([])
  await page.close()
})

test('a filter stays in the address, a row opens by keyboard, and the page shows months and slips', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const lines = Array.from({ length: 400 }, (_, index) => {
    const number = String(index + 100)
    return `N${number},Person ${number},p${number}@office.example,${index % 2 ? 'Kitchen' : 'Office'},${1500 + index}`
  })
  const file = ['employee_id,name,email,department,salary', ...lines].join('\n')
  const checked = await admin.drops({ name: 'october.csv', bytes: file }, 'salaries', { year: 2026, month: 'OCT' })
  expect(checked).toMatchObject({ state: 'checked', counts: { rows: 400, error: 0 } })
  await admin.applies(checked.import_id)
  const period = { start_date: '2026-10-01', end_date: '2026-10-31', period_type: 'monthly', status: 'active' }
  const periodId = await admin.createsPeriod(period)
  await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  const draft = await admin.seesDraft(periodId)
  expect((await admin.approves(draft.id)).status).toBe(200)

  const page = await opens()
  const errors = watch(page)
  await page.getByText('Person 100', { exact: true }).waitFor()
  expect(await page.locator('tbody tr').count()).toBeLessThan(100)
  await inBothThemes(page, 'people')
  // Letter by letter, and faster than the address is written.
  await page.getByRole('combobox', { name: 'Filter' }).pressSequentially('kitchen')
  expect(await page.getByRole('combobox', { name: 'Filter' }).inputValue()).toBe('kitchen')
  await page.getByText('Person 100', { exact: true }).waitFor({ state: 'detached' })
  await page.getByText('Person 101', { exact: true }).waitFor()
  expect(page.url()).toContain('q=kitchen')
  await page.reload()
  await page.getByText('Person 101', { exact: true }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Filter' }).inputValue()).toBe('kitchen')
  await page.getByRole('combobox', { name: 'Filter' }).fill('nobody of that name')
  await page.getByText('Nobody is found by').waitFor()
  await page.getByRole('combobox', { name: 'Filter' }).fill('N105')
  await page.getByText('Person 105', { exact: true }).waitFor()

  await page.getByRole('row', { name: 'Person 105' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Person 105' }).waitFor()
  await page.getByText('october.csv, row 7').waitFor()
  await page.getByText('Approved run').waitFor()
  await page.getByText('Salary file').waitFor()
  const cut = await page
    .getByRole('region', { name: /^Pay by month/ })
    .locator('tbody td')
    .evaluateAll((cells) => cells.map((one) => [one.textContent, one.scrollWidth > one.clientWidth]))
  expect(cut).toContainEqual(['Oct 2026', false])
  expect(cut.filter(([, isCut]) => isCut)).toEqual([])
  const open = page.getByRole('button', { name: 'Open the payslip of October 2026' })
  await open.waitFor()
  await inBothThemes(page, 'person')
  const download = page.waitForEvent('download')
  await open.click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  expect(errors).toEqual([])
  await page.close()
})

test('what is typed meanwhile stays, and keeps the focus, when the answer to an earlier change comes late', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const [dina, egon] = [
    await admin.ask('POST', '/api/employees', { name: 'Dina Ford', hire_date: '2026-01-01' }),
    await admin.ask('POST', '/api/employees', { name: 'Egon Ray', hire_date: '2026-01-01' }),
  ]
  const page = await opens()
  await page.goto(`${page.url().split('#')[0]}#/people/${dina.body.id}`)
  await page.getByRole('heading', { level: 1, name: 'Dina Ford' }).waitFor()
  const phone = page.getByLabel('Telephone', { exact: true })
  const department = page.getByLabel('Department', { exact: true })
  await page.getByRole('button', { name: 'Change telephone' }).click()
  await page.getByRole('button', { name: 'Change department' }).click()
  await phone.fill('555 0100')
  const first = await holdBack(page, 'people.change_employee')
  await phone.press('Enter')
  await first.answered
  await department.fill('Kitch')
  await first.letGo()
  await phone.waitFor({ state: 'detached' })
  await page.keyboard.type('en')
  expect(await department.inputValue()).toBe('Kitchen')

  // Typed on while it is being saved: it is not saved yet.
  const second = await holdBack(page, 'people.change_employee')
  await page.keyboard.press('Enter')
  await second.answered
  await department.fill('Kitchen, late')
  await second.letGo()
  expect(await department.inputValue()).toBe('Kitchen, late')
  await hasFocus(page, department)

  // Somebody else's page begins anew, also where it was looked at before.
  await page.keyboard.press('Escape')
  const go = async (id: number, name: string) => {
    await page.evaluate(`window.location.hash = '#/people/${id}'`)
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  await go(egon.body.id, 'Egon Ray')
  await go(dina.body.id, 'Dina Ford')
  await page.getByRole('button', { name: 'Change department' }).click()
  await hasFocus(page, department)
  await go(egon.body.id, 'Egon Ray')
  await settled(page)
  expect(await department.count()).toBe(0)
  await page.close()
})
