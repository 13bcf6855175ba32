import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, newWindow } from './browser'
import { type Answer, type StartOptions, startOffice, type TestOffice } from './office'
import { watch } from './screen'

/** The browser itself notes every answer that is a refusal; what the page says to it is read where it shows. */
const REFUSED = /status of 4\d\d/

type Size = { width: number; height: number }

/** One office and one browser for all the flows of a test file, opened before the first and closed after the last. */
export function officeInBrowser(options: StartOptions = {}) {
  const missing = inject('missing').chromium
  let browser: Browser
  let office: TestOffice
  beforeAll(async () => {
    if (missing) return
    office = await startOffice(options)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await office?.stop()
  })

  const api = (verb: string, path: string, body?: unknown): Promise<Answer> => office.api(verb, path, body)
  return {
    api,
    at: () => office,
    browser: () => browser,
    ended: (taskId: string) => office.ended(taskId),
    /** Asks for a task; its id. */
    async asks(task: string, args: object = {}, more: object = {}): Promise<string> {
      const { status, body } = await api('POST', '/api/tasks', { task, args, ...more })
      if (status !== 202) throw new Error(`${task}: ${status} ${JSON.stringify(body)}`)
      return body.task_id
    },
    /** A flow in a window of its own that opens at a place (`tasks?state=FAILURE`) and ends without an error. */
    flow(name: string, place: string, steps: (page: Page) => Promise<void>, size?: Size) {
      test(name, async ({ skip }) => {
        skip(Boolean(missing), missing)
        const page = await newWindow(browser, size)
        const errors = watch(page)
        await page.goto((await api('POST', '/api/session/link')).body.url)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await goTo(page, place)
        await steps(page)
        expect(errors.filter((error) => !REFUSED.test(error))).toEqual([])
        await page.close()
      })
    },
  }
}

/** Goes to a place of the window, as a link does. */
export const goTo = (page: Page, place: string): Promise<void> =>
  page.evaluate(`window.location.hash = ${JSON.stringify(`#/${place}`)}`)

/** The place that stands in the address: `tasks?state=FAILURE`. */
export const placeOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash.slice(2))

/** Resolves when this place stands in the address. What the page shows may come before: the browser tells of it later. */
export const isAt = (page: Page, place: string | RegExp): Promise<void> => {
  const told = expect.poll(() => placeOf(page))
  return typeof place === 'string' ? told.toBe(place) : told.toMatch(place)
}
