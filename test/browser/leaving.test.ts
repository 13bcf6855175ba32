import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { holdBack, inBothThemes } from '../support/browser'
import { hasFocus } from '../support/keyboard'
import { goTo, isAt, officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

office.flow(
  'whoever has typed into a form is asked before the page is left, and stays with Enter',
  'people/new',
  async (page) => {
    await page.getByLabel('Family name').fill('Adeyemi')
    await goTo(page, 'tasks')
    await question(page).waitFor()
    await inBothThemes(page, 'leaving')
    await hasFocus(page, button(page, 'Stay here'))
    await page.keyboard.press('Enter')
    await question(page).waitFor({ state: 'detached' })
    expect(placeOf(page)).toBe('people/new')
    expect(await page.getByLabel('Family name').inputValue()).toBe('Adeyemi')

    await page.getByLabel('Family name').fill('')
    await goTo(page, 'tasks')
    await isAt(page, /^tasks$/)

    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
    await goTo(page, 'people/new')
    await page.getByLabel('Family name').fill('Adeyemi')
    await goTo(page, 'tasks')
    await button(page, 'Leave without saving').click()
    await isAt(page, /^tasks$/)
  },
)

office.flow(
  'what the office has taken is left without a question; what it refused is not',
  'people/new',
  async (page) => {
    await page.getByLabel('Given name').fill('Ana')
    await page.getByLabel('Family name').fill('Nogueira')
    await page.getByLabel('Mail address').fill('not an address')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await goTo(page, 'tasks')
    await question(page).waitFor()
    await button(page, 'Stay here').click()
    await page.getByLabel('Mail address').fill('ana@example.org')
    await page.keyboard.press('Enter')
    await isAt(page, /^people\/\d+$/)
    await goTo(page, 'tasks')
    await isAt(page, /^tasks$/)
  },
)

office.flow(
  'a half-made schedule and a half-made pay period ask; cancelling them does not',
  'schedules/new',
  async (page) => {
    await page.getByRole('heading', { name: 'New schedule' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Evening')
    await goTo(page, 'pay-runs/new')
    await question(page).waitFor()
    await button(page, 'Leave without saving').click()
    await page.getByLabel('First day').fill('2026-12-01')
    await goTo(page, 'schedules')
    await question(page).waitFor()
    await hasFocus(page, button(page, 'Stay here'))
    await page.keyboard.press('Escape')
    await question(page).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Cancel' }).click()
    await isAt(page, /^pay-runs$/)
  },
)

office.flow(
  'a file that was chosen and not read yet is asked about; once it is read, it is not',
  'imports/new',
  async (page) => {
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('Emp No,Name\n1,Ana\n') }
    await page.locator('input[type=file]').setInputFiles(file)
    await button(page, 'Another file…').waitFor()
    await goTo(page, 'tasks')
    await question(page).getByText('“list.csv” was chosen and not read yet.', { exact: false }).waitFor()
    await button(page, 'Stay here').click()
    await question(page).waitFor({ state: 'detached' })
    await button(page, 'Read the file').click()
    await isAt(page, /^imports\/\d+$/)
    await goTo(page, 'tasks')
    await isAt(page, /^tasks$/)
    expect(await question(page).count()).toBe(0)
  },
)

office.flow(
  'filters, the calculator and questions to the office are nothing that could be lost',
  'calculator',
  async (page) => {
    await page.getByLabel('Salary of the month').fill('2450')
    await goTo(page, 'audit')
    await page.getByRole('combobox', { name: 'Filter' }).fill('import')
    await isAt(page, /^audit\?q=import$/)
    await goTo(page, 'today')
    await isAt(page, /^today$/)
    expect(await question(page).count()).toBe(0)
  },
)

office.flow(
  'what is typed after something was sent is not taken for saved when the answer comes',
  'people/new',
  async (page) => {
    const { body } = await office.api('POST', '/api/employees', { name: 'Ivo Late', hire_date: '2026-01-01' })
    await goTo(page, `people/${body.id}`)
    const base = page.getByLabel(/^New base pay per month/)
    await base.fill('2000')
    const saving = await holdBack(page, 'people.change_employee')
    await base.press('Enter')
    await saving.answered
    await base.fill('2100')
    await saving.letGo()
    await page.getByText('2,000.00').waitFor()
    expect(await base.inputValue()).toBe('2100')
    await goTo(page, 'tasks')
    await question(page).waitFor()
    await button(page, 'Leave without saving').click()
    await isAt(page, /^tasks$/)
  },
)
