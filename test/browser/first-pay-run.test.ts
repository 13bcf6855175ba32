import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { dropFile } from '../support/drop-file'
import { arrowTo, enterOn, hasFocus, listenForMouse, tabTo, typeInto } from '../support/keyboard'
import { dataDir } from '../support/office'
import { realFile, whyMissing } from '../support/real-file'
import { watch } from '../support/screen'
import { type SmtpHost, startSmtp } from '../support/smtp'

const salaryFile = realFile('data/people/HRDataset_v14.csv')
const missing = inject('missing').chromium || whyMissing(salaryFile)
/** The first of the month after: the month the window proposes is the one the file is about. */
const NOW = '2019-02-01T09:00:00Z'
const SLIPS = 206

let browser: Browser
const folder = dataDir()

beforeAll(async () => {
  if (!missing) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** An office nobody has seen yet, its window, and a mail server. */
async function sitsDown(): Promise<{ admin: Administrator; smtp: SmtpHost; page: Page; errors: string[] }> {
  const admin = await Administrator.sitsDown({ now: NOW })
  const smtp = await startSmtp()
  const page = await newWindow(browser)
  return { admin, smtp, page, errors: watch(page) }
}

async function leaves(admin: Administrator, smtp: SmtpHost, page: Page): Promise<void> {
  await page.close()
  await admin.leaves()
  await smtp.close()
}

/** The second file: an address for every number, as it comes from the people themselves. */
async function addressFile(admin: Administrator): Promise<string> {
  const { body } = await admin.ask('GET', '/api/employees?limit=500')
  const lines = body.items.map(
    (one: { external_ref: string }) => `${one.external_ref},e${one.external_ref}@office.example`,
  )
  const file = path.join(folder, 'addresses.csv')
  fs.writeFileSync(file, ['EmpID,E-mail', ...lines].join('\n'))
  return file
}

/** Whose payslip the office cannot compute, as it says itself. */
async function nameless(admin: Administrator): Promise<string> {
  const run = await admin.until('/api/payroll/periods/', ({ body }) => body.items[0]?.runs[0])
  const { body } = await admin.ask('GET', `/api/payroll/runs/${run.id}/slips`)
  return body.items.find((slip: { status: string }) => slip.status === 'error').employee.name
}

async function provesItself(admin: Administrator, smtp: SmtpHost): Promise<void> {
  await smtp.arrived(SLIPS)
  await admin.until('/api/outbox?state=sending&limit=1', ({ body }) => body.items.length === 0)
  expect(await admin.outbox('accepted')).toHaveLength(SLIPS)
  expect(new Set(smtp.received.map((mail) => mail.envelopeTo[0])).size).toBe(SLIPS)
  expect(smtp.received).toHaveLength(SLIPS)
  expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true, first_bad: null })
}

/** The payslips of the approved run; where they do not come, the failure says what stands there instead. */
async function seesPayslips(page: Page, admin: Administrator): Promise<void> {
  try {
    await page.getByText(`${SLIPS} payslips made`).waitFor()
  } catch (error) {
    const stands = (await page.locator('main').textContent()) ?? ''
    const { body } = await admin.ask('GET', '/api/tasks?limit=5')
    const tasks = body.items.map((one: { task: string; state: string }) => `${one.task} ${one.state}`).join(', ')
    throw new Error(`no payslips; the page says:\n${stands.slice(0, 3000)}\nand the last tasks are ${tasks}`, {
      cause: error,
    })
  }
}

