import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { goTo, officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

const adds = async (name: string, more: object) => {
  const { status, body } = await office.api('POST', '/api/schedules', { name, ...more })
  expect(status).toBe(201)
  return String(body.id)
}
const saved = async (id: string) => (await office.api('GET', `/api/schedules/${id}`)).body
const at = (now: string) => office.api('POST', '/api/test/clock', { now })

office.flow('a schedule of one’s own runs now, rests, changes and goes', 'schedules', async (page) => {
  const id = await adds('Say it every morning', { task: 'test.echo', args: { word: 'hello' }, cron: '0 9 * * 1-5' })
  await page.getByRole('link', { name: 'Say it every morning' }).click()
  await page.getByRole('heading', { level: 1, name: 'Say it every morning' }).waitFor()

  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByRole('link', { name: 'See the task' }).waitFor()
  await page.getByRole('link', { name: 'Done' }).waitFor()
  await page.getByText('Run by hand').waitFor()

  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('schedule.paused').waitFor()
  await page.getByText('None: it rests.').waitFor()
  await inBothThemes(page, 'schedule-own')
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByText('schedule.paused').waitFor({ state: 'hidden' })

  await page.getByRole('textbox', { name: 'Time', exact: true }).fill('8')
  await page.keyboard.press('Control+s')
  await page.getByText('Fri 27 Nov 2026, 08:00').first().waitFor()
  // The button rests while it saves, and when there is nothing more to save.
  await expect.poll(async () => (await saved(id)).cron).toBe('0 8 * * 1-5')
  expect(await saved(id)).toMatchObject({ args: { word: 'hello' }, enabled: true })
  await expect.poll(() => page.getByRole('button', { name: 'Save schedule' }).isDisabled()).toBe(true)

  // What cannot be undone is asked for twice.
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByText('Deleting cannot be undone.').waitFor()
  await inBothThemes(page, 'schedule-delete')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete it now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  await page.getByText('Say it every morning').waitFor({ state: 'hidden' })
  await goTo(page, `schedules/${id}`)
  await page.getByText(`There is no schedule ${id}.`).waitFor()
})

office.flow('what comes with Daybook keeps its task and stays, but its time changes', 'schedules', async (page) => {
  await page.getByRole('link', { name: 'Daily backup' }).click()
  await page.getByText('It comes with Daybook').waitFor()
  expect(await page.getByRole('button', { name: /Delete/ }).count()).toBe(0)
  expect(await page.getByRole('combobox', { name: 'Task' }).isDisabled()).toBe(true)
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).count()).toBe(0)
  await page.getByRole('textbox', { name: 'Time', exact: true }).fill('0330')
  await page.getByRole('button', { name: 'Save schedule' }).click()
  await page.getByText('Next on Thu 26 Nov 2026, 03:30').waitFor()
  const id = placeOf(page).split('/').at(-1) ?? ''
  await expect.poll(async () => (await saved(id)).cron).toBe('30 3 * * *')
  await expect.poll(() => page.getByRole('button', { name: 'Save schedule' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'schedule-built-in')
})

office.flow('each occurrence says how it went: done, failed, left out, late', 'schedules', async (page) => {
  await at('2026-11-26T10:00:00Z')
  const often = await adds('Often', { task: 'test.sleep', args: { ms: 600_000 }, every_minutes: 1 })
  const crash = await adds('Breaks', { task: 'test.crash', every_minutes: 1 })
  await goTo(page, `schedules/${often}`)
  await page.getByRole('heading', { level: 1, name: 'Often' }).waitFor()
  await at('2026-11-26T10:01:01Z')
  await page.getByRole('link', { name: 'Running' }).waitFor()
  await at('2026-11-26T10:02:01Z')
  await page
    .getByText(/Skipped: task \d+, from an earlier occurrence, had not ended/)
    .first()
    .waitFor()
  await page.getByText('Left out').first().waitFor()
  await inBothThemes(page, 'schedule-occurrences')

  await goTo(page, `schedules/${crash}`)
  await page.getByRole('link', { name: 'Failed' }).first().waitFor()
  await goTo(page, 'schedules')
  await page
    .getByRole('row', { name: /Breaks/ })
    .getByText('Failed last')
    .waitFor()
  await inBothThemes(page, 'schedules-outcomes')
})
