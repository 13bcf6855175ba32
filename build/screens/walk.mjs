import { NOW, openOffice, ZONE } from './office.mjs'

/**
 * Opens one office of the list and walks through its screens: `visit(page, name)` is called at each, when it stands.
 * `open` gives a page of what it is told: zone and language of the office.
 *
 * @param {string} root
 * @param {{ args?: string[], prepare?: Function, screens: any[] }} one
 * @param {Function} open
 * @param {Function} visit
 */
export async function walk(root, { args = [], prepare, screens }, open, visit) {
  const office = await openOffice(root, ...args)
  try {
    const made = prepare ? await prepare(office) : {}
    const page = await open({ locale: 'en-GB', timezoneId: ZONE, reducedMotion: 'reduce', colorScheme: 'light' })
    await page.clock.setFixedTime(NOW)
    watchAsked(page)
    await page.goto(await office.link())
    for (const [name, at, act] of screens) {
      await go(page, typeof at === 'function' ? at(made) : at)
      if (act) {
        await act(page)
        await settle(page, TYPED_MS)
      }
      await visit(page, name)
    }
    await page.context().close()
  } finally {
    await office.close()
  }
}

/** As a link does; what is half typed on the screen before is let go. */
async function go(page, at) {
  await page.evaluate(`window.location.hash = ${JSON.stringify(at)}`)
  await settle(page)
  const leave = page.getByRole('button', { name: 'Leave without saving' })
  if (!(await leave.isVisible())) return
  await leave.click()
  await settle(page)
}

/** In the other theme, until it is drawn. */
export async function inTheme(page, colorScheme) {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
}

/** What each page has asked its office and has no answer to yet; its stream of events never ends. */
const asked = new WeakMap()

function watchAsked(page) {
  const waiting = new Set()
  asked.set(page, waiting)
  page.on('request', (request) => {
    if (!request.url().includes('/api/events')) waiting.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => waiting.delete(request))
}

/** The heading stands, every question is answered, and nothing has changed on the page for a while since. */
export async function settle(page, quietMs = 150) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const waiting = asked.get(page)
  do {
    for (const request of waiting) await request.response().catch(() => null)
    await page.evaluate(quiet(quietMs))
  } while (waiting.size > 0)
}

/** A field asks a quarter of a second after the last letter. */
const TYPED_MS = 300

const quiet = (forMs) => `new Promise((resolve) => {
  const done = () => { watch.disconnect(); document.fonts.ready.then(resolve) }
  let timer = setTimeout(done, ${forMs})
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, ${forMs}) })
  watch.observe(document.body, { subtree: true, childList: true, characterData: true })
  setTimeout(done, 3000)
})`
