import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { holdBack, inBothThemes } from '../support/browser'
import { choose } from '../support/keyboard'
import { officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

const cron = (page: Page) => page.getByRole('textbox', { name: 'Cron' })
const dates = (page: Page) =>
  page
    .getByRole('list')
    .getByText(/^\w{3} \d+ \w{3} \d{4}, \d\d:\d\d$/)
    .allTextContents()
const named = async (name: string) =>
  (await office.api('GET', '/api/schedules')).body.items.find((one: { name: string }) => one.name === name)

office.flow(
  'a rule is a sentence whose words are chosen, with its next five dates beside',
  'schedules',
  async (page) => {
    await page.getByRole('link', { name: 'New schedule' }).click()
    await expect.poll(() => dates(page)).toContain('Thu 26 Nov 2026, 02:00')
    await page.getByRole('button', { name: 'How often: every day' }).click()
    await page.getByRole('menuitem', { name: 'every month' }).click()
    await page.getByRole('button', { name: 'Day of the month: 1st' }).click()
    await page.getByRole('menuitem', { name: '31st' }).click()
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('9.15')
    await expect
      .poll(() => dates(page))
      .toEqual([
        'Thu 31 Dec 2026, 09:15',
        'Sun 31 Jan 2027, 09:15',
        'Wed 31 Mar 2027, 09:15',
        'Mon 31 May 2027, 09:15',
        'Sat 31 Jul 2027, 09:15',
      ])
    await expect.poll(() => cron(page).inputValue()).toBe('15 9 31 * *')
    await page.getByText('It never runs in February, April, June, September, November').waitFor()
    await page.getByText('Next on Thu 31 Dec 2026, 09:15').waitFor()
    await inBothThemes(page, 'schedule-new')
  },
)

office.flow('a time that is none is marked and goes back when it is left', 'schedules/new', async (page) => {
  const time = page.getByRole('textbox', { name: 'Time', exact: true })
  await time.fill('25:00')
  await page.locator('input[aria-invalid=true]').waitFor()
  await time.blur()
  await expect.poll(() => time.inputValue()).toBe('02:00')
})

office.flow(
  'Ctrl-S twice adds one schedule, and what is typed while it is being saved stays',
  'schedules/new',
  async (page) => {
    const name = page.getByLabel('Name', { exact: true })
    await page.getByRole('combobox', { name: 'Task' }).fill('Echo')
    await page.getByRole('option', { name: 'Echo' }).click()
    await name.fill('Twice')
    const adding = await holdBack(page, 'schedules.create')
    await page.getByRole('button', { name: 'Add schedule' }).focus()
    await page.keyboard.press('Control+s')
    await adding.answered
    await page.keyboard.press('Control+s')
    await adding.letGo()
    await page.getByRole('heading', { level: 1, name: 'Twice' }).waitFor()
    const { items } = (await office.api('GET', '/api/schedules')).body
    expect(items.filter((one: { name: string }) => one.name === 'Twice')).toHaveLength(1)

    await name.fill('Twice as late')
    const saving = await holdBack(page, 'schedules.change')
    await page.getByRole('button', { name: 'Save schedule' }).click()
    await saving.answered
    await name.fill('Twice as late again')
    await saving.letGo()
    await page.getByRole('heading', { level: 1, name: 'Twice as late', exact: true }).waitFor()
    expect(await name.inputValue()).toBe('Twice as late again')
  },
)

office.flow('a cron expression that is wrong is explained while it is typed', 'schedules/new', async (page) => {
  await page.getByRole('combobox', { name: 'Task' }).fill('Echo')
  await page.getByRole('option', { name: 'Echo' }).click()
  await cron(page).fill('0 25 * * *')
  await page.getByText('In the cron expression “0 25 * * *” the hour is “25”').waitFor()
  await page.getByText('This rule cannot be saved').waitFor()
  expect(await cron(page).getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('button', { name: 'Add schedule' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'schedule-wrong-cron')
  await cron(page).press('Control+s')
  expect(placeOf(page)).toBe('schedules/new')

  // Mended, it is a sentence again as soon as the field is left; what no sentence says stays an expression.
  await cron(page).fill('0 9 * * 1-5')
  await expect.poll(() => dates(page)).toContain('Fri 27 Nov 2026, 09:00')
  await cron(page).blur()
  await page.getByRole('button', { name: 'How often: every weekday' }).waitFor()
  await cron(page).fill('*/20 8-9 * * 1')
  await expect.poll(() => dates(page)).toContain('Mon 30 Nov 2026, 08:20')
  await cron(page).blur()
  await page.getByRole('button', { name: 'How often: by a cron expression' }).waitFor()
})

office.flow(
  'a task is chosen with what it needs, by keyboard alone, and Ctrl-S adds it',
  'schedules/new',
  async (page) => {
    await page.getByRole('combobox', { name: 'Task' }).focus()
    await page.keyboard.type('Progr')
    await choose(page, 'Progress')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Count every morning')
    await page.keyboard.press('Control+s')
    await page.getByText('Still needed: Steps.').waitFor()
    expect(placeOf(page)).toBe('schedules/new')
    await page.getByRole('textbox', { name: 'Steps' }).fill('many')
    await page.keyboard.press('Control+s')
    await page.getByText('“steps” is “many”; expected: a number').waitFor()
    await inBothThemes(page, 'schedule-needs-steps')

    await page.getByRole('textbox', { name: 'Steps' }).fill('3')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { level: 1, name: 'Count every morning' }).waitFor()
    await page.getByText('It has not run yet.').waitFor()
    expect(await named('Count every morning')).toMatchObject({
      cron: '0 2 * * *',
      task: 'test.progress',
      args: { steps: 3, ms: 1 },
      enabled: true,
    })
  },
)

office.flow('every so many minutes and once are said and saved too', 'schedules/new', async (page) => {
  await page.getByRole('combobox', { name: 'Task' }).fill('Echo')
  await page.getByRole('option', { name: 'Echo' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Only once')
  await page.getByRole('button', { name: 'How often: every day' }).click()
  await page.getByRole('menuitem', { name: 'once' }).click()
  await page.getByLabel('Date and time').fill('2026-11-24T09:00')
  await page.getByRole('button', { name: 'Add schedule' }).click()
  await page.getByText('which has passed').waitFor()
  await page.getByLabel('Date and time').fill('2026-12-01T09:00')
  await page.getByRole('button', { name: 'Add schedule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Only once' }).waitFor()
  await expect.poll(() => dates(page)).toEqual(['Tue 1 Dec 2026, 09:00'])

  await page.getByRole('button', { name: 'How often: once' }).click()
  await page.getByRole('menuitem', { name: 'every few minutes' }).click()
  await page.getByLabel('Minutes between').fill('45')
  await page.getByRole('button', { name: 'Save schedule' }).click()
  await expect.poll(async () => (await named('Only once')).every_minutes).toBe(45)
  await expect.poll(async () => (await dates(page)).length).toBe(5)
})
