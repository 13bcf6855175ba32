import { type Browser, chromium, type Page } from 'playwright-core'
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
  return page
}

/** axe finds nothing in either theme; the pictures lie in dist/shots. */
export async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
    expect(await axe(page), `${name}, ${scheme}`).toEqual([])
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
