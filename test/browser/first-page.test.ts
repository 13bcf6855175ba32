import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startOffice, type TestOffice } from '../support/office'
import { axe, watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice()
  browser = await chromium.launch({ executablePath: inject('chromium'), chromiumSandbox: process.getuid?.() !== 0 })
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const newPage = (colorScheme: 'light' | 'dark', viewport = { width: 1280, height: 800 }) =>
  browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })

test('the first page shows what runs, what happened last and what comes next, live, in both themes', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  const page = await newPage('light')
  const errors = watch(page)
  await page.goto(office.url)
  await page.getByText('Everything works.').waitFor()
  expect(page.url()).toBe(`${office.address}/#/today`)
  await page.getByText('Nothing runs.').waitFor()
  await page.getByText('Daily backup').waitFor()

  const slow = (await office.api('POST', '/api/tasks', { task: 'test.progress', args: { steps: 200, ms: 60_000 } }))
    .body
  await page.getByRole('heading', { name: 'Running' }).waitFor()
  await page.getByText('Step 1 of 200').waitFor()
  const failed = (await office.api('POST', '/api/tasks', { task: 'test.crash' })).body
  await office.ended(failed.task_id)
  await page.getByText('Crash', { exact: true }).waitFor()
  await page.getByText('Failed', { exact: true }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/first-page-light.png' })

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/first-page-dark.png' })

  await page.setViewportSize({ width: 640, height: 800 })
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/first-page-narrow.png', fullPage: true })

  await office.api('POST', `/api/tasks/${slow.task_id}/revoke`, { terminate: true })
  await page.getByText('Nothing runs.').waitFor()
  await page.getByText('Taken back').waitFor()
  expect(errors).toEqual([])
  await page.close()
})

test('a page without a session says how to get in, and a used link opens nothing', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(office.address)
  await page.getByRole('heading', { name: 'Daybook is not open here' }).waitFor()
  expect(await axe(page)).toEqual([])
  const answer = await page.goto(office.url)
  expect(answer?.status()).toBe(401)
  await context.close()
})

test('names that look like markup stay text', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const name = '<img src=x onerror=alert(1)>'
  const made = await office.api('POST', '/api/schedules', { name, task: 'test.noop', cron: '* * * * *' })
  expect(made.status).toBe(201)
  const page = await newPage('light')
  const errors = watch(page)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByText(name).waitFor()
  expect(await page.locator('img').count()).toBe(0)
  expect(errors).toEqual([])
  await page.close()
})
