import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { officeInBrowser } from '../support/office-window'

const office = officeInBrowser()
const kept = async () => (await office.api('GET', '/api/settings/tasks')).body

office.flow(
  'how long tasks are kept is set for all and for a kind; what is no number of days is refused',
  'settings/tasks',
  async (page) => {
    const field = (name: string) => page.getByRole('textbox', { name, exact: true })
    const save = () => page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Every kind of task is kept alike.').waitFor()
    await field('Days a finished task is kept').fill('a year')
    await page.keyboard.press('Control+S')
    await page.getByRole('alert').getByText('“a year” is not a whole number of days').waitFor()
    await inBothThemes(page, 'settings-tasks-refused')
    await field('Days a finished task is kept').fill('730')
    await field('Days its result is kept').fill('90')
    await page.getByRole('combobox', { name: 'A kind of task' }).fill('Deliver a mail')
    await page.getByRole('option', { name: 'Deliver a mail' }).click()
    await page.getByRole('button', { name: 'Keep it otherwise' }).click()
    await field('Deliver a mail: days').fill('1e9')
    await page.getByText('3 fields changed').waitFor()
    await save()
    await page.getByRole('alert').getByText('“1e9” is not a whole number of days').waitFor()
    await field('Deliver a mail: days').fill('30')
    await save()
    await page.getByText('Saved.', { exact: true }).waitFor()
    const wanted = { tasks_days: 730, results_days: 90, results_hours: 0, by_task: { 'notify.deliver_mail': 30 } }
    expect(await kept()).toEqual(wanted)
    await inBothThemes(page, 'settings-tasks')
    await page.getByRole('button', { name: 'Keep like the others: Deliver a mail' }).click()
    await page.keyboard.press('Control+S')
    await page.getByText('Every kind of task is kept alike.').waitFor()
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await kept()).toEqual({ ...wanted, by_task: {} })
  },
)

office.flow(
  'what is typed on while a setting is being saved stays typed, and is saved next',
  'settings/tasks',
  async (page) => {
    const days = page.getByRole('textbox', { name: 'Days a finished task is kept', exact: true })
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/office.write_setting', async (route) => {
      await held
      await route.continue()
    })
    await days.fill('40')
    const [asked] = await Promise.all([
      page.waitForRequest('**/office.write_setting'),
      page.keyboard.press('Control+S'),
    ])
    await days.fill('400')
    answer()
    expect((await asked.response())?.status()).toBe(200)
    expect((await kept()).tasks_days).toBe(40)
    const save = page.getByRole('button', { name: 'Save', exact: true })
    await expect.poll(() => save.isEnabled()).toBe(true)
    await page.getByText('1 field changed').waitFor()
    expect(await days.inputValue()).toBe('400')
    await page.keyboard.press('Control+S')
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect((await kept()).tasks_days).toBe(400)
  },
)
