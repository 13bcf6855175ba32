import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { busiest } from '../support/busiest'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-04-02T09:00:00Z' })
/** Longer than this and a frame would come late. */
const FRAME_MS = 100
const ROWS = 5000

async function drops(page: Page, kind: string, name: string, text: string): Promise<number> {
  const { body } = await office.at().upload('/api/imports', { name, bytes: text }, { kind, options: '{}' })
  await goTo(page, `imports/${body.import_id}`)
  return body.import_id
}
const counts = async (id: number) => (await office.api('GET', `/api/imports/${id}`)).body.counts

const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)

office.flow(
  '10,000 cells are pasted with progress and no late frame, and one Ctrl-Z takes them back',
  'imports',
  async (page) => {
    const rows = Array.from({ length: ROWS }, (_, n) => `P${n},Person ${n},p${n}@example${n % 2 ? '' : '.org'}\n`)
    const id = await drops(page, 'employees', 'pasted.csv', `Employee number,Name,Email\n${rows.join('')}`)
    await page.getByRole('button', { name: 'Import the 2,500 good rows' }).waitFor()
    const grid = page.getByRole('grid', { name: /Rows of the file/ })
    await grid.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    const whilePasted = await busiest(page)
    await paste(page, rows.map((_, n) => `Pasted ${n}\tn${n}@example.org\r\n`).join(''))
    await page.getByRole('button', { name: `Import 5,000 rows` }).waitFor()
    expect(await whilePasted()).toBeLessThan(FRAME_MS)
    expect(await counts(id)).toMatchObject({ create: ROWS, error: 0 })
    const { body } = await office.api('POST', '/api/rpc/imports.rows', { id, after: ROWS, limit: 1 })
    // Rows with errors stand first in the list: the last row of the file is the last of them.
    expect(body.items[0].values).toMatchObject({ name: 'Pasted 2499', email: 'n2499@example.org' })
    await page.getByRole('button', { name: 'Take back: Pasted cells, 5,000 rows' }).waitFor()
    await grid.focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Import the 2,500 good rows' }).waitFor()
    expect(await counts(id)).toMatchObject({ create: ROWS / 2, error: ROWS / 2 })
  },
)

office.flow(
  'pasted rows are shown also where they were checked before the window asked again',
  'imports',
  async (page) => {
    const rows = Array.from({ length: 250 }, (_, n) => `Q${n},Person ${n},q${n}@example.org\n`)
    const id = await drops(page, 'employees', 'quick.csv', `Employee number,Name,Email\n${rows.join('')}`)
    await page.getByRole('button', { name: 'Import 250 rows' }).waitFor()
    await page.getByRole('gridcell', { name: 'Person 3', exact: true }).waitFor()
    await page.getByRole('grid', { name: /Rows of the file/ }).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    const before = (await office.api('GET', `/api/imports/${id}`)).body.checked_at
    await page.route('**/imports.get', async (route) => {
      await expect.poll(async () => (await office.api('GET', `/api/imports/${id}`)).body.checked_at).not.toBe(before)
      await route.continue()
    })
    await paste(page, rows.map((_, n) => `Pasted ${n}\r\n`).join(''))
    await page.getByRole('button', { name: 'Take back: Pasted cells, 250 rows' }).waitFor()
    await page.getByRole('gridcell', { name: 'Pasted 3', exact: true }).waitFor()
    await page.unrouteAll({ behavior: 'wait' })
  },
)

office.flow('a paste says what had no cell to go to, and too large a one is refused whole', 'imports', async (page) => {
  const id = await drops(
    page,
    'employees',
    'small.csv',
    'Employee number,Name,Email\n1,Ana,a@example.org\n2,Bo,b@example.org\n',
  )
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor()
  await page.getByRole('grid', { name: /Rows of the file/ }).focus()
  await page.keyboard.press('Control+End')
  await paste(page, 'c@example.org\tmore\nd@example.org\tmore\n')
  await page
    .getByText('1 line below the last row and 1 column beyond the last one had no cell to go to.', { exact: false })
    .waitFor()
  await page.getByRole('gridcell', { name: 'c@example.org' }).waitFor()
  await paste(page, 'x\n'.repeat(10_001))
  await page.getByText('The clipboard holds 10,001 cells; 10,000 can be pasted at once.', { exact: false }).waitFor()
  await inBothThemes(page, 'imports-paste')
  const { body } = await office.api('POST', '/api/rpc/imports.rows', { id })
  expect(body.items.map(({ edits }: { edits: Record<string, string> }) => edits)).toEqual([
    {},
    { Email: 'c@example.org' },
  ])
})

office.flow(
  'the classes that students name are made with one click, after their names were seen',
  'imports',
  async (page) => {
    const text = 'Admission number,Name,Class\n1,Ana,Form 1 A\n2,Bo,Form 2 B\n3,Cy,Form 2 B\n4,Di,Form 3\n'
    await drops(page, 'students', 'classes.csv', text)
    await page.getByRole('button', { name: 'Fix these rows…' }).first().click()
    await page.getByRole('button', { name: 'Create the missing ones' }).waitFor()
    await page.getByText('3 are made when the file is imported', { exact: false }).waitFor()
    await inBothThemes(page, 'imports-create')
    await page.getByRole('button', { name: 'Create the missing ones' }).click()
    await page.getByRole('button', { name: 'Import 4 rows' }).click()
    await page.getByText('4 rows written.').waitFor()
  },
)
