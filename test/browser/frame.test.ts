import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { holdBack, inBothThemes, launch, newWindow, settled } from '../support/browser'
import { choose, hasFocus } from '../support/keyboard'
import { startOffice, type TestOffice } from '../support/office'
import { realFile, whyMissing } from '../support/real-file'
import { axe, watch } from '../support/screen'

const HR_FILE = realFile('data/people/HRDataset_v14.csv')
const missing = inject('missing').chromium || whyMissing(HR_FILE)
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice()
  await office.api('PUT', '/api/settings/office', { name: 'Almeida & Okafor' })
  await office.api('POST', '/api/employees', {
    name: 'Paula Yamamoto',
    external_ref: 'E-0131',
    hire_date: '2024-01-01',
  })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

async function openPage(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await newWindow(browser, undefined, { colorScheme })
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByText('Almeida & Okafor').waitFor()
  await settled(page) // by then it listens to the keys as well
  return page
}

/** Lets a file go over the window as the system does it. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text ?? ''], name ?? '', { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: files })
  await page.getByText('Let go anywhere to import').waitFor()
  if (name === 'salaries-2019-01.csv') await page.screenshot({ path: 'dist/shots/frame-drop-light.png' })
  await page.dispatchEvent('body', 'drop', { dataTransfer: files })
}

test('Ctrl-K finds places, people and deeds by typing, with the keyboard alone', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  const errors = watch(page)
  await page.keyboard.press('Control+k')
  const box = page.getByPlaceholder('A place, a person')
  await box.waitFor()
  await page.getByRole('option', { name: 'Today' }).waitFor()
  await inBothThemes(page, 'frame-palette')
  await hasFocus(page, box)
  await page.keyboard.type('dark')
  await choose(page, 'Dark appearance')
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  await page.reload()
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor() // chosen, so it stays
  await page.getByText('Almeida & Okafor').waitFor()
  await settled(page)
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await hasFocus(page, box)
  await page.keyboard.type('zzzz')
  await page.getByText('Nothing is called “zzzz”.').waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await page.close()
})

test('in Ctrl-K what was moved to stays marked when the office’s answers come in around it', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  await page.keyboard.press('Control+k')
  const box = page.getByPlaceholder('A place, a person')
  await hasFocus(page, box)
  const people = await holdBack(page, 'people.list_employees')
  await page.keyboard.type('pa')
  await people.answered
  const marked = page.locator('[data-combobox-selected]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const before = await marked.textContent()
  await people.letGo()
  await page.getByRole('option', { name: /Paula Yamamoto/ }).waitFor()
  expect(await marked.textContent()).toBe(before)
  await page.keyboard.press('Escape')
  await page.close()
})

test('a file let go anywhere is known by its columns; what it does not say is asked', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  const errors = watch(page)
  // Its columns and their first values; to look into 200 rows takes the office seconds where the computer is busy.
  const rows = fs.readFileSync(HR_FILE, 'utf8').split('\n').slice(0, 20)
  await drop(page, 'salaries-2019-01.csv', rows.join('\n'))
  await page.waitForURL(/#\/imports\/new\?file=salaries-2019-01\.csv&drop=\d+&kind=salaries$/)
  await drop(page, 'colours.csv', 'colour,taste\nred,sweet\n')
  await page.waitForURL(/#\/imports\/new\?file=colours\.csv&drop=\d+$/)
  await page.getByText('1 KB').waitFor()
  await drop(page, 'colours.csv', `colour,taste\n${'red,sweet\n'.repeat(300)}`)
  await page.getByText('4 KB').waitFor() // mended and dropped again under its name, it is the new file that waits
  expect(errors).toEqual([])

  await drop(page, 'picture.csv', '\u0000\u0001\u0002PNG\u0000')
  await page.getByText('picture.csv was not taken in').waitFor()
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/frame-refused-light.png' })
  await page.keyboard.press('Escape')
  await page.getByText('picture.csv was not taken in').waitFor({ state: 'detached' })
  await page.close()
})

test('of two files let go one after the other the last decides where the window goes; the first is found', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  const first = await holdBack(page, 'imports.guess')
  await drop(page, 'first.csv', 'colour,taste\nred,sweet\n')
  await first.answered
  await drop(page, 'second.csv', 'colour,taste\nblue,sour\n')
  await page.waitForURL(/#\/imports\/new\?file=second\.csv&drop=\d+$/)
  await first.letGo()
  await page.getByText('first.csv is in Imports').waitFor()
  expect(page.url()).toContain('file=second.csv')
  await page.getByText('second.csv').first().waitFor()
  await inBothThemes(page, 'frame-two-files')
  await page.getByRole('link', { name: 'Go to first.csv' }).click()
  await page.waitForURL(/#\/imports\/new\?file=first\.csv&drop=\d+$/)
  await page.getByText('first.csv').first().waitFor()
  expect(await page.getByText('first.csv is in Imports').count()).toBe(0)
  await page.close()
})

test('the system’s own dialog leads the same way', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+k')
  await page.locator('input:focus').waitFor() // what is typed before the palette has the keys would be lost
  await page.keyboard.type('drop a')
  await choose(page, 'Drop a file')
  await (await chooser).setFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Employee number,Full name,Department,Hire date,Phone\n7,Ana Costa,Sales,2024-02-01,123456\n'),
  })
  await page.waitForURL(/#\/imports\/\d+$/)
  expect((await office.api('GET', `/api/imports/${page.url().split('/').at(-1)}`)).body.kind).toBe('employees')
  await page.close()
})

test('Back leads away under the palette, and the palette with it', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage()
  await page.goto(`${office.address}/#/people`)
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.goto(`${office.address}/#/tasks`)
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
  await settled(page)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Go to anything' })
  await palette.waitFor()
  await page.goBack()
  await palette.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.close()
})
