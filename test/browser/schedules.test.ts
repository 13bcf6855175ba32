import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

/** Many steps, and others may be busy on the same computer. */
const LONG = 120_000
const missing = inject('missing').chromium
const NOW = '2026-11-25T14:32:00Z'
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: NOW })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

test(
  'a schedule is written as a sentence and shows its next five dates and its warning',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    const errors = watch(page)
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${office.address}/#/schedules`)
    await page.getByRole('link', { name: 'Back up and verify' }).waitFor()
    await inBothThemes(page, 'schedules')

    await page.getByRole('link', { name: 'New schedule' }).click()
    await page.getByText('26 Nov 2026, 02:00').first().waitFor()
    await page.getByRole('button', { name: 'How often: every day' }).click()
    await page.getByRole('menuitem', { name: 'every month' }).click()
    await page.getByRole('button', { name: 'Day of the month: 1st' }).click()
    await page.getByRole('menuitem', { name: '31st' }).click()
    await page.getByLabel('Time', { exact: true }).fill('09:15')
    await page.getByText('Thu 31 Dec 2026, 09:15').first().waitFor()
    expect(await page.getByLabel('Cron').inputValue()).toBe('15 9 31 * *')
    await page.getByText('Needs you').waitFor()
    await inBothThemes(page, 'schedule-new')

    expect(errors.filter((error) => !/40[04]|422/.test(error))).toEqual([])
    await page.close()
  },
  LONG,
)

test(
  'the list finds a schedule by what is typed and keeps that in the address',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    await page.goto((await office.api('POST', '/api/session/link')).body.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${office.address}/#/schedules?q=backup`)
    await page.getByText('1 in all').waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.type(' nothing like it')
    await page.getByText('No schedule matches.').waitFor()
    await inBothThemes(page, 'schedules-none')
    await page.getByRole('button', { name: 'Show all schedules' }).click()
    await page.getByRole('link', { name: 'Back up and verify' }).waitFor()
    await page.getByRole('button', { name: 'Pause: Back up and verify' }).click()
    await page.getByRole('button', { name: 'Resume: Back up and verify' }).click()
    await page.getByRole('button', { name: 'Pause: Back up and verify' }).waitFor()
    await page.close()
  },
  LONG,
)
