import { expect } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { hasFocus } from '../support/keyboard'
import { officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:02:00Z' })

office.flow('the list shows every rule as a sentence with what comes next', 'schedules', async (page) => {
  const backup = page.getByRole('row', { name: /Daily backup/ })
  await backup.getByText('Every day at 03:00').waitFor()
  await expect.poll(() => backup.getByRole('cell').first().textContent()).toBe('Thu 03:00')
  await page.getByText('6 schedules. All times are UTC.').waitFor()
  await page.getByText('Next 15:00').waitFor()
  await inBothThemes(page, 'schedules')

  // By keyboard: the name is a link, the two buttons after it run and pause.
  await page.getByRole('link', { name: 'Daily backup' }).focus()
  const button = (does: string) => page.getByRole('button', { name: `${does}: Daily backup` })
  await page.keyboard.press('Tab')
  await hasFocus(page, button('Run now'))
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: /Daily backup, last thirty: .* 1 done$/ }).waitFor()
  await page.keyboard.press('Tab')
  await hasFocus(page, button('Pause'))
  await page.keyboard.press('Enter')
  await backup.getByText('Paused', { exact: true }).waitFor()
  await page.getByText('6 schedules, 1 paused. All times are UTC.').waitFor()
  await inBothThemes(page, 'schedules-paused')
  await hasFocus(page, button('Resume'))
  await page.keyboard.press('Enter')
  await backup.getByText('Paused', { exact: true }).waitFor({ state: 'hidden' })
})

office.flow(
  'the list finds a schedule by what is typed and keeps that in the address',
  'schedules?q=backup',
  async (page) => {
    await page.getByText('1 in all').waitFor()
    await settled(page) // the keys are heard once the list stands
    await page.keyboard.press('Control+f')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type(' nothing like it')
    await page.getByText('No schedule matches.').waitFor()
    await expect.poll(() => placeOf(page)).toContain('nothing')
    await inBothThemes(page, 'schedules-none')
    await page.reload()
    await page.getByText('No schedule matches.').waitFor()
    await page.getByRole('button', { name: 'Show all schedules' }).click()
    await page.getByText('6 in all').waitFor()
    expect(placeOf(page)).toBe('schedules')
  },
)

office.flow('a pause and a run by mouse change the line at once', 'schedules', async (page) => {
  await page.getByRole('button', { name: 'Pause: Clear unused charts' }).click()
  await page.getByRole('button', { name: 'Resume: Clear unused charts' }).click()
  await page.getByRole('button', { name: 'Pause: Clear unused charts' }).waitFor()
  await page.getByRole('button', { name: 'Run now: Clear unused charts' }).click()
  await page.getByRole('img', { name: /Clear unused charts, last thirty: .* 1 done$/ }).waitFor()
})

office.flow('the rule of a period that was run is one line of many, and opens', 'schedules', async (page) => {
  await page.getByText('6 schedules').waitFor()
  await office.api('POST', '/api/payroll/periods', {
    start_date: '2026-11-01',
    end_date: '2026-11-30',
    status: 'active',
    description: 'November 2026',
    automation_enabled: true,
    automation_rule: { days_before_end: 6 }, // its time has passed: it runs as soon as it is saved
  })
  await page.getByText('1 rule of a period that was run').waitFor()
  const rule = page.getByRole('link', { name: 'Pay run of November 2026' })
  expect(await rule.count()).toBe(0)
  const show = page.getByRole('button', { name: 'Show', exact: true })
  await show.press('Enter')
  await rule.waitFor()
  await inBothThemes(page, 'schedules-finished')
  await page.getByRole('button', { name: 'Hide', exact: true }).press('Enter')
  await rule.waitFor({ state: 'detached' })
  // Whoever looks for one finds it without unfolding anything.
  await page.keyboard.press('Control+f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('november')
  await rule.waitFor()
})
