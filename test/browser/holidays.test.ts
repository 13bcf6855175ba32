import { inBothThemes } from '../support/browser'
import { officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

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

office.flow(
  'a holiday is typed in, others come from a calendar file, which says what it did not take',
  'settings/holidays',
  async (page) => {
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
  },
)
