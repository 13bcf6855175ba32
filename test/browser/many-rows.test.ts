import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, newWindow } from '../support/browser'
import { busiest } from '../support/busiest'
import { manyPeople } from '../support/many-people'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
const ROWS = 50_000
/** Longer than this and a frame would come late. */
const FRAME_MS = 100
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

test('the window answers at once while 50,000 rows are checked, walked through and imported', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await newWindow(browser)
  page.setDefaultTimeout(90_000)
  const errors = watch(page)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByText('Everything works.').waitFor()
  await page.goto(`${office.address}/#/imports/new`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.xlsx', mimeType: 'application/zip', buffer: Buffer.from(manyPeople(ROWS)) })
  await page.getByText('people.xlsx').first().waitFor()
  await page.getByRole('radio', { name: 'Employees' }).click()

  const whileChecked = await busiest(page)
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByRole('button', { name: 'Import 50,000 rows' }).waitFor()
  expect(await whileChecked()).toBeLessThan(FRAME_MS)

  const whileWalked = await busiest(page)
  await page.getByRole('grid', { name: /Rows of the file/ }).focus()
  await page.keyboard.press('Control+End')
  await page.getByRole('gridcell', { name: 'E050000' }).waitFor()
  await page.keyboard.press('Control+Home')
  await page.getByRole('gridcell', { name: 'E000001' }).waitFor()
  expect(await whileWalked()).toBeLessThan(FRAME_MS)

  const whileWritten = await busiest(page)
  await page.getByRole('button', { name: 'Import 50,000 rows' }).click()
  await page.getByText('50,000 rows written.').waitFor()
  expect(await whileWritten()).toBeLessThan(FRAME_MS)

  const inPeople = await busiest(page)
  await page.goto(`${office.address}/#/people`)
  await page.getByText('Ada Adeyemi', { exact: false }).first().waitFor()
  expect(await inPeople()).toBeLessThan(FRAME_MS)
  expect(errors).toEqual([])
  await page.close()
})
