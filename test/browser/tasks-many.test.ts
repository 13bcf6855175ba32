import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow, slowestFrame } from '../support/browser'
import { busiest } from '../support/busiest'
import { writeFinishedTasks } from '../support/finished-tasks'
import { startOffice, type TestOffice } from '../support/office'
import { goTo } from '../support/office-window'

const missing = inject('missing').chromium
const NOW = '2026-11-25T14:32:00Z'
const LONG_MS = 300_000
const MOST_MS = 100
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  const first = await startOffice({ now: NOW })
  await first.stop({ keep: true })
  writeFinishedTasks(first.folder, 100_000, Date.parse(NOW))
  office = await startOffice({ now: NOW, folder: first.folder })
  browser = await launch()
}, LONG_MS)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

test(
  'a hundred thousand finished tasks open, are filtered and scroll with no work of 100 ms in one piece',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const busy = await busiest(page)
    const slowest = await slowestFrame(page)

    await goTo(page, 'tasks')
    await page.getByText('100,000 in all').waitFor()
    await page.getByRole('row', { name: /Done/ }).first().waitFor()
    await page.getByRole('button', { name: 'Failed 2,000' }).click()
    await page.getByText('2,000 in all').waitFor()
    await page
      .getByRole('row', { name: /Failed.*The disk was full/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Remove State Failed' }).click()
    await page.getByText('100,000 in all').waitFor()
    await page.getByRole('row', { name: /Done/ }).first().waitFor()

    const last = async () => Number(await page.locator('tr[aria-rowindex]').last().getAttribute('aria-rowindex'))
    await page.getByRole('grid').hover()
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(0, 400)
      await page.evaluate('new Promise((done) => requestAnimationFrame(done))')
    }
    await expect.poll(last).toBeGreaterThan(500)
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001')
    expect(await page.locator('tr[aria-rowindex]').count(), 'only what is seen is drawn').toBeLessThan(120)
    const ms = await busy()
    console.log(
      `longest work ${Math.round(ms)} ms, slowest frame ${Math.round(await slowest())} ms, ${await last()} rows`,
    )
    await inBothThemes(page, 'tasks-many')
    await page.close()
    expect(ms).toBeLessThan(MOST_MS)
  },
  LONG_MS,
)
