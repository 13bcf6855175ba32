import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow, settled } from '../support/browser'
import { hasFocus } from '../support/keyboard'
import { startOffice, type TestOffice } from '../support/office'
import { axe, watch } from '../support/screen'
import { type SmtpHost, startSmtp } from '../support/smtp'

const missing = inject('missing').chromium
const LIMIT = { timeout: 300_000 }
const PASSWORD = 'smtp of the horse'
let browser: Browser
let office: TestOffice
let smtp: SmtpHost
let page: Page
let errors: string[]

beforeAll(async () => {
  if (missing) return
  smtp = await startSmtp({ accounts: { office: PASSWORD } })
  office = await startOffice()
  browser = await launch()
})
beforeEach(async () => {
  if (missing) return
  page = await newWindow(browser)
  errors = watch(page)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByText('Everything works.').waitFor()
})
afterEach(() => page?.close())
afterAll(async () => {
  await browser?.close()
  await office?.stop()
  await smtp?.close()
})

const setting = async (name: string) => (await office.api('GET', `/api/settings/${name}`)).body
const go = async (name: string, title = name) => {
  await page.goto(`${office.address}/#/settings/${name.toLowerCase()}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const choice = (name: string) => page.getByRole('combobox', { name, exact: true })
const password = () => page.getByLabel('Password', { exact: true })
const save = () => page.getByRole('button', { name: 'Save', exact: true })

test('the office’s name, money, zone and address are saved by button and by Ctrl-S', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Office' }).waitFor()
  await inBothThemes(page, 'settings-office-empty')
  expect(await save().isDisabled()).toBe(true)
  await field('Name').fill('Lane & Daughters')
  await field('Currency').fill('eur')
  await field('Address, as it is printed').fill('4 Lane\n1000 Town')
  await page.getByText('3 fields changed').waitFor()
  await save().click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  expect(await setting('office')).toMatchObject({
    name: 'Lane & Daughters',
    currency: 'EUR',
    address: '4 Lane\n1000 Town',
  })
  await page.getByRole('navigation').getByText('Lane & Daughters').waitFor()

  await choice('Time zone').click()
  await choice('Time zone').fill('Lisbon')
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
  await choice('Language of the office').click()
  await page.getByRole('option', { name: 'Português', exact: true }).click()
  await field('Mail address for news').fill('office@example.org')
  await page.keyboard.press('Control+S')
  await page.getByText('Saved.', { exact: true }).waitFor()
  expect(await setting('office')).toMatchObject({
    zone: 'Europe/Lisbon',
    language: 'pt',
    notification_address: 'office@example.org',
  })
  await inBothThemes(page, 'settings-office')
  expect(errors).toEqual([])
})

test('what is wrong is refused beside its field in words, and nothing of it is saved', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  await go('Office')
  await field('Name').fill('Not this one')
  const isWrong = (name: string) => page.locator('[aria-invalid=true]').and(field(name))
  for (const [name, typed, said] of [
    ['Currency', 'EU1', 'The currency “EU1” is unknown'],
    ['Mail address for news', 'office at example', 'The notification address “office at example” is not'],
  ] as const) {
    const before = await field(name).inputValue()
    await field(name).fill(typed)
    await page.keyboard.press('Control+S')
    await page.getByRole('alert').getByText(said).waitFor()
    await isWrong(name).waitFor()
    if (name === 'Currency') await inBothThemes(page, 'settings-office-refused')
    await field(name).fill(before)
    await isWrong(name).waitFor({ state: 'detached' })
  }
  expect(await setting('office')).toMatchObject({ name: 'Lane & Daughters', currency: 'EUR', language: 'pt' })
  await field('Name').fill('Lane & Daughters')
  await page.getByText('Nothing is changed yet.').waitFor()
})

test(
  'who leaves with something unsaved is asked: staying keeps it, leaving drops it, saving goes on',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    await go('Office')
    await field('Name').fill('Another name')
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await page.getByRole('link', { name: 'Today', exact: true }).click()
    await question.waitFor()
    await inBothThemes(page, 'settings-leaving')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    expect([page.url(), await field('Name').inputValue()]).toEqual([
      `${office.address}/#/settings/office`,
      'Another name',
    ])

    await page.getByRole('link', { name: 'Modules', exact: true }).click()
    await question.getByRole('button', { name: 'Leave without saving' }).click()
    await page.getByRole('heading', { level: 1, name: 'Modules' }).waitFor()
    expect(await setting('office')).toMatchObject({ name: 'Lane & Daughters' })

    await page.getByRole('link', { name: 'Office', exact: true }).click()
    await field('Name').fill('Lane & Sons')
    await page.evaluate('history.back()')
    await question.waitFor()
    await hasFocus(page, question.getByRole('button', { name: 'Save and go on' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Modules' }).waitFor()
    expect(await setting('office')).toMatchObject({ name: 'Lane & Sons' })
  },
)

test('a module that is switched off leaves navigation and palette of every window at once', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const other = await newWindow(browser)
  await other.goto((await office.api('POST', '/api/session/link')).body.url)
  const payRuns = other.getByRole('link', { name: 'Pay runs', exact: true })
  await payRuns.waitFor()
  await go('Modules')
  await inBothThemes(page, 'settings-modules')
  await page.getByRole('checkbox', { name: /^Payroll/ }).click()
  await page.keyboard.press('Control+S')
  await page.getByText('Saved.', { exact: true }).waitFor()
  await payRuns.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Pay runs', exact: true }).waitFor({ state: 'detached' })
  await other.keyboard.press('Control+K')
  await other.getByRole('option', { name: /^Today/ }).waitFor()
  expect(await other.getByRole('option', { name: /pay run/i }).count()).toBe(0)

  await page.getByRole('checkbox', { name: /^Payroll/ }).click()
  await save().click()
  await other.getByRole('option', { name: /^Pay runs/ }).waitFor()
  await other.close()
})

