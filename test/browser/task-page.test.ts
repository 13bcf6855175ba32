import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { holdBack, inBothThemes, settled } from '../support/browser'
import { goTo, officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:02:00Z' })
/** The page is the one of this task; while its answer is on its way, that of the task before stands there. */
const shows = (page: Page, id: string) => page.getByText(new RegExp(`^Task\\s*${id}$`)).waitFor()
const view = async (id: string) => (await office.api('GET', `/api/tasks/${id}`)).body

office.flow('a failed task says why, shows each attempt, and is tried again', 'tasks', async (page) => {
  const id = await office.asks('test.crash')
  await office.ended(id)
  await page.getByRole('row', { name: /Crash/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Crash' }).waitFor()
  expect(placeOf(page)).toBe(`tasks/${id}`)
  await page.getByText('Worker lost 3 times').first().waitFor()
  await page.getByText('Asked for by Owner').waitFor()
  for (const n of [1, 2, 3]) await page.getByText(`Attempt ${n}`, { exact: true }).waitFor()
  await inBothThemes(page, 'task-failed')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Attempt 4', { exact: true }).waitFor()
  await office.ended(id)
  expect((await view(id)).attempts.length).toBeGreaterThan(3)
})

office.flow('what failed for a while says when it is tried again, and then is done', 'tasks', async (page) => {
  const id = await office.asks('test.fail', { times: 1 })
  await goTo(page, `tasks/${id}`)
  await page.getByText('Next try').waitFor()
  await page.getByText(/It is tried again at 14:\d\d/).waitFor()
  await inBothThemes(page, 'task-retrying')
  await office.api('POST', '/api/test/clock', { advance_seconds: 61 })
  await page.getByText('Attempt 2', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Run again' }).waitFor()
  expect(await view(id)).toMatchObject({ state: 'SUCCESS', result: { attempts: 2 } })
})

office.flow(
  'progress comes by itself, and a running task is stopped after it is asked twice',
  'tasks',
  async (page) => {
    const id = await office.asks('test.progress', { steps: 100_000, ms: 50 })
    await goTo(page, `tasks/${id}`)
    const bar = page.getByRole('progressbar', { name: 'Progress' })
    await bar.waitFor()
    const shown = async () => Number(await bar.getAttribute('aria-valuenow'))
    const before = await shown()
    await expect.poll(shown).toBeGreaterThan(before)

    // It goes on while one is elsewhere.
    await goTo(page, 'schedules')
    await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
    await page.goBack()
    await bar.waitFor()

    await page.getByRole('button', { name: 'Stop…' }).click()
    await page.getByText('Stopping ends it in the middle.').waitFor()
    await inBothThemes(page, 'task-running')
    await page.getByRole('button', { name: 'Let it run' }).click()
    await page.getByText('Stopping ends it in the middle.').waitFor({ state: 'hidden' })
    expect((await view(id)).ready).toBe(false)
    await page.getByRole('button', { name: 'Stop…' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Stop it now' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('It was taken back').first().waitFor()
    expect((await office.ended(id)).state).toBe('REVOKED')
    await inBothThemes(page, 'task-stopped')
  },
)

office.flow('a task that waits for its time is taken back before it runs', 'tasks', async (page) => {
  const id = await office.asks('test.echo', { word: 'later' }, { countdown: 3_600 })
  await goTo(page, `tasks/${id}`)
  await page.getByText(/It starts at 15:\d\d/).waitFor()
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('It was taken back before it ran.').waitFor()
  expect(await view(id)).toMatchObject({ state: 'REVOKED', attempts: [] })
})

office.flow(
  'what was given and what came out is shown as text, and it runs again, also with changes',
  'tasks',
  async (page) => {
    const id = await office.asks('test.progress', { steps: 2, ms: 1 })
    await office.ended(id)
    await goTo(page, `tasks/${id}`)
    await page.getByRole('button', { name: 'Run again', exact: true }).click()
    await page.waitForURL((url) => !url.hash.endsWith(`/${id}`))
    const again = placeOf(page).split('/').at(-1) ?? ''
    expect((await office.ended(again)).args).toEqual({ steps: 2, ms: 1 })
    await shows(page, again)

    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByRole('textbox', { name: 'Steps' }).fill('')
    await page.getByText('Still needed: Steps.').waitFor()
    await page.getByRole('textbox', { name: 'Steps' }).fill('-3')
    await page.getByRole('button', { name: 'Run it with these' }).click()
    await page.getByText('expected: a number of at least 0').waitFor()
    await inBothThemes(page, 'task-change')
    await page.getByRole('textbox', { name: 'Steps' }).fill('3')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.hash.endsWith(`/${again}`))
    const changed = placeOf(page).split('/').at(-1) ?? ''
    expect(await office.ended(changed)).toMatchObject({ args: { steps: 3, ms: 1 }, result: { steps: 3 } })
    await shows(page, changed)
    await page.getByRole('heading', { name: 'Came out' }).waitFor()

    const markup = await office.asks('test.echo', { name: '<img src=x onerror=alert(1)>' })
    await office.ended(markup)
    await goTo(page, `tasks/${markup}`)
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
    expect(await page.locator('img[src=x]').count()).toBe(0)
  },
)

office.flow(
  'a question about one task is not asked of another, and what is being changed stays while the task runs again',
  'tasks',
  async (page) => {
    const [first, second] = [
      await office.asks('test.echo', { word: 'first' }),
      await office.asks('test.echo', { word: 'second' }),
    ]
    await office.ended(first)
    await office.ended(second)
    for (const id of [second, first]) {
      await goTo(page, `tasks/${id}`)
      await shows(page, id)
    }
    await page.getByRole('button', { name: 'Change…' }).click()
    const change = page.getByRole('region', { name: 'Run again with changes' })
    await change.waitFor()
    await goTo(page, `tasks/${second}`)
    await shows(page, second)
    await settled(page)
    expect(await change.count()).toBe(0)

    const failing = await office.asks('test.crash')
    await office.ended(failing)
    await goTo(page, `tasks/${failing}`)
    await page.getByRole('button', { name: 'Change…' }).click()
    await change.waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Attempt 4', { exact: true }).waitFor()
    await office.ended(failing)
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await change.count()).toBe(1)
  },
)

office.flow('an answer that comes when one has gone elsewhere leads nowhere', 'tasks', async (page) => {
  const id = await office.asks('test.echo', { word: 'again' })
  await office.ended(id)
  await goTo(page, `tasks/${id}`)
  const again = await holdBack(page, 'tasks.rerun')
  await page.getByRole('button', { name: 'Run again', exact: true }).click()
  await again.answered
  await goTo(page, 'schedules')
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  await again.letGo()
  expect(placeOf(page)).toBe('schedules')
})

office.flow('a task that there is not says so', 'tasks/987654', async (page) => {
  await page.getByText('tasks.not_found').waitFor()
  await inBothThemes(page, 'task-unknown')
  await page.getByRole('link', { name: 'Tasks', exact: true }).first().click()
  await expect.poll(() => placeOf(page)).toBe('tasks')
})
