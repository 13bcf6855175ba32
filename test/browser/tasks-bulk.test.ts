import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { tabTo, typeInto } from '../support/keyboard'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

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
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('3 tasks chosen').waitFor()
    expect(await page.locator('tr[aria-selected=true]').count()).toBe(3)
    await inBothThemes(page, 'tasks-chosen')

    await tabTo(page, /^Put off…/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'For a day' }).click()
    await page.getByText('3 tasks. See the task').waitFor()
    expect((await office.api('GET', `/api/tasks/${ids[3]}/`)).body.eta).toMatch(/^2026-11-26T14:3/)
    expect((await office.api('GET', `/api/tasks/${ids[0]}/`)).body.eta).toMatch(/^2026-11-25T15:3/)

    await goTo(page, 'tasks?state=WAITING&task=test.echo')
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
  await goTo(page, 'tasks?task=test.echo')
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

office.flow('a task that waits is put off on its own page', 'tasks', async (page) => {
  const id = await later(7)
  await goTo(page, `tasks/${id}`)
  await page.getByRole('button', { name: 'Put off…' }).click()
  await page.getByText('How long is it to wait?').waitFor()
  await inBothThemes(page, 'task-put-off')
  await page.getByRole('button', { name: 'For a week' }).click()
  await page.getByText('How long is it to wait?').waitFor({ state: 'detached' })
  expect((await office.api('GET', `/api/tasks/${id}/`)).body.eta).toMatch(/^2026-12-02T14:3/)
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
