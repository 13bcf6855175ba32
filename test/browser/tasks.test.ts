import { expect } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { choose, focusedRow } from '../support/keyboard'
import { goTo, officeInBrowser, placeOf } from '../support/office-window'

// Two slots, whatever the work: by itself an office takes a third where tasks have waited for a second.
const office = officeInBrowser({ now: '2026-11-25T14:02:00Z', args: ['--concurrency', '2'] })

office.flow('tasks are listed as they come; the keyboard goes along them', 'tasks', async (page) => {
  await page.getByText('No task has run yet.').waitFor()
  await inBothThemes(page, 'tasks-empty')

  await office.ended(await office.asks('test.crash'))
  for (let i = 0; i < 30; i++) await office.ended(await office.asks('test.echo', { i }))
  const slow = await office.asks('test.progress', { steps: 200, ms: 60_000 })
  await page.getByRole('row', { name: /Running.*Progress.*of 200/ }).waitFor()
  await page.getByRole('button', { name: /^Done 30$/ }).waitFor()
  await inBothThemes(page, 'tasks')

  // The rows are one stop for Tab; arrows go along them, Home and End to the ends.
  const at = () => focusedRow(page)
  await page.getByRole('row', { name: /Progress/ }).focus()
  await page.locator('tr:focus').filter({ hasText: 'Progress' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await expect.poll(at).toBe('3')
  await page.keyboard.press('End')
  await expect.poll(at).toBe('33')
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('33')
  await page.keyboard.press('Home')
  await expect.poll(at).toBe('2')

  // While a row is looked at, what is new waits above.
  await office.ended(await office.asks('test.noop'))
  await page.getByRole('button', { name: '1 new above' }).click()
  await page.getByRole('row', { name: /Noop/ }).waitFor()
  await page.getByRole('row', { name: /Noop/ }).dblclick()
  await page.getByRole('heading', { level: 1, name: 'Noop' }).waitFor()
  await office.api('POST', `/api/tasks/${slow}/revoke`, { terminate: true })
  await office.ended(slow)
})

office.flow('a filter is typed or chosen, stands in the address and is taken away again', 'tasks', async (page) => {
  await page.getByText(/in all/).waitFor()
  await settled(page) // the keys are heard once the list stands
  await page.keyboard.press('Control+f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('fail')
  await choose(page, 'State: Failed')
  await page.getByText('1 in all').waitFor()
  expect(placeOf(page)).toBe('tasks?state=FAILURE')
  await page.getByRole('row', { name: /Crash/ }).waitFor()
  await page.reload()
  await page.getByText('1 in all').waitFor()
  await page.getByRole('button', { name: 'Remove State Failed' }).click()
  await page.getByText('33 in all').waitFor()
  expect(placeOf(page)).toBe('tasks')

  // By mouse, one facet after the other; each says how many it would leave.
  await page.getByRole('button', { name: 'Done 31' }).click()
  await page.getByRole('button', { name: 'Echo 30' }).click()
  await page.getByText('30 in all').waitFor()
  expect(placeOf(page)).toBe('tasks?state=SUCCESS&task=test.echo')
  await inBothThemes(page, 'tasks-filtered')

  await goTo(page, 'tasks?q=worker+lost')
  await page.getByRole('row', { name: /Crash/ }).waitFor()
  expect(await page.getByRole('row', { name: /Failed/ }).count()).toBe(1)
  await goTo(page, 'tasks?q=nothing+like+it')
  await page.getByText('No task matches.').waitFor()
  await inBothThemes(page, 'tasks-none')
  await page.getByRole('button', { name: 'Show all tasks' }).click()
  await page.getByText('33 in all').waitFor()
})

office.flow('the queues say how much waits, and each slot what it does', 'tasks/queues', async (page) => {
  await page.getByText('Nothing waits and nothing runs.').waitFor()
  await page.getByRole('row', { name: /slot 1 Nothing/ }).waitFor()
  const tasks = []
  for (let i = 0; i < 4; i++) tasks.push(await office.asks('test.progress', { steps: 200, ms: 60_000 }))
  tasks.push(await office.asks('test.echo', {}, { queue: 'maintenance', countdown: 3_600 }))
  await page.getByText('2 run, 2 can start.').waitFor()
  const row = async () =>
    (
      await page
        .getByRole('row', { name: /General/ })
        .getByRole('cell')
        .allTextContents()
    ).slice(1, 5)
  await expect.poll(row).toEqual(['General', '2', '2', expect.stringMatching(/^14:\d\d$/)])
  await page.getByRole('row', { name: /slot 1 Progress/ }).waitFor()
  await page.getByRole('row', { name: /slot 2 Progress/ }).waitFor()
  await inBothThemes(page, 'queues')

  await page.getByRole('link', { name: 'Maintenance' }).click()
  await page.getByRole('row', { name: /Waiting Echo/ }).waitFor()
  expect(placeOf(page)).toBe('tasks?queue=maintenance')
  for (const id of tasks) await office.api('POST', `/api/tasks/${id}/revoke`, { terminate: true })
  await goTo(page, 'tasks/queues')
  await page.getByText('Nothing waits and nothing runs.').waitFor()
})
