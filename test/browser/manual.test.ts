import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { manualPages } from '../../renderer/manual/pages'
import { settingsList } from '../../renderer/settings/list'
import { inBothThemes } from '../support/browser'
import { goTo, officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

async function finds(page: Page, name: string, about: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const ask = page.getByPlaceholder('A place, a person')
  await ask.fill(name)
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${name}\\s*${about}$`) })
    .click()
  await ask.waitFor({ state: 'detached' })
}

office.flow('every page of the settings and of the manual is found by its name', 'today', async (page) => {
  for (const { path, name } of settingsList) {
    await finds(page, name, 'Settings')
    await expect.poll(() => `/${placeOf(page)}`).toBe(path)
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  for (const { path, name } of manualPages) {
    await finds(page, name, 'Manual')
    await expect.poll(() => placeOf(page)).toBe(`manual/${path}`)
    await page.locator('a[aria-current=page]', { hasText: name }).waitFor()
  }
  for (const name of ['Charts', 'Attendance', 'Calculator', 'Pay runs']) {
    await finds(page, name, '')
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
})

office.flow('the screens of pay lead to the page of the manual that explains them', 'today', async (page) => {
  for (const [place, title] of [
    ['pay-runs/new', 'Pay periods that run by themselves'],
    ['settings/office', 'Payslips: logo, language, samples'],
    ['settings/payslips', 'Payslips: logo, language, samples'],
    ['settings/components', 'Rules of pay'],
    ['settings/structures', 'Rules of pay'],
    ['settings/rate-tables', 'Rules of pay'],
  ] as const) {
    await goTo(page, place)
    await page.getByRole('link', { name: `Manual: ${title}` }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  }
  await inBothThemes(page, 'manual-formulas')
  await goTo(page, 'manual/pay-periods')
  await page.getByRole('heading', { level: 1, name: 'Pay periods that run by themselves' }).waitFor()
  await inBothThemes(page, 'manual-pay-periods')
  await goTo(page, 'manual/nothing')
  await page.getByText('The manual has no such page.').waitFor()
})
