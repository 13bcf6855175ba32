import type { APIResponse, Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { newWindow } from '../support/browser'
import { cuttable } from '../support/cut-proxy'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser()

/** The page hears of nothing any more but, when `hear()` is called, that tasks have changed. */
const HEARS_ONCE = `window.EventSource = class extends EventSource {
  set onmessage(listener) { window.hear = () => listener({ data: '{"type":"tasks_changed"}' }) }
  set onopen(_) {}
}`

office.flow('an answer read before a change, and delivered after its event, does not stay', 'tasks', async (page) => {
  await office.api('POST', '/api/queues/default/pause')
  const id = await office.asks('test.echo', { word: 'late' })
  await page.addInitScript(HEARS_ONCE)
  await page.reload()
  await page.getByRole('row', { name: /Echo/ }).waitFor()
  const early = new Promise<{ route: Route; answer: APIResponse }>((resolve) => {
    const hold = async (route: Route) => resolve({ route, answer: await route.fetch() })
    void page.route('**/api/rpc/tasks.get', hold, { times: 1 })
  })
  await goTo(page, `tasks/${id}`)
  const { route, answer } = await early
  await office.api('POST', '/api/queues/default/resume')
  await office.ended(id)
  const round = page.waitForRequest('**/api/rpc/system.about')
  await page.evaluate('hear()')
  await round
  await route.fulfill({ response: answer })
  await page.getByRole('button', { name: 'Run again' }).waitFor()
})

/** A window on the list of tasks whose way to the office can be cut. */
async function onItsWay(): Promise<{ page: Page; cut: () => void; leave: () => Promise<void> }> {
  const way = await cuttable(office.at().address)
  const page = await newWindow(office.browser())
  const { url } = (await office.api('POST', '/api/session/link')).body
  await page.goto(way.address + new URL(url).pathname)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, 'tasks')
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
  return {
    page,
    cut: () => way.cut('/api/events'),
    async leave() {
      await page.close()
      way.close()
    },
  }
}
const isStream = (one: { url(): string }) => one.url().endsWith('/api/events')

office.flow('a stream that was cut comes back, and the page asks for what it missed', 'today', async () => {
  const { page, cut, leave } = await onItsWay()
  const back = page.waitForRequest(isStream)
  cut()
  const id = await office.asks('test.progress', { steps: 1 })
  await office.ended(id)
  await back
  await page.getByRole('row', { name: /Progress/ }).waitFor()
  await leave()
})

office.flow('a stream that was refused is opened again once the office answers the page', 'today', async () => {
  const { page, cut, leave } = await onItsWay()
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  const refused = page.waitForResponse(isStream)
  cut()
  expect((await refused).status()).toBe(401)
  await page.context().addCookies(cookies)
  await goTo(page, 'schedules')
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  await goTo(page, 'tasks')
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
  const id = await office.asks('test.sleep', { ms: 1 })
  await office.ended(id)
  await page.getByRole('row', { name: /Sleep/ }).waitFor()
  await leave()
})
