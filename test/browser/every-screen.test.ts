import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { offices } from '../../build/screens/list.mjs'
import { inTheme, walk } from '../../build/screens/walk.mjs'
import { launch, PATIENCE_MS } from '../support/browser'
import { axe, misplaced } from '../support/screen'

const missing = inject('missing').chromium
const WINDOW = { width: 1280, height: 800 }
/** Half a laptop's screen, and a window of 1280 × 800 at 200 % zoom. */
const NARROW = [
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

/** What axe finds in both themes; of the dark one only its colours are another matter. */
async function inEitherTheme(page: Page): Promise<string[]> {
  const light = await axe(page)
  await inTheme(page, 'dark')
  const dark = await axe(page, ['color-contrast'])
  await inTheme(page, 'light')
  return [...light, ...dark.map((one) => `dark: ${one}`)]
}

// The screens are those of `npm run screens`. The sample office's take minutes to walk through, and have tests of their own.
test.for(offices.filter(({ name }) => name !== 'sample'))(
  'every screen of the $name office: axe finds nothing in either theme, and all is within reach in a narrow window',
  async (office, { skip }) => {
    skip(Boolean(missing), missing)
    const found: string[] = []
    await walk(path.resolve('.'), office, open, async (page: Page, name: string) => {
      const note = (size: string, all: string[]) => found.push(...all.map((one) => `${name}, ${size}: ${one}`))
      note('1280', await inEitherTheme(page))
      for (const size of NARROW) {
        await page.setViewportSize(size)
        note(String(size.width), await misplaced(page))
      }
      note('640', await axe(page))
      await page.setViewportSize(WINDOW)
    })
    expect(found).toEqual([])
  },
)
