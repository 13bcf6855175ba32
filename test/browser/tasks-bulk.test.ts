import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { tabTo, toNextRow, typeInto } from '../support/keyboard'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:02:00Z' })

/**
 * Goes to a filtered list. While the office is asked, the list shows the rows of the filter before, and what is chosen of
 * them is let go: so first the filter stands above it, then every answer has come.
 */
async function goToList(page: Page, place: string, filter: string): Promise<void> {
  await goTo(page, place)
  await page.getByRole('button', { name: `Remove ${filter}` }).waitFor()
  await settled(page)
}
const later = (value: number) => office.asks('test.echo', { value }, { countdown: 3_600 })
const stateOf = async (id: string) => (await office.api('GET', `/api/tasks/${id}/`)).body.state

office.flow(
  'rows are chosen by keyboard, and what is chosen is put off and taken back as one task',
  'tasks',
  async (page) => {
    const ids = []
    for (let i = 0; i < 4; i++) ids.push(await later(i))
    await page
      .getByRole('row', { name: /Waiting Echo/ })
      .nth(3)
      .waitFor()
    await page
      .getByRole('row', { name: /Waiting Echo/ })
      .first()
      .focus()
    await page.keyboard.press(' ')
    await page.getByText('1 task chosen').waitFor()
    await page.keyboard.press(' ')
    await page.getByText('1 task chosen').waitFor({ state: 'detached' })
    await toNextRow(page, 'Shift+ArrowDown')
    await toNextRow(page, 'Shift+ArrowDown')
    await page.getByText('3 tasks chosen').waitFor()
    expect(await page.locator('tr[aria-selected=true]').count()).toBe(3)
    await inBothThemes(page, 'tasks-chosen')

    await tabTo(page, /^Put off…/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'For a day' }).click()
    await page.getByText('3 tasks. See the task').waitFor()
    expect((await office.api('GET', `/api/tasks/${ids[3]}/`)).body.eta).toMatch(/^2026-11-26T14:/)
    expect((await office.api('GET', `/api/tasks/${ids[0]}/`)).body.eta).toMatch(/^2026-11-25T15:/)

    await goToList(page, 'tasks?state=WAITING&task=test.echo', 'State Waiting')
    await page
      .getByRole('row', { name: /Waiting Echo/ })
      .nth(3)
      .waitFor()
    await page
      .getByRole('checkbox', { name: /^Choose Echo/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Choose all 4 that match' }).click()
    await page.getByText('All 4 tasks that match').waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('4 tasks. See the task').waitFor()
    for (const id of ids) expect(await stateOf(id)).toBe('REVOKED')
    await inBothThemes(page, 'tasks-bulk-done')
  },
)

office.flow('what a bulk action could not be done to is counted and stays as it was', 'tasks', async (page) => {
  const [waiting, done] = [await later(1), await office.asks('test.echo', { value: 'done' })]
  await office.ended(done)
  await goToList(page, 'tasks?task=test.echo', 'Task Echo')
  await page
    .getByRole('row', { name: /Done Echo/ })
    .first()
    .waitFor()
  await page
    .getByRole('row', { name: /Done Echo/ })
    .first()
    .focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 tasks chosen').waitFor()
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('1 task; 1 stayed as they were.').waitFor()
  expect([await stateOf(waiting), await stateOf(done)]).toEqual(['REVOKED', 'SUCCESS'])
})

/** Fails for good: there is no such period. */
const fails = async (period_id: number) => {
  const id = await office.asks('payroll.process_payroll_period', { period_id })
  await office.ended(id)
  return id
}
const attemptsOf = async (id: string) => (await office.api('GET', `/api/tasks/${id}/`)).body.attempts.length

office.flow('what failed is tried again: those that were chosen, and all that match', 'tasks', async (page) => {
  const failed = [await fails(997), await fails(998), await fails(999)]
  const before = await Promise.all(failed.map(attemptsOf))
  await goToList(page, 'tasks?state=FAILURE&task=payroll.process_payroll_period', 'State Failed')
  await page
    .getByRole('row', { name: /Failed Compute a pay run/ })
    .nth(2)
    .waitFor()
  await page
    .getByRole('row', { name: /Failed Compute a pay run/ })
    .first()
    .focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 tasks chosen').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('2 tasks. See the task').waitFor()
  for (const id of failed.slice(1)) await office.ended(id)
  expect(await Promise.all(failed.map(attemptsOf))).toEqual([before[0], (before[1] ?? 0) + 1, (before[2] ?? 0) + 1])

  await settled(page)
  await page
    .getByRole('row', { name: /Failed Compute a pay run/ })
    .nth(2)
    .waitFor()
  await page
    .getByRole('checkbox', { name: /^Choose Compute a pay run/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Choose all 3 that match' }).click()
  await page.getByText('All 3 tasks that match').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('3 tasks. See the task').waitFor()
  for (const id of failed) await office.ended(id)
  expect(await Promise.all(failed.map(attemptsOf))).toEqual(before.map((n, index) => n + (index === 0 ? 1 : 2)))
  await page.getByRole('link', { name: 'See the task' }).click()
  await page.getByText('redrive').first().waitFor()
})

office.flow(
  'a task is put off to a day and time of the office; one that has passed is refused',
  'tasks',
  async (page) => {
    await office.api('PUT', '/api/settings/office', { zone: 'America/New_York' }) // five hours behind in November
    const ids = [await later(8), await later(9)]
    await goTo(page, `tasks/${ids[0]}`)
    await page.getByRole('button', { name: 'Put off…' }).click()
    const until = page.getByLabel('Until, New York time')
    await until.fill('2026-11-25T09:00')
    await page.keyboard.press('Enter')
    await page.getByText(/^2026-11-25 09:00 has passed: it is 2026-11-25 09:\d\d in the office/).waitFor()
    await inBothThemes(page, 'task-put-off-passed')
    await until.fill('2026-12-24T16:30')
    await page.getByRole('button', { name: 'Until then' }).click()
    await page.getByText('How long is it to wait?').waitFor({ state: 'detached' })
    expect((await office.api('GET', `/api/tasks/${ids[0]}/`)).body.eta).toBe('2026-12-24T21:30:00.000Z')
    const refused = { action: 'snooze', ids: [Number(ids[1])], until: '2026-11-25T14:00:00Z' }
    expect((await office.api('POST', '/api/rpc/tasks.bulk', refused)).body.error.code).toBe('engine.snooze_in_past')

    await goToList(page, 'tasks?state=WAITING&task=test.echo', 'State Waiting')
    await page
      .getByRole('checkbox', { name: /^Choose Echo/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Put off…' }).click()
    await page.getByLabel('Until, New York time').fill('2027-01-04T09:00')
    await page.getByRole('button', { name: 'Until then' }).click()
    await page.getByText('1 task. See the task').waitFor()
    expect((await office.api('GET', `/api/tasks/${ids[1]}/`)).body.eta).toBe('2027-01-04T14:00:00.000Z')
    for (const id of ids) await office.api('POST', `/api/tasks/${id}/revoke`, {})
    await office.api('PUT', '/api/settings/office', { zone: 'UTC' })
  },
)

office.flow('a task that waits is put off on its own page', 'tasks', async (page) => {
  const id = await later(7)
  await goTo(page, `tasks/${id}`)
  await page.getByRole('button', { name: 'Put off…' }).click()
  await page.getByText('How long is it to wait?').waitFor()
  await inBothThemes(page, 'task-put-off')
  await page.getByRole('button', { name: 'For a week' }).click()
  await page.getByText('How long is it to wait?').waitFor({ state: 'detached' })
  expect((await office.api('GET', `/api/tasks/${id}/`)).body.eta).toMatch(/^2026-12-02T14:/)
  await office.api('POST', `/api/tasks/${id}/revoke`, {})
})

office.flow('a queue is paused, limited, emptied and resumed, and says by whom', 'tasks/queues', async (page) => {
  await page.getByRole('button', { name: 'Pause the queue General' }).click()
  await page.getByText(/^Paused by Owner \(/).waitFor()
  const held = await office.asks('test.echo', { value: 1 })
  await goTo(page, `tasks/${held}`)
  await page
    .getByText(/paused/)
    .first()
    .waitFor()
  await inBothThemes(page, 'task-held-by-pause')
  await goTo(page, 'tasks/queues')
  await page.getByRole('button', { name: 'Limit the queue General' }).click()
  const atOnce = page.getByLabel('At most so many at once')
  await atOnce.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await page.getByText('“two” is no whole number.').waitFor()
  await typeInto(page, /At most so many at once/, '1')
  await typeInto(page, /At most so many start/, '10')
  await inBothThemes(page, 'queues-limit')
  await page.getByRole('button', { name: 'Save the limit' }).click()
  await page.getByText('1 at once, 10 a minute').waitFor()
  await page.getByRole('button', { name: 'Take back all that waits in the queue General' }).click()
  await page.getByText('Everything that waits in the queue “General” is taken back: 1 task.').waitFor()
  await inBothThemes(page, 'queues-paused')
  await page.getByRole('button', { name: 'Take them back' }).click()
  await expect.poll(() => stateOf(held)).toBe('REVOKED')
  await page.getByRole('button', { name: 'Resume the queue General' }).click()
  await page.getByText(/^Paused by/).waitFor({ state: 'detached' })
})
