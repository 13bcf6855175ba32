// npm run screens [-- --wide] [-- --zoom] [-- --only today,tasks]: a picture of every screen in both themes into
// dist/screens, from an empty office, the sample office and one of several users. Those that README.md shows go to
// docs/pictures too. --wide is 1920 pixels, --zoom a window of 1280 at 200 %.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { build } from './build.mjs'
import { isStale } from './ensure-built.mjs'
import { offices, shownInReadme } from './screens/list.mjs'
import { inTheme, settle, walk } from './screens/walk.mjs'

const root = path.resolve(import.meta.dirname, '..')
const { values: asked } = parseArgs({
  options: { wide: { type: 'boolean' }, zoom: { type: 'boolean' }, only: { type: 'string' } },
})
const SIZES = {
  screens: { viewport: { width: 1280, height: 800 } },
  wide: { viewport: { width: 1920, height: 1080 } },
  zoom: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
}
const size = asked.wide ? 'wide' : asked.zoom ? 'zoom' : 'screens'
const only = asked.only?.split(',')
const folder = path.join(root, 'dist/screens', size === 'screens' ? '' : size)
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

if (isStale()) await build()
fs.mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findBrowser(), chromiumSandbox: process.getuid?.() !== 0 })
try {
  for (const one of offices)
    await walk(root, one, open, async (page, name) => {
      if (!only || only.includes(name)) await take(page, name)
    })
} finally {
  await browser.close()
}

async function open(look) {
  return (await browser.newContext({ ...SIZES[size], ...look })).newPage()
}

async function take(page, name) {
  await page.mouse.move(0, 0) // nothing is drawn as pointed at
  for (const colorScheme of ['light', 'dark']) {
    await inTheme(page, colorScheme)
    await settle(page)
    const file = path.join(folder, `${name}-${colorScheme}.png`)
    await page.screenshot({ path: file })
    const shown = shownInReadme[name]
    if (shown && size === 'screens' && colorScheme === 'light')
      fs.copyFileSync(file, path.join(root, `docs/pictures/${shown}-light.png`))
  }
  await inTheme(page, 'light')
  const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  console.log(isWider ? `${name}: WIDER THAN THE WINDOW` : name)
}

function findBrowser() {
  const which = (name) => spawnSync('which', [name]).stdout?.toString().trim()
  const found = process.env.DAYBOOK_CHROMIUM ?? BROWSERS.map(which).find(Boolean)
  if (!found) throw new Error('npm run screens needs a Chromium on the path, or DAYBOOK_CHROMIUM')
  return found
}
