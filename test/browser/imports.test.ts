import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { tabTo } from '../support/keyboard'
import { startOffice, type TestOffice } from '../support/office'
import { realFile, whyMissing } from '../support/real-file'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
const salaryData = realFile('data/people/HRDataset_v14.csv')
const noFile = whyMissing(salaryData)
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** Twenty people; nobody’s hiring day is after the 12th, two addresses and three salaries are wrong. */
function salaryFile(prefix: string): string {
  const wrongMail: Record<number, string> = { 3: 'bo.chen.example.org', 7: '"fay@example,org"' }
  const wrongPay: Record<number, string> = { 5: 'n/a', 9: 'n/a', 12: 'tbc' }
  const rows = Array.from({ length: 20 }, (_, index) => {
    const n = index + 1
    const hired = `${String((n % 11) + 1).padStart(2, '0')}/${String((n % 5) + 1).padStart(2, '0')}/2020`
    const mail = wrongMail[n] ?? `${prefix.toLowerCase()}${n}@example.org`
    return `${prefix}${n},Person ${prefix}${n},Docks,${mail},${hired},${wrongPay[n] ?? 1500 + n},see file`
  })
  return `Emp No,Name,Department,Email,Date of hire,Base salary,Remarks\n${rows.join('\n')}\n`
}

async function open(hash: string, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; errors: string[] }> {
  const page = await newWindow(browser, undefined, { colorScheme })
  const errors = watch(page)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('navigation').first().waitFor()
  await page.goto(`${office.address}/#${hash}`)
  return { page, errors }
}

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const employees = async (): Promise<number> => (await office.api('GET', '/api/employees?limit=500')).body.items.length

