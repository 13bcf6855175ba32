import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow, settled } from '../support/browser'
import { axe, watch } from '../support/screen'

const missing = inject('missing').chromium
/** A place, and what stands on it once it is drawn. */
const PAGES: [place: string, shows: string][] = [
  ['imports', '60 new'],
  ['imports/1', 'What happened'],
  ['people', '60 employees'],
  ['people/1', 'Contact'],
  ['pay-runs', '1 period'],
  ['pay-runs/1', '60 people will be paid'],
  ['imports/new', 'What the file holds'],
  ['pay-runs/new', 'How often people are paid'],
  ['pay-runs/1/edit', 'Its pay was computed'],
  ['tasks', 'Compute a pay run'],
  ['tasks/queues', 'Queues and slots'],
  ['settings/users', 'What each role may do'],
]
/** What is there to be read whole, however narrow the window. */
const READ: Record<string, string> = {
  people: 'Person 1 Example',
  'pay-runs': '31 Mar 2026',
  'tasks/queues': 'Integrations',
}
/** A large screen, and a window of 1280 × 800 at 200 % zoom. */
const SCREENS = [
  { name: 'wide', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
  { name: 'zoomed', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
]
let browser: Browser
let admin: Administrator

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2026-04-02T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR' })
  const rows = Array.from({ length: 60 }, (_, n) => `E${n + 1},Person ${n + 1} Example,Docks,${1800 + n * 10}`)
  const bytes = ['Emp No,Name,Department,Base salary', ...rows].join('\n')
  const { import_id } = await admin.drops({ name: 'salaries-2026-03.csv', bytes }, 'salaries', { year: 2026, month: 3 })
  await admin.applies(import_id)
  const dates = { start_date: '2026-03-01', end_date: '2026-03-31', period_type: 'monthly', status: 'active' }
  const period = await admin.createsPeriod({ ...dates, description: 'March 2026' })
  await admin.ask('POST', `/api/payroll/periods/${period}/run`, { force: true })
  await admin.seesDraft(period)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
})

test.for(SCREENS)('imports, people and pay runs fit a $name screen', async (screen, { skip }) => {
  skip(Boolean(missing), missing)
  const { viewport, deviceScaleFactor, name } = screen
  const page = await newWindow(browser, viewport, { deviceScaleFactor })
  const errors = watch(page)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const [place, shows] of PAGES) {
    await page.evaluate((to) => {
      window.location.hash = `#/${to}`
    }, place)
    await page.waitForURL(new RegExp(`#/${place}$`))
    await page.getByText(shows).first().waitFor()
    await settled(page)
    const shot = `${name}-${place.replaceAll('/', '-')}`
    if (name === 'wide') await inBothThemes(page, shot)
    else {
      expect(await axe(page), shot).toEqual([]) // its colours are the same
      await page.screenshot({ path: `dist/shots/${shot}-light.png` })
    }
    const read = READ[place]
    if (read) {
      const cut = await page
        .getByText(read)
        .first()
        .evaluate((found) => {
          const cell = found.closest('td') ?? found
          return cell.scrollWidth - cell.clientWidth
        })
      expect([read, cut]).toEqual([read, 0])
    }
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect([place, overflow]).toEqual([place, 0])
  }
  expect(errors).toEqual([])
  await page.close()
})
