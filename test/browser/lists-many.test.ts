import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, newWindow, settled } from '../support/browser'
import { busiest } from '../support/busiest'
import { writeLongLists } from '../support/long-lists'
import { startOffice, type TestOffice } from '../support/office'
import { goTo } from '../support/office-window'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
const NOW = '2026-11-25T14:32:00Z'
/** Longer than this in one piece and a frame would come late. */
const MOST_MS = 100
const MANY = 100_000
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  const first = await startOffice({ now: NOW })
  await first.stop({ keep: true })
  writeLongLists(first.folder, MANY, Date.parse(NOW))
  office = await startOffice({ now: NOW, folder: first.folder })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** A list, a row it begins with, what is typed over it, and a row that is found by that. */
const LISTS = [
  ['audit', /Schedule, changed/, 'import received', /Import, received/],
  ['imports', /team 100000\.csv/, 'team 000700', /team 000700\.csv/],
  ['people', /Person 000001/, '099999', /Person 099999/],
  ['pay-runs', /Week 002080/, 'not active', /Not active/],
] as const

/** The methods that give a page of these lists. */
const PAGES = /office\.audit|imports\.list|list_employees|payroll\.periods/

const row = (page: Page, name: RegExp) => page.getByRole('row', { name }).first()
const lastRow = async (page: Page) => Number(await page.locator('[aria-rowindex]').last().getAttribute('aria-rowindex'))

test.for(LISTS)(
  'the list of %s, as long as it gets, opens, scrolls, hears of changes and is filtered with no work of 100 ms in one piece',
  async ([place, first, typed, found], { skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    const errors = watch(page)
    await page.goto((await office.api('POST', '/api/session/link')).body.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const busy = await busiest(page)
    await goTo(page, place)
    await row(page, first).waitFor()

    await page.getByRole('grid').hover()
    // A list is as long as what came of it: where the office is slow, the hand goes on scrolling.
    await expect
      .poll(async () => {
        for (let i = 0; i < 30; i++) {
          await page.mouse.wheel(0, 400)
          await page.evaluate('new Promise((done) => requestAnimationFrame(done))')
        }
        return lastRow(page)
      })
      .toBeGreaterThan(1_000)
    expect(await page.locator('[aria-rowindex]').count(), 'only what is seen is drawn').toBeLessThan(120)

    // Something happens in the office: what is asked again is what is seen, and not all that was scrolled past.
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${new URL(request.url()).pathname} ${request.postData()}`))
    const { items } = (await office.api('GET', '/api/schedules')).body
    await office.api('PATCH', `/api/schedules/${items[0].id}`, { enabled: false })
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    await office.api('PATCH', `/api/schedules/${items[0].id}`, { enabled: true })
    await expect.poll(() => lastRow(page)).toBeGreaterThan(1_000)
    await settled(page)
    // However many rounds the events come in, they ask for the same few pages.
    const pages = new Set(asked.filter((one) => PAGES.test(one)))
    expect(pages.size, [...pages].join('\n')).toBeLessThan(4)

    const filter = page
      .getByRole('textbox', { name: /^Filter/ })
      .or(page.getByRole('searchbox', { name: /^Filter/ }))
      .or(page.getByRole('combobox', { name: 'Filter' }))
    await filter.fill(typed)
    await row(page, found).waitFor()
    const ms = await busy()
    console.log(`${place}: longest work ${Math.round(ms)} ms`)
    expect(ms).toBeLessThan(MOST_MS)
    expect(errors).toEqual([])
    await page.close()
  },
)