test('a messy salary file by mouse: map, answer, mend in the grid, import, receipt, undo', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await open('/imports')
  await page.getByText('No file has been imported yet.').waitFor()
  await inBothThemes(page, 'imports-empty')
  await page.getByRole('link', { name: 'Import a file…' }).first().click()
  await choose(page, 'salaries-2025-03.csv', salaryFile('M'))
  await page.getByText('salaries-2025-03.csv').first().waitFor()
  await expect.poll(() => page.getByRole('radio', { name: 'Salaries' }).isChecked()).toBe(true)
  await expect.poll(() => page.getByRole('combobox', { name: 'Month' }).inputValue()).toBe('March')
  await expect.poll(() => page.getByRole('combobox', { name: 'Year' }).inputValue()).toBe('2025')
  await inBothThemes(page, 'imports-start')
  await page.getByRole('button', { name: 'Read the file' }).click()

  await page.getByText('One answer is missing.').waitFor()
  await page.getByText('No field is called like this column.').waitFor()
  expect(await page.getByRole('button', { name: 'Check the rows' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'imports-map')
  await page.getByRole('radio', { name: /Day first/ }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()

  await page.getByRole('button', { name: 'Import the 15 good rows' }).waitFor()
  await page.getByText('5 wait for a fix').waitFor()
  await page.getByRole('gridcell', { name: /n\/a/ }).first().waitFor()
  await page.locator('[role=grid]:focus').waitFor() // what is typed now goes into the cell that is marked
  await inBothThemes(page, 'imports-check')

  // Errors stand by cause; one replacement mends two rows at once.
  await page.getByRole('button', { name: 'Fix these rows…' }).first().click()
  await page.getByRole('complementary', { name: 'Fix a cause' }).waitFor()
  await page.getByRole('button', { name: 'Leave empty' }).waitFor()
  await page.getByLabel('Replace by').fill('1700')
  await inBothThemes(page, 'imports-replace')
  await page.getByRole('button', { name: 'Replace in 2 rows' }).click()
  await page.getByRole('button', { name: 'Import the 17 good rows' }).waitFor()
  await expect.poll(() => page.getByRole('gridcell', { name: /n\/a/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Close' }).click()

  // A wrong address is typed over; the row stays where it is, mended.
  await page.getByRole('gridcell', { name: /^fay@example,org/ }).dblclick()
  await page.locator('[role=grid] input:focus').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('fay@example.org')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Import the 18 good rows' }).waitFor()
  await page.getByRole('button', { name: 'Sort the mended rows away' }).click()

  // One result alone, kept in the address.
  await page.getByRole('button', { name: /^New/ }).click()
  await page.waitForURL(/show=create/)
  await page.getByRole('button', { name: /^All rows/ }).click()
  await page.waitForURL((url) => !url.hash.includes('show='))
  const before = await employees()
  await page.getByRole('button', { name: 'Import the 18 good rows' }).click()

  await page.getByText('18 rows written.').waitFor()
  await page.getByText('2 rows had errors and were left out.', { exact: false }).waitFor()
  expect(await employees()).toBe(before + 18)
  await inBothThemes(page, 'imports-receipt')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Error file: csv' }).click()
  const saved = await (await download).path()
  expect(fs.readFileSync(saved, 'utf8').trim().split('\n')).toHaveLength(3)

  await page.getByRole('link', { name: 'Undo this import…' }).click()
  await page.getByText('all of it can be undone', { exact: false }).waitFor()
  await inBothThemes(page, 'imports-undo')
  await page.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText('This import was undone', { exact: false }).waitFor()
  expect(await employees()).toBe(before)
  await page.goto(`${office.address}/#/imports`)
  await page.getByRole('row', { name: /salaries-2025-03\.csv.*Undone/ }).waitFor()
  await inBothThemes(page, 'imports-list')
  expect(errors).toEqual([])
  await page.close()
})

test('a file of another kind than the one chosen, and one of no kind, are said to be so before they are read', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await open('/imports/new')
  await choose(
    page,
    'marks.csv',
    'Admission No,First name,Guardian,Class,Admission date\n7,Ana,Rui Sá,Form 1,2025-09-01\n',
  )
  await page.getByRole('radio', { name: 'Students', checked: true }).waitFor() // as its columns say, not its name
  await page.getByRole('radio', { name: 'Employees', exact: true }).click()
  await page.getByRole('button', { name: 'Take it as Students' }).waitFor()
  await page.getByText('columns are called like those of Students,', { exact: false }).waitFor()
  await inBothThemes(page, 'other-kind')
  await page.getByRole('button', { name: 'Take it as Students' }).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Students' }).isChecked()).toBe(true)
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'another kind' }).count()).toBe(0)

  await choose(page, 'weather.csv', 'sunshine,drizzle\n1,2\n')
  await page.getByText('None of its columns is called like one of these lists.').waitFor()
  await inBothThemes(page, 'no-kind')
  await choose(page, 'paper.csv', '%PDF-1.4\n1 0 obj')
  await page.getByRole('alert').waitFor()
  expect(errors.filter((error) => !error.includes('status of 422'))).toEqual([])
  await page.close()
})

test('the main line by keyboard alone', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { page, errors } = await open('/imports/new')
  await choose(page, 'salaries-2025-04.csv', salaryFile('K').replace('Date of hire', 'Hired on'))
  const press = (key: string) => page.keyboard.press(key)
  await page.getByText('salaries-2025-04.csv').first().waitFor()
  await tabTo(page, /Read the file/)
  await press('Enter')
  await page.getByText('One answer is missing.').waitFor()
  await tabTo(page, /Day first/)
  await press('Space')
  await tabTo(page, /Check the rows/)
  await press('Enter')
  await page.getByRole('button', { name: 'Import the 15 good rows' }).waitFor()

  await page.locator('[role=grid]:focus').waitFor()
  const cell = () => page.getByRole('gridcell', { selected: true })
  const row = () => page.getByRole('row').filter({ has: cell() }).getAttribute('aria-rowindex')
  await expect.poll(() => cell().textContent()).toContain('n/a')
  const first = await row()
  await page.keyboard.type('1700')
  await press('Enter')
  await expect.poll(row).not.toBe(first)
  await expect.poll(() => cell().textContent()).toContain('n/a')
  await page.getByRole('button', { name: 'Import the 16 good rows' }).waitFor()
  // What was typed comes back by Escape, what was sent by Ctrl-Z.
  await page.keyboard.type('99')
  await press('Escape')
  await expect.poll(() => cell().textContent()).toContain('n/a')
  await press('Control+Z')
  await page.getByRole('button', { name: 'Import the 15 good rows' }).waitFor()
  const second = await row()
  await press('ArrowUp')
  await expect.poll(row).not.toBe(second)
  await page.locator('[role=grid]:focus').waitFor()
  // What stood there before, typed again before the office has answered, counts: it was typed last.
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  let answered = 0
  page.on('response', (response) => {
    if (response.url().includes('imports.fix_cells')) answered++
  })
  await page.route('**/imports.fix_cells', async (route) => {
    await held
    await route.continue()
  })
  const here = await row()
  for (const typed of ['1699', 'n/a']) {
    await page.keyboard.type(typed)
    await press('Enter')
    await expect.poll(row).not.toBe(here)
    await press('ArrowUp')
    await expect.poll(row).toBe(here)
  }
  answer()
  await expect.poll(() => answered).toBe(2)
  await page.unroute('**/imports.fix_cells')
  await expect.poll(() => cell().textContent()).toContain('n/a')
  // A column is pasted from a spreadsheet.
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '1705\r\n1709\r\n1712\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await page.getByRole('button', { name: 'Import the 18 good rows' }).waitFor()
  await press('Escape')
  await tabTo(page, /Import the 18 good rows/)
  await press('Enter')
  await page.getByText('18 rows written.').waitFor()
  await tabTo(page, /Undo this import/)
  await press('Enter')
  await page.getByText('all of it can be undone', { exact: false }).waitFor()
  await tabTo(page, /Undo it/)
  await press('Enter')
  await page.getByText('This import was undone', { exact: false }).waitFor()
  expect(errors).toEqual([])
  await page.close()
})

test('the real salary file as annual salaries of January 2019: 310 employees', async ({ skip }) => {
  skip(Boolean(missing), missing)
  skip(noFile !== '', noFile)
  const { page, errors } = await open('/imports/new')
  await page.locator('input[type=file]').setInputFiles(salaryData)
  await page.getByText('HRDataset_v14.csv').first().waitFor()
  const pick = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await page.getByRole('radio', { name: 'Salaries', checked: true }).waitFor() // as its columns say
  await pick('Month', 'January')
  await pick('Year', '2019')
  await page.getByRole('radio', { name: 'a year' }).click()
  const before = await employees()
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByRole('button', { name: /^Import/ }).waitFor()
  await page.getByRole('gridcell', { name: '10084' }).waitFor()
  await inBothThemes(page, 'imports-real-check')
  await page.getByRole('button', { name: 'Import 310 rows' }).click()
  await page.getByText('310 rows written.').waitFor()
  expect(await employees()).toBe(before + 310)
  expect(errors).toEqual([])
  await page.close()
})