test('by mouse: a real salary file, dropped into a new office, becomes 206 payslips in 206 mailboxes', async ({
  skip,
}) => {
  skip(missing !== '', missing)
  const { admin, smtp, page, errors } = await sitsDown()
  const click = (name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') =>
    page.getByRole(role, { name }).click()
  await page.goto(admin.at.url)
  await click('Start', 'link')
  await page.getByLabel('Name').fill('Example office')
  await page.getByLabel('Currency').fill('EUR') // a computer that does not tell it for sure asks
  await click('Start')
  await page.getByRole('heading', { name: 'Friday' }).or(page.getByText('All done')).first().waitFor()

  await dropFile(page, salaryFile)
  await page.getByText('HRDataset_v14.csv').first().waitFor()
  await expect.poll(() => page.getByRole('radio', { name: 'Salaries' }).isChecked()).toBe(true)
  await expect.poll(() => page.getByRole('combobox', { name: 'Month' }).inputValue()).toBe('January')
  await expect.poll(() => page.getByRole('combobox', { name: 'Year' }).inputValue()).toBe('2019')
  await click('a year', 'radio')
  await inBothThemes(page, 'first-run-file')
  await click('Read the file')

  await page.getByRole('button', { name: 'Import 310 rows' }).waitFor()
  await click('Map', 'link')
  await expect.poll(() => page.getByRole('combobox', { name: /Salary, becomes/ }).inputValue()).toBe('Salary')
  await inBothThemes(page, 'first-run-map')
  await click('Check the rows')
  await page.getByRole('button', { name: 'Import 310 rows' }).waitFor()
  // The one warning: a row of somebody who is paid and whose salary is not there.
  await click(/^Warnings/)
  await page.waitForURL(/show=warning/)
  await expect.poll(() => page.getByRole('gridcell', { name: /empty/ }).count()).toBe(1)
  await inBothThemes(page, 'first-run-warning')
  await click('Import 310 rows')
  await page.getByText('310 rows written.').waitFor()
  await inBothThemes(page, 'first-run-receipt')

  await dropFile(page, await addressFile(admin))
  await click('Import 310 rows')
  await page.getByText('310 rows written.').waitFor()
  await page.getByText('addresses.csv').first().waitFor()

  await page.getByRole('link', { name: 'Pay runs', exact: true }).click()
  await click('New period', 'link')
  await page.getByLabel('First day').fill('2019-01-01')
  await page.getByLabel('Last day').fill('2019-01-31')
  await click('Make the period')
  await click('Run now')
  const approve = page.getByRole('button', { name: `Approve ${SLIPS} payslips` })
  await approve.waitFor()
  const name = await nameless(admin)
  await page.getByText(`1 payslip cannot be computed: ${name}`).waitFor()
  expect(await approve.isDisabled()).toBe(true)
  await inBothThemes(page, 'first-run-error')
  await page.getByLabel(`Salary of ${name} per month`).fill('5000.00')
  await click('Save and recalculate')
  await page.getByText(`${SLIPS} people will be paid`).waitFor()
  await approve.click()
  await seesPayslips(page, admin)
  await admin.setsUpMail(smtp)
  await click(`Send ${SLIPS} payslips`)
  await page.getByText(`${SLIPS} payslips handed to the outbox`).waitFor()
  await provesItself(admin, smtp)
  await page.getByText('Accepted by the mail server').waitFor()
  await page.getByText(`${SLIPS} ×`).first().waitFor()
  await inBothThemes(page, 'first-run-sent')
  expect(errors).toEqual([])
  await leaves(admin, smtp, page)
})

test('by keyboard alone: the same office, the same file, and no pointer is ever seen', async ({ skip }) => {
  skip(missing !== '', missing)
  const { admin, smtp, page, errors } = await sitsDown()
  const mouse = await listenForMouse(page)
  /** The system's own dialog, which is the keyboard's as well. */
  let chosen = salaryFile
  page.on('filechooser', (dialog) => void dialog.setFiles(chosen))
  await page.goto(admin.at.url)
  await page.getByText('This office is new.').waitFor()
  await enterOn(page, /^Start$/)
  await page.getByLabel('Name').waitFor()
  await typeInto(page, /Name$/, 'Example office')
  await typeInto(page, /Currency/, 'EUR')
  await enterOn(page, /^Start$/)
  await page.getByText('All done').first().waitFor()

  await enterOn(page, /^Imports$/)
  await enterOn(page, /Import a file…/)
  await page.getByText('No file chosen.', { exact: false }).waitFor()
  await enterOn(page, /Choose a file…/)
  await page.getByText('HRDataset_v14.csv').first().waitFor()
  await tabTo(page, /Employees|Salaries/)
  await arrowTo(page, 'ArrowDown', 'Salaries')
  await tabTo(page, /a month/)
  await arrowTo(page, 'ArrowDown', 'a year')
  await enterOn(page, /Read the file/)
  await page.getByRole('button', { name: 'Import 310 rows' }).waitFor()
  await enterOn(page, /Import 310 rows/)
  await page.getByText('310 rows written.').waitFor()

  chosen = await addressFile(admin)
  await enterOn(page, /Import another file/)
  await page.getByText('No file chosen.', { exact: false }).waitFor()
  await enterOn(page, /Choose a file…/)
  await page.getByText('addresses.csv').first().waitFor()
  await tabTo(page, /Employees|Salaries/)
  await arrowTo(page, 'ArrowUp', 'Employees')
  await enterOn(page, /Read the file/)
  await page.getByRole('button', { name: 'Import 310 rows' }).waitFor()
  await enterOn(page, /Import 310 rows/)
  await page.getByText('310 rows written.').waitFor()
  await admin.setsUpMail(smtp)

  await enterOn(page, /^Pay runs$/)
  await enterOn(page, /New period/)
  await hasFocus(page, page.getByLabel('First day'))
  await page.keyboard.type('01012019')
  await tabTo(page, /Last day/)
  await page.keyboard.type('01312019')
  await enterOn(page, /Make the period/)
  await page.getByText('It runs when you say so.').waitFor()
  await enterOn(page, /Run now/)
  await page.getByText('1 payslip cannot be computed:').waitFor()
  await typeInto(page, new RegExp(`Salary of ${await nameless(admin)}`), '5000.00')
  await page.keyboard.press('Enter')
  await page.getByText(`${SLIPS} people will be paid`).waitFor()
  await enterOn(page, new RegExp(`Approve ${SLIPS} payslips`))
  await seesPayslips(page, admin)
  await enterOn(page, new RegExp(`Send ${SLIPS} payslips`))
  await page.getByText(`${SLIPS} payslips handed to the outbox`).waitFor()
  await provesItself(admin, smtp)
  expect(await mouse()).toEqual({ presses: 0, moves: 0 })
  expect(errors).toEqual([])
  await leaves(admin, smtp, page)
})

test('from a new office to its first approved pay run in at most twelve clicks, without settings', async ({ skip }) => {
  skip(missing !== '', missing)
  const { admin, smtp, page, errors } = await sitsDown()
  const mouse = await listenForMouse(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name }).click()
  await page.goto(admin.at.url)
  await page.getByRole('link', { name: 'Start', exact: true }).click()
  await page.getByLabel('Name').click()
  await page.keyboard.type('Example office')
  await page.keyboard.press('Tab')
  await page.keyboard.type('EUR')
  await button('Start')
  await page.getByText('All done').first().waitFor()
  await dropFile(page, salaryFile)
  await page.getByRole('radio', { name: 'a year' }).click()
  await button('Read the file')
  await button('Import 310 rows')
  await page.getByRole('button', { name: 'Pay run, January 2019' }).click()
  await button('Run now')
  await page.getByLabel(/^Salary of .* per month/).click()
  await page.keyboard.type('5000.00')
  await button('Save and recalculate')
  await button(`Approve ${SLIPS} payslips`)
  await seesPayslips(page, admin)
  const { body } = await admin.ask('GET', '/api/payroll/periods/')
  expect(body.items[0]).toMatchObject({ start_date: '2019-01-01', end_date: '2019-01-31', period_type: 'monthly' })
  expect(body.items[0].runs).toMatchObject([{ status: 'approved', employees: SLIPS, errors: 0 }])
  const { presses } = await mouse()
  expect(presses).toBeGreaterThan(0)
  expect(presses).toBeLessThanOrEqual(12)
  expect(errors).toEqual([])
  await leaves(admin, smtp, page)
})
