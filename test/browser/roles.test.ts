import path from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow, openAfresh, settled } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { PASSPHRASES } from '../support/window'

const missing = inject('missing').chromium
const LIMIT = { timeout: 300_000 }
const PEOPLE = { Owner: 'owner', Mara: 'manager', Carlos: 'clerk', Vera: 'viewer' } as const
let browser: Browser
let office: TestOffice
/** The month of today: a draft with one slip that cannot be computed. */
let period: { id: number; runs: { id: number }[] }

const rpc = async (method: string, input: object) => (await office.api('POST', `/api/rpc/${method}`, input)).body

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ args: ['--sample'] })
  await rpc('users.set_passphrase', { id: 1, passphrase: PASSPHRASES.owner })
  for (const [name, role] of Object.entries(PEOPLE).slice(1))
    expect(await rpc('users.add', { name, role, passphrase: PASSPHRASES[role] })).toMatchObject({ role })
  await office.api('PUT', '/api/settings/payroll', { two_person_approval: true })
  period = (await office.api('GET', '/api/payroll/periods/')).body.items[0]
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** A window of this person's own, unlocked. */
async function sits(name: keyof typeof PEOPLE): Promise<Page> {
  const page = await newWindow(browser)
  await page.goto((await office.api('POST', '/api/session/link')).body.url)
  await page.getByRole('heading', { name: 'Daybook is locked' }).waitFor()
  await page.getByRole('radio', { name }).check()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASES[PEOPLE[name]])
  await page.keyboard.press('Enter')
  await page.getByText(`${name}, ${PEOPLE[name]}`).waitFor()
  return page
}

/** What can be pressed on a screen, by its name, once it shows `sign`; what only leads on is not among it. */
async function offered(page: Page, screen: string, sign: string | RegExp): Promise<string[]> {
  await openAfresh(page, `${office.address}/#/${screen}`)
  await page.locator('main').getByText(sign).first().waitFor()
  await settled(page)
  const things = page
    .locator('main')
    .locator('button:enabled, a[data-variant], input:enabled:not([type=hidden]), textarea:enabled')
  return things.evaluateAll((found) =>
    found.map(
      (one) =>
        one.getAttribute('aria-label') ??
        (one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null) ??
        one.textContent ??
        '',
    ),
  )
}

const personOf = async () => (await office.api('GET', '/api/employees?limit=1')).body.items[0].id

