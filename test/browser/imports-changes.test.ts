import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice, untilReady } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice
let page: Page
let errors: string[]

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: '2026-04-02T09:00:00Z', args: ['--concurrency', '2'] }) // no more, else held work would get a slot of its own
  browser = await launch()
  page = await newWindow(browser)
  errors = watch(page)
  await page.goto(office.url)
  await page.getByTitle(/\d of 2 slots/).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

const NAMES = ['Ana', 'Bruno', 'Carla', 'Dmytro', 'Elif', 'Fatima']
type Person = { n: number; name: string; salary: number; department: string }
const people: Person[] = NAMES.map((name, n) => ({
  n: n + 1,
  name: `${name} Example`,
  salary: 1800 + n * 50,
  department: 'Docks',
}))
const salaries = (rows: Person[]): string =>
  [
    'Emp No,Name,Department,Base salary',
    ...rows.map(({ n, name, salary, department }) => `E${n},${name},${department},${salary}`),
  ].join('\n')

/** Chooses the file, says what it is about, and has it read. */
async function gives(name: string, text: string): Promise<void> {
  await page.goto(`${office.address}/#/imports`)
  await page.getByRole('link', { name: 'Import a file…' }).first().click()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByText(name).first().waitFor()
  await page.getByRole('button', { name: 'Read the file' }).click()
}
const click = (name: string | RegExp) => page.getByRole('button', { name }).click()
const employees = async (): Promise<number> => (await office.api('GET', '/api/employees?limit=500')).body.items.length

/** Both slots are at work on something else; answers with how to let them go. */
async function keepsBusy(): Promise<() => Promise<void>> {
  const ids: string[] = []
  for (const ms of [600_000, 600_001]) {
    const { body } = await office.api('POST', '/api/tasks', { task: 'test.sleep', args: { ms } })
    ids.push(body.task_id)
  }
  for (const id of ids) {
    await untilReady(async () =>
      (await office.api('GET', `/api/tasks/${id}/`)).body.state === 'STARTED' ? true : null,
    )
  }
  return async () => {
    for (const id of ids) await office.api('POST', `/api/tasks/${id}/revoke`, { terminate: true })
    for (const id of ids) await office.ended(id)
  }
}

test('reading and writing can be called off; nothing was written, and the rows can still be imported', async () => {
  const letGo = await keepsBusy()
  await gives('salaries-2026-03.csv', salaries(people))
  await page.getByText('It begins as soon as the office has a hand free.').waitFor()
  await inBothThemes(page, 'imports-waiting')
  await click('Cancel')
  await page.getByText('Reading was cancelled; nothing was written.').first().waitFor()
  await inBothThemes(page, 'imports-reading-cancelled')
  await letGo()

  await gives('salaries-2026-03.csv', salaries(people))
  await page.getByRole('button', { name: 'Import 6 rows' }).waitFor()
  const letGoAgain = await keepsBusy()
  await click('Import 6 rows')
  await page.getByText('The rows are being written.', { exact: false }).first().waitFor()
  await click('Cancel')
  await page.getByRole('button', { name: 'Import 6 rows' }).waitFor()
  await page.getByText('Writing was cancelled; no row was written.', { exact: false }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await inBothThemes(page, 'imports-writing-cancelled')
  expect(await employees()).toBe(0)
  await letGoAgain()
  await click('Import 6 rows')
  await page.getByText('6 rows written.').waitFor()
  expect(await employees()).toBe(6)
})

test('the same file dropped again would change nothing, and says so row by row', async () => {
  await gives('salaries-2026-03.csv', salaries(people))
  await page.getByText('No row would change anything').waitFor()
  await page.getByText('6 rows: 6 unchanged.').waitFor()
  await page.getByText(/This very file was imported before, on 2026-04-02 \d\d:\d\d \(import 2\)/).waitFor()
  await inBothThemes(page, 'imports-again')
})

test('a row that changes somebody shows what was there before and what will be', async () => {
  const raised = people.map((one) =>
    one.n === 2 ? { ...one, salary: 2400 } : one.n === 3 ? { ...one, department: 'Office' } : one,
  )
  await gives('salaries-2026-03-corrected.csv', salaries(raised))
  await page.getByText('2 changed', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: /^Changed/ }).click()
  await page.waitForURL(/show=update/)
  const salary = page.getByRole('gridcell').filter({ hasText: '2400' })
  await salary.waitFor()
  expect(await salary.locator('s').textContent()).toBe('1,850.00')
  const department = page.getByRole('gridcell').filter({ hasText: 'Office' })
  expect(await department.locator('s').textContent()).toBe('Docks')
  await inBothThemes(page, 'imports-before-after')
  await click('Import 6 rows')
  await page.getByText('2 rows written.').waitFor()
})

test('rows that contradict each other are errors that name each other; rows that repeat each other go in once', async () => {
  const [first, second] = [people[0], people[1]]
  if (!first || !second) throw new Error('two people')
  const newcomer = { n: 7, name: 'Goran Example', salary: 2000, department: 'Docks' }
  await gives(
    'salaries-2026-03-twice.csv',
    salaries([newcomer, newcomer, { ...first, salary: 1 }, { ...first, salary: 2 }]),
  )
  await page.getByRole('button', { name: 'Import the 1 good row' }).waitFor()
  await page
    .getByText(/are about the same, but say different things/)
    .first()
    .waitFor()
  await page.getByText('Repeats another row').waitFor()
  await inBothThemes(page, 'imports-contradict')
})

test('before an undo stands what is kept because it was changed since, and the receipt keeps that list', async () => {
  await page.goto(`${office.address}/#/imports`)
  await page.getByRole('row').filter({ hasText: '6 new' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Undo this import…' }).click()
  await page.getByText('3 are kept, used or edited since').waitFor()
  await page.getByText('Bruno Example was kept: the contract was changed since.').first().waitFor()
  await inBothThemes(page, 'imports-undo-kept')
  await click('Undo it')
  await page.getByText('Kept when it was undone').waitFor()
  await inBothThemes(page, 'imports-undone-kept')
  expect(await employees()).toBe(2)
  expect(errors).toEqual([])
})
