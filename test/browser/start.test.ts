import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow, settled } from '../support/browser'
import { LIVED_WITHIN_MS, startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
const LIMIT = { timeout: 300_000 }
let browser: Browser
let office: TestOffice
let page: Page
let errors: string[]

beforeAll(async () => {
  if (!missing) browser = await launch()
})
afterAll(() => browser?.close())

/** Each on a folder that nobody has opened before. */
beforeEach(async () => {
  if (missing) return
  office = await startOffice()
  page = await newWindow(browser)
  errors = watch(page)
  await page.goto(office.url)
  await page.getByText('Everything works.').waitFor()
})
afterEach(async () => {
  await page?.close()
  await office?.stop()
})

const banner = () => page.getByRole('region', { name: 'Sample office' })

/** Presses Tab until what has this name is focused; sixty stops are more than any page has. */
async function tabTo(role: 'link' | 'button' | 'textbox' | 'checkbox', name: string | RegExp) {
  const wanted = page.getByRole(role, { name }).first()
  await wanted.and(page.locator('a, :enabled')).waitFor()
  for (let stops = 0; stops < 60; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to the ${role} “${name}”`)
}

/** Over what is proposed, where this machine tells its currency for sure. */
const saysCurrency = async () => {
  await tabTo('textbox', 'Currency')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('EUR')
}

const usableSample = async () => {
  await banner().waitFor({ timeout: LIVED_WITHIN_MS })
  await page.getByRole('link', { name: /^Pay runs/ }).waitFor()
  await page.getByText(/could not be computed/).waitFor()
  expect((await office.api('GET', '/api/employees?limit=500')).body.items.length).toBeGreaterThan(30)
}

test(
  'a fresh folder opens with the two ways to begin, and the sample office is explored by mouse',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    await page.getByRole('button', { name: 'Explore', exact: true }).waitFor()
    await inBothThemes(page, 'start-choice')
    await page.getByRole('button', { name: 'Explore', exact: true }).click()
    await usableSample()
    await inBothThemes(page, 'start-sample-today')
    expect(errors).toEqual([])
  },
)

test(
  'one’s own office is started by mouse: a name, the money, the modules; then an empty Today',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    // A machine that does not tell its currency for sure proposes none.
    await page.route('**/api/rpc/today.read', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), proposed_currency: null } })
    })
    await page.reload()
    await page.getByRole('link', { name: 'Start', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Start your office' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Currency' }).inputValue()).toBe('')
    await inBothThemes(page, 'start-mine')
    const begin = page.getByRole('button', { name: 'Start', exact: true })
    expect(await begin.isDisabled()).toBe(true)
    await page.getByText('Give it a name.').waitFor()
    await page.getByRole('textbox', { name: 'Name' }).fill('Lane & Daughters')
    await page.getByText('Say which currency it counts in').waitFor()
    expect(await begin.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'Currency' }).fill('XYZ')
    await begin.click()
    await page.getByRole('alert').getByText('The currency “XYZ” is unknown').waitFor()
    await inBothThemes(page, 'start-mine-refused')
    await page.getByRole('textbox', { name: 'Currency' }).fill('EUR')
    await page.keyboard.press('Enter') // confirms, as the button does
    await page.waitForURL(/#\/today$/)
    await page.getByText('All done').waitFor()
    await page.getByRole('navigation').getByText('Lane & Daughters').waitFor()
    expect((await office.api('GET', '/api/settings/office')).body).toMatchObject({
      name: 'Lane & Daughters',
      currency: 'EUR',
    })
  },
)

test('by keyboard alone one’s own office is started, and nothing in it is invented', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  await tabTo('link', 'Start')
  await page.keyboard.press('Enter')
  await tabTo('textbox', 'Name')
  await page.keyboard.type('Lane & Sons')
  await saysCurrency()
  await tabTo('checkbox', /^Payroll/)
  await page.keyboard.press('Space')
  await tabTo('button', 'Start')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/today$/)
  await page.getByText('All done').waitFor()
  await page.getByRole('link', { name: 'Import people' }).waitFor()
  await settled(page)
  expect(await page.getByRole('link', { name: 'Pay runs', exact: true }).count()).toBe(0)
  await inBothThemes(page, 'start-today')
  expect(await banner().count()).toBe(0)
  expect((await office.api('GET', '/api/employees')).body.items).toEqual([])
  expect((await office.api('GET', '/api/payroll/periods/')).body.items).toEqual([])
  expect((await office.api('GET', '/api/outbox')).body.items).toEqual([])
  expect((await office.api('GET', '/api/imports')).body.items).toEqual([])
  expect(errors).toEqual([])
})

test(
  'by keyboard alone the sample office is explored, and who then starts their own finds nothing of it there',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    await tabTo('button', 'Explore')
    await page.keyboard.press('Enter')
    await usableSample()
    // Today can be worked with at once: the first need opens by keyboard.
    await tabTo('link', 'Open')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/(pay-runs|imports)\//)
    expect(errors).toEqual([])

    await tabTo('button', 'Remove it and start mine')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Start your office' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await tabTo('textbox', 'Name')
    await page.keyboard.type('Mine')
    await saysCurrency()
    await tabTo('button', 'Start')
    await page.keyboard.press('Enter')
    await page.getByText('All done').waitFor()
    expect(await banner().count()).toBe(0)
    for (const path of ['employees', 'payroll/periods/', 'outbox', 'imports', 'tasks?q=payroll'])
      expect((await office.api('GET', `/api/${path}`)).body.items, path).toEqual([])
    expect((await office.api('GET', '/api/settings/office')).body).toMatchObject({ name: 'Mine', address: '' })
    expect((await office.api('GET', '/api/settings/mail')).body.host).toBe('')
    expect((await office.api('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
  },
)