test('a viewer sees every screen and nothing on it that changes anything', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await sits('Vera')
  await page.getByRole('link', { name: /^Pay runs/ }).waitFor() // modules are known to a viewer too
  const reading = ['Open', 'Review', 'Look'] // they lead to the page that says more
  expect((await offered(page, 'today', /could not be computed/)).filter((name) => !reading.includes(name))).toEqual([])
  await inBothThemes(page, 'roles-viewer-today')
  expect(await offered(page, 'people', '@')).toEqual(['Save as CSV', 'Filter'])
  expect(await page.getByRole('columnheader', { name: 'Base pay, EUR' }).count()).toBe(1)
  expect(await page.locator('main tbody a').count()).toBe(0) // pay and history of one person are for a clerk
  expect(await offered(page, `people/${await personOf()}`, 'This page is for clerks, managers and owners.')).toEqual([])
  await inBothThemes(page, 'roles-viewer-person')
  expect(await offered(page, 'pay-runs', /^[A-Z][a-z]+ 20\d\d$/)).toEqual(['Save as CSV', 'Year totals', 'Filter'])
  expect(await offered(page, `pay-runs/${period.id}`, 'Show')).toEqual(['Beside an old sheet', 'Show'])
  await inBothThemes(page, 'roles-viewer-pay-run')
  for (const [name, sign] of [
    ['office', 'Time zone'],
    ['modules', /^People: /],
    ['mail', 'Mail server'],
    ['backup', 'Backups are made and restored by an owner.'],
  ] as const)
    expect([name, await offered(page, `settings/${name}`, sign)]).toEqual([name, []])
  await inBothThemes(page, 'roles-viewer-backup')
  await offered(page, 'settings/office', 'A manager or an owner changes this.')
  await page.getByText('A manager or an owner changes this.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Harbour & Lane Trading (sample)')
  await inBothThemes(page, 'roles-viewer-settings')
  await page.keyboard.press('Control+K')
  await page.getByRole('option', { name: /^Today/ }).waitFor()
  expect(await page.getByRole('option', { name: /Back up|Prepare|Import a file|Drop/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Remove it and start mine' }).count()).toBe(0)
  await page.close()
})

test('a clerk prepares a run and is offered neither approving nor the settings', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await sits('Carlos')
  const prepared = await offered(page, `pay-runs/${period.id}`, 'Show')
  expect(prepared).toEqual(['Beside an old sheet', 'Recalculate', 'Show'])
  await page.getByRole('button', { name: 'Recalculate' }).click()
  const newest = async () => (await office.api('GET', '/api/audit?order=newest&limit=20')).body.items
  await expect.poll(async () => (await newest()).map((one: { actor: string }) => one.actor)).toContain('user:3')
  expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
  await inBothThemes(page, 'roles-clerk-pay-run')
  expect(await offered(page, 'pay-runs', /^[A-Z][a-z]+ 20\d\d$/)).toEqual(['Save as CSV', 'Year totals', 'Filter'])
  expect(await offered(page, 'settings/office', 'A manager or an owner changes this.')).toEqual([])
  await page.keyboard.press('Control+K')
  await page.getByRole('option', { name: /^Prepare/ }).waitFor()
  expect(await page.getByRole('option', { name: /Back up/ }).count()).toBe(0)
  await page.close()
})

test(
  'a run that takes two people: the wrong passphrase is said in place, the right one approves, both are in the audit',
  LIMIT,
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await sits('Mara')
    await page.goto(`${office.address}/#/pay-runs/${period.id}`)
    const salary = page.getByRole('textbox', { name: /^Salary of/ })
    await salary.fill('2100.00')
    await page.keyboard.press('Enter')
    await salary.waitFor({ state: 'detached' })
    const approve = page.getByRole('button', { name: /^Approve/ })
    await page.locator('button:enabled', { hasText: /^Approve/ }).waitFor()
    await approve.click()
    const second = page.getByLabel('Passphrase of the second person')
    await second.waitFor()
    await inBothThemes(page, 'roles-second-person')
    for (const [typed, said] of [
      ['no such words at all', 'That is not the passphrase of another manager or owner.'],
      [PASSPHRASES.manager, 'That is your own passphrase'],
      [PASSPHRASES.clerk, 'That is not the passphrase of another manager or owner.'],
    ] as const) {
      await second.fill(typed)
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText(said).waitFor()
      expect((await office.api('GET', `/api/payroll/runs/${period.runs[0]?.id}/`)).body.status).toBe('draft')
      // Who typed a wrong one waits before the next; that has its own test.
      await office.api('POST', '/api/test/clock', { advance_seconds: 60 })
    }
    await inBothThemes(page, 'roles-second-person-wrong')
    await second.fill(PASSPHRASES.owner)
    await page.keyboard.press('Enter')
    await approve.waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await office.api('GET', `/api/payroll/runs/${period.runs[0]?.id}/`)).body.status)
      .toBe('approved')
    const db = new Database(path.join(office.folder, 'daybook.db'), { readonly: true })
    const rows = db
      .prepare("select actor, payload from audit where action = 'payroll.run_approved' order by seq desc limit 1")
      .all()
    db.close()
    expect(rows).toEqual([{ actor: 'user:2', payload: expect.stringContaining('user:1') }])
    const who = (await office.api('GET', '/api/audit?order=newest')).body.items
    expect(who.find((one: { action: string }) => one.action === 'payroll.run_approved')).toMatchObject({
      actor: 'user:2',
    })
    await page.close()
  },
)

// Last, since it takes in somebody new, whom the run of the other tests does not know.

/** An import that waits to be applied, with an error in it, and one that was applied. */
async function imports(): Promise<{ checked: number; applied: number }> {
  const file = (rows: string) => ({ name: 'staff.csv', bytes: `name,employee_id,email\n${rows}` })
  const drop = async (rows: string) => {
    const { body } = await office.upload('/api/imports', file(rows), { kind: 'employees', options: '{}' })
    return body.import_id as number
  }
  const reaches = (id: number, state: string) =>
    expect.poll(async () => (await office.api('GET', `/api/imports/${id}`)).body.state, LIMIT).toBe(state)
  const applied = await drop('Ines Prado,E-9001,ines@example.org\n')
  await reaches(applied, 'checked')
  await office.api('POST', `/api/imports/${applied}/apply`, { rows: 'all' })
  await reaches(applied, 'applied')
  const checked = await drop('Nuno Reis,E-9002,no address\n')
  await reaches(checked, 'checked')
  return { checked, applied }
}

