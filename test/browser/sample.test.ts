import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow, openAfresh, settled } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
const LIMIT = { timeout: 300_000 }
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ args: ['--sample'] })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const open = async (): Promise<Page> => {
  const page = await newWindow(browser)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('region', { name: 'Sample office' }).waitFor()
  return page
}

const SCREENS = ['today', 'imports', 'people', 'pay-runs', 'tasks', 'schedules', 'outbox', 'audit', 'settings']

test('the banner stands above every screen, in a window of any size', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await open()
  const errors = watch(page)
  for (const screen of [...SCREENS, 'pay-runs/new', 'settings/mail', 'settings/backup', 'no-such-place']) {
    await openAfresh(page, `${office.address}/#/${screen}`)
    await page.locator('h1').waitFor()
    await settled(page)
    const box = await page.getByRole('region', { name: 'Sample office' }).boundingBox()
    expect([screen, Math.round(box?.y ?? -1)]).toEqual([screen, 0])
  }
  await page.goto(`${office.address}/#/settings/mail`)
  for (const [width, height, name] of [
    [1920, 1080, '1920'],
    [640, 400, 'narrow'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.getByRole('button', { name: 'Remove it and start mine' }).waitFor()
    await inBothThemes(page, `sample-banner-${name}`)
  }
  expect(errors).toEqual([])
  await page.close()
})

test(
  'what is done for good is not called paused and offers nothing to resume; who brought a file in has a name',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await open()
    await page.goto(`${office.address}/#/schedules`)
    await page.getByText(/^31 schedules\. All times/).waitFor()
    const { description } = (await office.api('GET', '/api/payroll/periods/24')).body
    await page.getByRole('button', { name: 'Show', exact: true }).click() // a year of them is one line
    await page.getByRole('button', { name: `Run now: Pay run of ${description}` }).waitFor()
    expect(await page.getByRole('button', { name: /^Resume: Pay run/ }).count()).toBe(0)
    await page.getByRole('link', { name: `Pay run of ${description}` }).click()
    await page.getByText('It does not run by itself at present.').waitFor()
    expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0)
    expect(await page.getByText('Saving changes nothing').count()).toBe(0)
    await page.goto(`${office.address}/#/imports`)
    await page.getByRole('row', { name: /Telephone list\.csv.*Owner/ }).waitFor()
    await page.goto(`${office.address}/#/imports/1/undo`)
    const kept = page.getByRole('complementary', { name: 'Undo this import' }).getByRole('listitem').first()
    const [item, text] = [await kept.boundingBox(), await kept.getByText('was kept').first().boundingBox()]
    expect((text?.x ?? 999) - (item?.x ?? 0), 'no empty column beside it').toBeLessThan(30)
    await page.close()
  },
)

test(
  'it is removed by one click and a yes, and every open window goes on with an empty office',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const [page, other] = [await open(), await open()]
    const errors = watch(page)
    await other.goto(`${office.address}/#/people`)
    await other.getByRole('row').nth(5).waitFor()
    await page.getByRole('button', { name: 'Remove it and start mine' }).click()
    const question = page.getByRole('dialog', { name: 'Remove the sample office?' })
    await question.getByText('an empty office opens').waitFor()
    await inBothThemes(page, 'sample-remove')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    expect((await office.api('GET', '/api/about')).body).toMatchObject({ sample: true })

    await page.getByRole('button', { name: 'Remove it and start mine' }).click()
    await question.getByRole('button', { name: 'Remove it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Start your office' }).waitFor()
    await page.getByRole('region', { name: 'Sample office' }).waitFor({ state: 'detached' })
    await inBothThemes(page, 'sample-removed')

    // The other window was not touched: it shows the empty office by itself and stays live.
    await other.getByRole('region', { name: 'Sample office' }).waitFor({ state: 'detached' })
    await other.getByRole('link', { name: 'Add a person' }).first().waitFor()
    await page.getByRole('textbox', { name: 'Name' }).fill('After the sample')
    await page.getByRole('textbox', { name: 'Currency' }).fill('EUR')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.waitForURL(/#\/today$/)
    await other.getByRole('navigation').getByText('After the sample').waitFor()
    await other.getByRole('link', { name: 'Add a person' }).first().click()
    await other.getByRole('textbox', { name: 'Given name' }).fill('Ana')
    await other.getByRole('textbox', { name: 'Family name' }).fill('Real')
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { level: 1, name: /Ana Real/ }).waitFor()
    await page.goto(`${office.address}/#/people`)
    await page.getByRole('link', { name: 'Ana Real' }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Ana Real' }).waitFor()
    expect((await office.api('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
    expect(fs.readdirSync(office.folder).filter((name) => name.startsWith('sample-removed'))).toHaveLength(1)
    expect(fs.existsSync(path.join(office.folder, 'daybook.db'))).toBe(true)
    expect(errors).toEqual([])
    await page.close()
    await other.close()
  },
)
