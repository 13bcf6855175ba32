import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { offices } from '../../build/screens/list.mjs'
import { inTheme, walk } from '../../build/screens/walk.mjs'
import { launch, PATIENCE_MS } from '../support/browser'
import { axe, misplaced } from '../support/screen'

const missing = inject('missing').chromium
/** Seventy screens, one after the other. */
const LONG_MS = 600_000
const WINDOW = { width: 1280, height: 800 }
/** A large screen, half a laptop's, and a window of 1280 × 800 at 200 % zoom. */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 900, height: 700 },
  { width: 640, height: 400 },
]
let browser: Browser

beforeAll(async () => {
  if (!missing) browser = await launch()
})
afterAll(() => browser?.close())

async function open(look: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...look, viewport: WINDOW })).newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  return page
}

/** Of the other theme only the colours are another matter, of a narrow window what it hides, shortens or scrolls. */
const COLOURS = ['color-contrast', 'link-in-text-block']
const NARROWED = ['button-name', 'link-name', 'scrollable-region-focusable']

// The screens are those of `npm run screens`. Each is asked one thing once: everything in the theme it comes in, then its
// colours in the other one, in which the next one comes.
test.for(offices)(
  'every screen of the $name office: axe finds nothing in either theme, and all is within reach in a wide and a narrow window',
  { timeout: LONG_MS },
  async (office, { skip }) => {
    skip(Boolean(missing), missing)
    const found: string[] = []
    let theme: 'light' | 'dark' = 'light'
    await walk(path.resolve('.'), office, open, async (page: Page, name: string) => {
      const note = (where: string, all: string[]) => found.push(...all.map((one) => `${name}, ${where}: ${one}`))
      note(theme, await axe(page))
      theme = theme === 'light' ? 'dark' : 'light'
      await inTheme(page, theme)
      note(theme, await axe(page, COLOURS))
      for (const size of SIZES) {
        await page.setViewportSize(size)
        note(String(size.width), await misplaced(page))
      }
      note('640', await axe(page, NARROWED))
      await page.setViewportSize(WINDOW)
    })
    expect(found).toEqual([])
  },
)
