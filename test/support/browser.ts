import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { expect, inject } from 'vitest'
import { axe } from './screen'

export const launch = () =>
  chromium.launch({ executablePath: inject('chromium'), chromiumSandbox: process.getuid?.() !== 0 })

/** What does not come within this is named by the wait for it; other tests may be busy on the same computer. */
export const PATIENCE_MS = 60_000

type Look = { colorScheme?: 'light' | 'dark'; deviceScaleFactor?: number }

/** A page of the window, still, in the light theme. */
export async function newWindow(
  browser: Browser,
  viewport = { width: 1280, height: 800 },
  { colorScheme = 'light', ...more }: Look = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', ...more })
  page.setDefaultTimeout(PATIENCE_MS)
  const seed = Number(process.env.DAYBOOK_SLOW)
  if (seed) await page.addInitScript(slowAnswers, seed)
  const waiting = new Set<Request>()
  asked.set(page, waiting)
  page.on('request', (request) => {
    if (/\/api\/(?!events)/.test(request.url())) waiting.add(request)
  })
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
  return page
}

/**
 * `DAYBOOK_SLOW=seed`: each question to the office takes its time on the way there and back, so that answers come in
 * another order and after other deeds than on a quick computer.
 */
function slowAnswers(seed: number): void {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const late = () => (next() < 0.2 ? 200 + 900 * next() : 60 * next())
  const pause = () => new Promise((done) => setTimeout(done, late()))
  const slow = window as unknown as { unanswered: number }
  slow.unanswered = 0
  const quick = window.fetch
  window.fetch = async (...asked) => {
    slow.unanswered++
    try {
      await pause()
      const answer = await quick(...asked)
      await pause()
      return answer
    } finally {
      slow.unanswered--
    }
  }
  // What has changed is heard late too, in its order.
  let last = 0
  class Late extends window.EventSource {
    override set onmessage(hear: (message: MessageEvent) => void) {
      this.addEventListener('message', (message) => {
        last = Math.max(last, performance.now() + late())
        setTimeout(() => hear(message), last - performance.now())
      })
    }
  }
  window.EventSource = Late
}

/** What each window has asked its office and has no answer to yet. */
const asked = new WeakMap<Page, Set<Request>>()

/** Resolves when the window has every answer it asked for and has drawn it. For what is not to be on a page. */
export async function settled(page: Page): Promise<void> {
  const unanswered = async () => {
    const slow = (await page.evaluate('window.unanswered')) ? ['an answer that takes its time'] : []
    return [...[...(asked.get(page) ?? [])].map((request) => request.url()), ...slow]
  }
  for (let drawn = false; !drawn; drawn = (await unanswered()).length === 0) {
    await expect.poll(unanswered).toEqual([])
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
  }
}

/**
 * Keeps back the answer to the next question of this name: the office has done what it was asked (`answered`), and the
 * window hears of it when it is let go. Later questions of the name are answered at once.
 */
export async function holdBack(
  page: Page,
  method: string,
): Promise<{ answered: Promise<void>; letGo(): Promise<void> }> {
  const [answered, hasAnswered] = signal()
  const [isLetGo, letGo] = signal()
  await page.route(
    `**/api/rpc/${method}`,
    async (route) => {
      const answer = await route.fetch()
      hasAnswered()
      await isLetGo
      await route.fulfill({ response: answer })
    },
    { times: 1 },
  )
  return {
    answered,
    async letGo() {
      letGo()
      await settled(page)
    },
  }
}

function signal(): [Promise<void>, () => void] {
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return [told, tell]
}

/** Opens a place by its address when nothing is left on the page of the one before it, which could be taken for it. */
export async function openAfresh(page: Page, url: string): Promise<void> {
  await page.goto(new URL('#/nowhere', url).href)
  await page.getByRole('heading', { level: 1, name: 'Nothing at this address' }).waitFor()
  await page.goto(url)
}

/**
 * Resolves when this is true in the page. playwright's own `waitForFunction` asks again from within the page, where the
 * policy refuses it: it fails wherever the first answer is not the one.
 */
export const inPageIs = (page: Page, condition: string): Promise<void> =>
  expect.poll(() => page.evaluate(condition), { message: condition }).toBe(true)

/** axe finds nothing in either theme, of which the dark one differs by its colours alone; the pictures lie in dist/shots. */
export async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
    expect(await axe(page, scheme === 'dark' ? ['color-contrast'] : undefined), `${name}, ${scheme}`).toEqual([])
    await page.screenshot({ path: `dist/shots/${name}-${scheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html[data-mantine-color-scheme=light]').waitFor()
}

/** Measures from now on how long the page took for its slowest frame; the answer is in milliseconds. */
export async function slowestFrame(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`(() => {
    window.slowest = 0
    let last = performance.now()
    const frame = (now) => {
      window.slowest = Math.max(window.slowest, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })()`)
  return () => page.evaluate('window.slowest') as Promise<number>
}
