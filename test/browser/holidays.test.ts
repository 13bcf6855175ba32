import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const LONG = 300_000
const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: '2026-11-25T14:32:00Z' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'SUMMARY:Christmas',
  'DTSTART;VALUE=DATE:20201225',
  'RRULE:FREQ=YEARLY',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Team meeting',
  'DTSTART:20261201T090000Z',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

test(
  'a holiday is typed in, others come from a calendar file, which says what it did not take',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    const errors = watch(page)
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${office.address}/#/settings/holidays`)
    await page.getByText('No holidays are listed yet.').waitFor()
    await page.getByLabel('Date', { exact: true }).fill('2026-12-08')
    await page.getByLabel('Name', { exact: true }).fill('Immaculate Conception')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('cell', { name: 'Immaculate Conception', exact: true }).waitFor()
    await page
      .locator('input[type=file][accept*=ics]')
      .setInputFiles({ name: 'public.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) })
    await page.getByText('12 days added.').waitFor()
    await page.getByText('Team meeting: It repeats otherwise than once a year').waitFor()
    await inBothThemes(page, 'holidays')
    expect(errors.filter((error) => !/40[04]|422/.test(error))).toEqual([])
    await page.close()
  },
  LONG,
)
