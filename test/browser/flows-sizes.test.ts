import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { goTo } from '../support/office-window'
import { axe } from '../support/screen'

const missing = inject('missing').chromium
const LONG_MS = 300_000
const PLACES: [place: string, heading: string][] = [
  ['schedules', 'Schedules'],
  ['schedules/new', 'New schedule'],
  ['tasks', 'Tasks'],
  ['tasks/1', 'Crash'],
  ['tasks/queues', 'Queues and slots'],
  ['outbox', 'Outbox'],
  ['outbox/1', 'Payslip of Ana'],
  ['audit', 'Audit'],
]
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: '2026-11-25T14:32:00Z' })
  browser = await launch()
  const { body } = await office.api('POST', '/api/tasks', { task: 'test.crash', args: {} })
  await office.ended(body.task_id)
  const args = { subject: 'Payslip of Ana', message: 'Here it is.', recipient_list: ['ana@example.org'] }
  await office.ended((await office.api('POST', '/api/tasks', { task: 'mail.send_email', args })).body.task_id)
}, LONG_MS)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** Controls that lie upon another, and what is cut off at the right edge of the page. */
const misplaced = (page: Page) =>
  page.evaluate(`(() => {
    const all = [...document.querySelectorAll('h1, button, a, input')].filter((one) => one.checkVisibility())
    const called = (one) => one.getAttribute('aria-label') || one.textContent || one.tagName
    const isIn = (box, one) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const top = document.elementFromPoint(x, y)
      return top === null || top === one || one.contains(top) || top.contains(one)
    }
    const found = []
    for (const one of all) {
      one.scrollIntoView({ block: 'center', inline: 'center' })
      const box = one.getBoundingClientRect()
      if (box.width > 0 && !isIn(box, one)) found.push('covered: ' + called(one))
    }
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page is wider than its window')
    return found
  })()`) as Promise<string[]>

test.for([
  ['1920 px wide', { width: 1920, height: 1080 }, 1],
  ['at 200 % zoom', { width: 640, height: 400 }, 2],
] as const)(
  'nothing overlaps or is cut off %s',
  { timeout: LONG_MS },
  async ([name, viewport, deviceScaleFactor], { skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser, viewport, { deviceScaleFactor })
    await page.goto((await office.api('POST', '/api/session/link')).body.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const [place, heading] of PLACES) {
      await goTo(page, place)
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
      await page.screenshot({ path: `dist/shots/${place.replaceAll('/', '-')}-${viewport.width}.png` })
      expect(await misplaced(page), `${place} ${name}`).toEqual([])
      expect(await axe(page), `${place} ${name}`).toEqual([])
    }
    await page.close()
  },
)