const failedTask = async () => {
  const { body } = await office.api('POST', '/api/tasks', { task: 'test.fail', args: { times: 9 } })
  await office.api('POST', `/api/tasks/${body.task_id}/revoke`, {})
  await expect.poll(async () => (await office.api('GET', `/api/tasks/${body.task_id}/`)).body.ready, LIMIT).toBe(true)
  return body.task_id as string
}

const REFUSED_TO_VIEWERS = 'This page is for clerks, managers and owners.'
const REFUSED_TO_CLERKS = 'This page is for managers and owners.'
type Offer = [screen: string, sign: string | RegExp, names: string[]]

/** What is offered on each screen behind the desk, to a viewer and to a clerk. */
async function offers(): Promise<{ Vera: Offer[]; Carlos: Offer[] }> {
  const { checked, applied } = await imports()
  const task = await failedTask()
  const paying = (await office.api('GET', '/api/tasks?task=payroll.generate_payslips&limit=1')).body.items[0].task_id
  const schedule = (await office.api('GET', '/api/schedules')).body.items[0].id
  const mail = (await office.api('GET', '/api/outbox?limit=1')).body.items[0].id
  const both: Offer[] = [
    [`tasks/${task}`, 'What happened', []],
    [`tasks/${paying}`, 'What happened', []],
    ['tasks/queues', 'Slots', []],
    ['schedules', /^Every|^On the/, ['Save as CSV', 'Filter', 'Show']],
    [`schedules/${schedule}`, 'A manager or an owner changes this.', ['Leave', 'Date and time']],
    ['schedules/new', REFUSED_TO_CLERKS, []],
    ['audit', REFUSED_TO_CLERKS, []],
  ]
  return {
    Vera: [
      ...both,
      ['outbox', REFUSED_TO_VIEWERS, []],
      [`outbox/${mail}`, REFUSED_TO_VIEWERS, []],
      ['imports', 'staff.csv', ['Save as CSV', 'Filter']],
      ['imports/new', REFUSED_TO_VIEWERS, []],
      [`imports/${applied}`, 'What happened', []],
      [`imports/${applied}/undo`, 'What happened', []],
      [`imports/${checked}/map`, 'employee_id', ['Leave']],
    ],
    Carlos: [
      ...both,
      [`outbox/${mail}`, 'Message', []],
      ['imports', 'staff.csv', ['Save as CSV', 'Import a file…', 'Filter']],
      [`imports/${applied}`, 'What happened', ['Undo this import…', 'Import another file']],
    ],
  }
}

test('behind the desk nobody is offered what their role may not do', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const all = await offers()
  for (const name of ['Vera', 'Carlos'] as const) {
    const page = await sits(name)
    for (const [screen, sign, names] of all[name])
      expect([screen, await offered(page, screen, sign)]).toEqual([screen, names])
    const places = await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allTextContents()
    expect(places.filter((place) => /Outbox|Audit/.test(place))).toEqual(name === 'Vera' ? [] : ['Outbox'])
    await page.close()
  }
})

test('a viewer looks at the rows of a file and cannot type into them', LIMIT, async ({ skip }) => {
  skip(Boolean(missing), missing)
  const { checked } = await imports()
  const page = await sits('Vera')
  await offered(page, `imports/${checked}`, 'E-9002')
  expect(await page.getByRole('button', { name: /replace|Import the|Import 0/ }).count()).toBe(0)
  await page.getByRole('gridcell', { name: 'Nuno Reis' }).dblclick()
  await page.keyboard.type('x')
  await page.keyboard.press('Delete')
  expect(await page.getByRole('grid').locator('input').count()).toBe(0)
  await page.getByRole('gridcell', { name: 'Nuno Reis' }).waitFor()
  // Tab walks the cells; Escape leads out although there is nothing here for a viewer to apply.
  const isInGrid = () => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Tab')
  expect(await isInGrid()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await isInGrid()).toBe(false)
  await inBothThemes(page, 'roles-viewer-import')
  await page.close()
})
