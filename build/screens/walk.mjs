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
    await page.goto(await office.link())
    for (const [name, at, act] of screens) {
      await go(page, typeof at === 'function' ? at(made) : at)
      await act?.(page)
      await settle(page)
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

/** The heading stands and nothing has changed on the page for a while: lists fill after the heading. */
export async function settle(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(`new Promise((resolve) => {
    const done = () => { watch.disconnect(); document.fonts.ready.then(resolve) }
    let timer = setTimeout(done, 300)
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 300) })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    setTimeout(done, 3000)
  })`)
}
