import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

/** Many steps, and others may be busy on the same computer. */
const LONG = 120_000
const missing = inject('missing').chromium
const NOW = '2026-11-25T14:32:00Z'
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: NOW })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const run = async (task: string, args: object = {}) => (await office.api('POST', '/api/tasks', { task, args })).body

test(
  'tasks are listed live, filtered by what is typed, and one opens with all that happened',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    const errors = watch(page)
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${office.address}/#/tasks`)
    await page.getByText('No task has run yet.').waitFor()
    await inBothThemes(page, 'tasks-empty')

    const failed = await run('test.crash')
    await office.ended(failed.task_id)
    for (let i = 0; i < 30; i++) await office.ended((await run('test.echo', { i })).task_id)
    const slow = await run('test.progress', { steps: 200, ms: 60_000 })
    await page.getByRole('row', { name: /Running.*Progress.*of 200/ }).waitFor()
    await page.getByRole('button', { name: /^Done 30$/ }).waitFor()
    await inBothThemes(page, 'tasks')

    // The keyboard alone: the rows are one stop, arrows go along them, Home and End to the ends.
    await page.getByRole('row', { name: /Progress/ }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('tr:focus').getAttribute('aria-rowindex')).toBe('3')
    await page.keyboard.press('End')
    expect(await page.locator('tr:focus').getAttribute('aria-rowindex')).toBe('33')
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('33')

    // While a row is looked at, what is new waits above.
    await office.ended((await run('test.noop')).task_id)
    await page.getByRole('button', { name: '1 new above' }).click()
    await page.getByRole('row', { name: /Noop/ }).waitFor()

    await page.keyboard.press('Control+f')
    await page.keyboard.type('fail')
    await page.getByRole('option', { name: 'State: Failed' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('1 in all').waitFor()
    expect(page.url()).toBe(`${office.address}/#/tasks?state=FAILURE`)
    await page.getByRole('row', { name: /Crash/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Crash' }).waitFor()
    expect(page.url()).toBe(`${office.address}/#/tasks/${failed.task_id}`)
    await page.getByText('Asked for by A person').waitFor()
    await inBothThemes(page, 'task-failed')

    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'Tasks', exact: true }).first().waitFor()

    await page.goto(`${office.address}/#/tasks/${slow.task_id}`)
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor()
    await page.getByRole('button', { name: 'Stop…' }).click()
    await page.getByText('Stopping ends it in the middle.').waitFor()
    await inBothThemes(page, 'task-running')
    await office.api('POST', `/api/tasks/${slow.task_id}/revoke`, { terminate: true })
    // The browser itself notes every answer that is a refusal.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
    await page.close()
  },
  LONG,
)