test(
  'a test mail says in words what a mail server makes of it; the password is never shown again',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    await go('Mail')
    await inBothThemes(page, 'settings-mail-empty')
    await field('Mail server').fill(smtp.host)
    await field('Port').fill(String(smtp.port))
    await choice('Encryption').click()
    await page.getByRole('option', { name: 'None' }).click()
    await field('User').fill('office')
    await password().fill('not that one')
    await field('From').fill('Office <office@example.org>')
    const send = page.getByRole('button', { name: 'Send a test mail' })
    await field('To').fill('ana@example.org')
    expect(await send.isDisabled()).toBe(true)
    await page.getByText('Save first: the test goes by what is saved.').waitFor()
    await save().click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect(await password().inputValue()).toBe('')
    await page.getByText('One is kept').waitFor()
    expect(await setting('mail')).toMatchObject({ has_password: true })
    expect(JSON.stringify(await setting('mail'))).not.toContain('not that one')

    await send.click()
    await page.getByText(/^The mail did not go out/).waitFor()
    await page.getByText(/The server said: 535/).waitFor()
    await inBothThemes(page, 'settings-mail-wrong-password')

    await password().fill(PASSWORD)
    await page.keyboard.press('Control+S')
    await page.getByText('Saved.', { exact: true }).waitFor()
    await send.click()
    await page.getByText('The server took the mail.').waitFor()
    expect(smtp.received.map(({ envelopeTo }) => envelopeTo)).toEqual([['ana@example.org']])
    await inBothThemes(page, 'settings-mail')

    await field('Port').fill('1')
    await save().click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    await send.click()
    await page.getByText(/^The mail did not go out/).waitFor()
    await inBothThemes(page, 'settings-mail-no-answer')

    await field('Port').fill('abc')
    await save().click()
    await page.getByRole('alert').waitFor()
    expect(await field('Port').getAttribute('aria-invalid')).toBe('true')
    await field('Port').fill('1')
  },
)

test(
  'a backup is made, listed and restored after a question; the window goes on with the office as it was',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    await go('Backup', 'Backup and restore')
    await page.getByText('There is no backup yet.').waitFor()
    await inBothThemes(page, 'settings-backup-empty')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText(/^Made and verified:/).waitFor()
    await page.getByRole('cell', { name: 'By hand' }).waitFor()
    await page.getByRole('button', { name: 'Check the office' }).click()
    await page.getByText(/^Whole: the database/).waitFor()
    await inBothThemes(page, 'settings-backup')

    await office.api('PUT', '/api/settings/office', { name: 'A later name' })
    await page.getByRole('navigation').getByText('A later name').waitFor()
    await page.getByRole('button', { name: /^Restore the backup made/ }).click()
    const question = page.getByRole('dialog', { name: /^Restore the backup made .*\?$/ })
    await question.getByText('Nothing is thrown away').waitFor()
    await inBothThemes(page, 'settings-restore-question')
    await question.getByRole('button', { name: 'Keep the office as it is' }).click()
    await question.waitFor({ state: 'hidden' })
    expect(await setting('office')).toMatchObject({ name: 'A later name' })

    await page.getByRole('button', { name: /^Restore the backup made/ }).click()
    await question.locator('button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/^The office is as it was in/).waitFor()
    await page.getByRole('navigation').getByText('Lane & Sons').waitFor()
    expect(await setting('office')).toMatchObject({ name: 'Lane & Sons' })
    await inBothThemes(page, 'settings-restored')
    await page.getByRole('link', { name: 'Today', exact: true }).click()
    await page.getByText(/^The office was restored from/).waitFor()
    const audit = (await office.api('GET', '/api/audit?order=newest')).body.items
    expect(audit.find((one: { action: string }) => one.action === 'office.restored')).toMatchObject({ actor: 'user:1' })
    expect((await office.api('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
  },
)

test('the colours are chosen for this window and stay', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  await go('Appearance')
  await inBothThemes(page, 'settings-appearance')
  await page.getByRole('radio', { name: /^Dark/ }).click()
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  await page.reload()
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  await page.getByRole('radio', { name: /^As the computer has it/ }).click()
  await page.locator('html[data-mantine-color-scheme=light]').waitFor()
})

test(
  'at 200 % and on a wide screen every page of Settings is whole, without scrolling sideways',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const { url } = (await office.api('POST', '/api/session/link')).body
    const small = await newWindow(browser, { width: 640, height: 400 }, { deviceScaleFactor: 2 })
    await small.goto(url)
    await page.setViewportSize({ width: 1920, height: 1080 })
    for (const name of ['office', 'modules', 'mail', 'tasks', 'users', 'backup', 'appearance']) {
      for (const [one, shot] of [
        [small, 'zoom'],
        [page, '1920'],
      ] as const) {
        await one.goto(`${office.address}/#/settings/${name}`)
        await one.locator('h1').getByText(new RegExp(name, 'i')).waitFor()
        await settled(one)
        expect(
          await one.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
          `${name}, ${shot}`,
        ).toBeLessThanOrEqual(0)
      }
      await inBothThemes(page, `settings-${name}-1920`)
      expect(await axe(small), `${name}, zoom`).toEqual([]) // its colours are the same
      await small.screenshot({ path: `dist/shots/settings-${name}-zoom-light.png` })
    }
    await small.close()
  },
)
