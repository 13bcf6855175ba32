import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { holdBack, inBothThemes, launch, newWindow, PATIENCE_MS } from '../support/browser'
import { choose, hasFocus } from '../support/keyboard'
import { startOffice, type TestOffice } from '../support/office'
import { axe, watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const OWNER = 'owner of the horse'
/** Axe over both themes takes its time where the machine has other work. */
const LIMIT = { timeout: 300_000 }
const VERA = 'vera of the moon'

const openPage = async (url: string): Promise<Page> => {
  const page = await newWindow(browser)
  await page.goto(url)
  return page
}

/** Presses Tab until what has this name is focused; sixty stops are more than any page has. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox' | 'combobox' | 'radio', name: string) {
  const wanted = page.getByRole(role, { name, exact: true })
  await wanted.and(page.locator('a, :enabled')).waitFor()
  for (let stops = 0; stops < 60; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to the ${role} “${name}”`)
}

/** What the window's own session may not do, asked as the page asks. */
const askAsPage = (page: Page, method: string, input: object) =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(path ?? '', { method: 'POST', headers, body: body ?? '' })
      return { status: answer.status, body: await answer.json() }
    },
    [`/api/rpc/${method}`, JSON.stringify(input)],
  )

test('a second user is added by keyboard: first one’s own passphrase, then the other one', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage(office.url)
  const errors = watch(page)
  await page.getByText('Everything works.').waitFor()
  await page.goto(`${office.address}/#/settings/users`)
  await page.getByText('You are alone here').waitFor()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Mail' }).waitFor()
  expect(await page.getByRole('button', { name: 'Lock', exact: true }).count()).toBe(0)
  await inBothThemes(page, 'users-alone')

  await tabTo(page, 'link', 'Add a user')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'First your own passphrase' }).waitFor()
  await tabTo(page, 'textbox', 'New passphrase')
  await page.keyboard.type('too short')
  await page.keyboard.press('Enter')
  await page.getByText('The passphrase has 9 characters; expected are 10 or more.').waitFor()
  expect(await axe(page)).toEqual([])
  await hasFocus(page, page.getByRole('textbox', { name: 'New passphrase' }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(OWNER)
  await page.keyboard.press('Enter')

  await page.getByRole('textbox', { name: 'Name' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Vera')
  await tabTo(page, 'combobox', 'Role')
  await page.keyboard.press('Enter')
  await choose(page, 'Viewer')
  await page.getByText('looks at lists, pay runs and tasks, changes nothing').waitFor()
  await tabTo(page, 'textbox', 'Passphrase')
  await page.keyboard.type(VERA)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Vera' }).waitFor()
  await expect
    .poll(() => page.getByRole('row').allInnerTexts())
    .toEqual([
      expect.stringMatching(/^No\.\s+Name\s+Role\s+Passphrase\s+State$/),
      expect.stringMatching(/^1\s+Owner\s+Owner\s+set\s+Enabled$/),
      expect.stringMatching(/^2\s+Vera\s+Viewer\s+set\s+Enabled$/),
    ])
  await inBothThemes(page, 'users')

  // What was saved says so, and the one who saved it goes on where they were.
  const name = page.getByRole('textbox', { name: 'Name' })
  for (const said of ['Vera R', 'Vera']) {
    await name.fill(said)
    await page.getByText('Saved.').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.getByText('Saved.').waitFor()
    await page.getByRole('heading', { name: said, exact: true }).waitFor()
    await name.and(page.locator(':focus')).waitFor()
  }
  expect(errors.filter((text) => !text.includes('422'))).toEqual([])
  await page.close()
})

test('the next start is locked; the right passphrase opens the page that was asked for', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  await office.stop({ keep: true })
  office = await startOffice({ folder: office.folder })
  const page = await openPage(office.url)
  await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
  await page.goto(`${office.address}/#/settings/users`)
  await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await inBothThemes(page, 'locked')

  // The passphrase has the focus already.
  await hasFocus(page, page.getByRole('textbox', { name: 'Passphrase' }))
  await page.keyboard.type('not the owner’s')
  await page.keyboard.press('Enter')
  await page.getByText('That is not the passphrase of Owner.').waitFor()
  await inBothThemes(page, 'locked-wrong')
  await hasFocus(page, page.getByRole('textbox', { name: 'Passphrase' }))
  await page.keyboard.type(OWNER)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Users' }).waitFor()
  expect(page.url()).toBe(`${office.address}/#/settings/users`)
  await page.getByText('Owner, owner').waitFor()

  // The rules are the owner's.
  await page.getByRole('checkbox', { name: 'A pay run is approved by two people' }).click()
  await page.getByRole('checkbox', { name: 'A pay run is approved by two people', checked: true }).waitFor()
  expect((await office.api('GET', '/api/settings/payroll')).body).toMatchObject({ two_person_approval: true })

  // The last owner stays one.
  await page.getByRole('link', { name: 'Owner', exact: true }).click()
  await page.getByRole('button', { name: 'Disable', exact: true }).click()
  await page.getByText('Owner is the only owner').waitFor()
  expect(await axe(page)).toEqual([])
  await page.close()
})

test('a viewer is told in words what their role may not do, and is offered none of it', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
  await hasFocus(page, page.getByRole('textbox', { name: 'Passphrase' }))
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, 'radio', 'Owner')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('radio', { name: 'Vera', checked: true }).waitFor()
  await tabTo(page, 'textbox', 'Passphrase')
  await page.keyboard.type(VERA)
  await page.keyboard.press('Enter')
  await page.getByText('Vera, viewer').waitFor()
  await page.goto(`${office.address}/#/settings/users`)
  await page.getByText('The role viewer may not do this; it takes manager.').waitFor()
  expect(await page.getByRole('link', { name: 'Add a user' }).count()).toBe(0)
  await inBothThemes(page, 'users-viewer')
  const refused = await askAsPage(page, 'payroll.approve_run', { id: 1 })
  expect([refused.status, refused.body.error.message]).toEqual([
    403,
    'The role viewer may not do this; it takes manager.',
  ])

  // Their own passphrase is theirs to change.
  await page.getByRole('link', { name: 'Vera, viewer' }).click()
  await page.getByRole('heading', { name: 'Your passphrase' }).waitFor()
  await page.getByRole('textbox', { name: 'Your present passphrase' }).fill(VERA)
  await page.getByRole('textbox', { name: 'New passphrase' }).fill('vera of the sun')
  await page.keyboard.press('Enter')
  await page.getByText('The new passphrase holds from now on.').waitFor()
  await inBothThemes(page, 'own-passphrase')
  await page.close()
})

