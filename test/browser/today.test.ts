import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, inPageIs, launch, newWindow, PATIENCE_MS } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { axe, watch } from '../support/screen'

const missing = inject('missing').chromium
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

const newLink = async (): Promise<string> => (await office.api('POST', '/api/session/link')).body.url

test('a new office says how to begin, and what comes next by itself', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await newWindow(browser)
  const errors = watch(page)
  await page.goto(office.url)
  await page.getByText('Everything works.').waitFor()
  expect(page.url()).toBe(`${office.address}/#/today`)
  await page.getByRole('link', { name: 'Start' }).waitFor()
  await page.getByText('Daily backup').waitFor()
  await inBothThemes(page, 'today-new')
  expect(errors).toEqual([])
  await page.close()
})

test('what fails needs somebody, and what runs shows how far it is', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await office.api('PUT', '/api/settings/office', { name: 'Almeida & Okafor' })
  const page = await newWindow(browser)
  const errors = watch(page)
  await page.goto(await newLink())
  await page.getByText('All done').waitFor()

  await office.api('POST', '/api/tasks', { task: 'test.progress', args: { steps: 200, ms: 60_000 } })
  await page.getByRole('heading', { name: 'Running' }).waitFor()
  await page
    .getByText(/ of 200/)
    .first()
    .waitFor()
  await page.getByText('All done').waitFor({ state: 'detached' })
  const failed = (await office.api('POST', '/api/tasks', { task: 'test.crash' })).body
  await office.ended(failed.task_id)
  await page.getByText('Crash did not work').waitFor()
  await page.getByText('1 thing needs you.').waitFor()
  await page.getByRole('link', { name: 'Today 1 need you' }).waitFor()
  await inBothThemes(page, 'today')

  expect(errors).toEqual([])
  await page.close()
})

test('Today stands at 640 pixels, and what runs can be stopped; the finished day is ruled off', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await newWindow(browser)
  const errors = watch(page)
  await page.goto(await newLink())
  await page.getByText('Crash did not work').waitFor()
  await page.setViewportSize({ width: 640, height: 800 })
  await inPageIs(page, 'document.documentElement.scrollWidth <= window.innerWidth')
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/today-narrow.png', fullPage: true })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.screenshot({ path: 'dist/shots/today-1920.png' })
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('heading', { name: 'Running' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Set aside' }).click()
  await page.getByText('All done').waitFor()
  const done = (await office.api('POST', '/api/tasks', { task: 'test.noop' })).body
  await office.ended(done.task_id)
  await page.getByRole('heading', { name: 'Done today' }).waitFor()
  await inBothThemes(page, 'today-done')
  expect(errors).toEqual([])
  await page.close()
})

test('a backup is made by one click and stands there with its time', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await newWindow(browser)
  await page.goto(await newLink())
  await page.getByText('None yet; the first is made tonight, or now.').waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('1 by hand').waitFor()
  await page.getByText('Verified', { exact: true }).waitFor()
  await page.close()
})

test('a page without a session says how to get in, and a used link opens nothing', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
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
  await office.api('PUT', '/api/settings/office', { name })
  const page = await newWindow(browser)
  const errors = watch(page)
  await page.goto(await newLink())
  await page.getByText(name).first().waitFor()
  await page.getByText(name).nth(1).waitFor()
  expect(await page.locator('img').count()).toBe(0)
  expect(errors).toEqual([])
  await page.close()
})