test('what is typed on while a user is being saved is kept', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await openPage((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(OWNER)
  await page.keyboard.press('Enter')
  await page.getByText('Owner, owner').waitFor()
  await page.goto(`${office.address}/#/settings/users`)
  await page.getByRole('link', { name: 'Vera' }).click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Vera L')
  const saving = await holdBack(page, 'users.change')
  await page.keyboard.press('Enter')
  await saving.answered
  await name.fill('Vera Lune')
  await saving.letGo()
  await page.getByRole('link', { name: 'Vera L', exact: true }).waitFor()
  expect(await name.inputValue()).toBe('Vera Lune')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await page.getByRole('link', { name: 'Vera Lune', exact: true }).waitFor()
  await name.fill('Vera')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Vera', exact: true }).waitFor()
  await page.close()
})

test(
  'a window locks by hand, and by itself when nobody was at it; nothing of the office stays on the page',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await openPage((await office.api('POST', '/api/session/link')).body.url)
    const unlock = async () => {
      await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
      await page.getByRole('textbox', { name: 'Passphrase' }).fill(OWNER)
      await page.keyboard.press('Enter')
      await page.getByText('Owner, owner').waitFor()
    }
    await unlock()
    await page.goto(`${office.address}/#/settings/users`)
    await page.getByRole('link', { name: 'Vera' }).waitFor()
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await unlock()
    await page.getByRole('link', { name: 'Vera' }).waitFor()

    await office.api('POST', '/api/test/clock', { advance_seconds: 16 * 60 })
    // The page's own clock has not moved; whatever happens in the office next tells it.
    await office.api('POST', '/api/tasks', { task: 'test.echo', args: { word: 'later' } })
    await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
    expect(await page.getByRole('link', { name: 'Vera' }).count()).toBe(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await unlock()
    await page.getByRole('link', { name: 'Vera' }).waitFor()
    await page.close()
  },
)

test(
  'another tab of the same browser locks and unlocks with it, at once, and shows what happened meanwhile',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const tabs = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    tabs.setDefaultTimeout(PATIENCE_MS)
    const [here, beside] = [await tabs.newPage(), await tabs.newPage()]
    const locked = (page: Page) => page.getByRole('heading', { name: 'Daybook is locked' })
    await here.goto((await office.api('POST', '/api/session/link')).body.url)
    await here.getByRole('textbox', { name: 'Passphrase' }).fill(OWNER)
    await here.keyboard.press('Enter')
    await here.getByText('Owner, owner').waitFor()
    await beside.goto(`${office.address}/#/settings/users`)
    await beside.getByRole('link', { name: 'Vera' }).waitFor()

    await here.getByRole('button', { name: 'Lock', exact: true }).click()
    await locked(beside).waitFor()
    expect(await beside.getByRole('link', { name: 'Vera' }).count()).toBe(0)
    const told = { name: 'Mara', role: 'clerk', passphrase: 'mara of the hill' }
    expect((await office.api('POST', '/api/users', told)).status).toBe(201)
    await here.getByRole('textbox', { name: 'Passphrase' }).fill(OWNER)
    await here.keyboard.press('Enter')
    await beside.getByRole('link', { name: 'Mara' }).waitFor()
    await tabs.close()
  },
)
