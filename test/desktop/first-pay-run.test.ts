import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { call, clickAndLeave, holdPort, isVisible, launchDesktop, showWindow } from '../support/desktop'
import { type Kept, keepWhatIsSaid, kept } from '../support/desktop-said'
import { dropFile } from '../support/drop-file'
import { dataDir, untilReady } from '../support/office'
import { realFile, whyMissing } from '../support/real-file'
import { axe, watch } from '../support/screen'

const salaryFile = realFile('data/people/HRDataset_v14.csv')
const missing = inject('missing').electron || whyMissing(salaryFile)
const SLIPS = 206
const folder = dataDir()
const saved = path.join(folder, 'payslips.pdf')
let app: ElectronApplication
let page: Page
let errors: string[]

beforeAll(async () => {
  if (missing) return
  app = await launchDesktop(folder)
  page = await app.firstWindow()
  errors = watch(page)
  await page.getByText('This office is new.').waitFor()
  await keepWhatIsSaid(app)
})
afterAll(async () => {
  // Whatever still runs after a failed test is not asked about.
  await app?.evaluate(() => Object.assign((globalThis as unknown as { kept: Kept }).kept, { answer: 0 }))
  await app?.close().catch(() => undefined)
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

const click = (name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') =>
  page.getByRole(role, { name }).click()
/** What the desktop has said outside the window, by its title. */
const isTold = (title: string) =>
  expect.poll(async () => (await kept(app)).shown.map((one) => one.title)).toContain(title)
const clickOn = (title: string) =>
  app.evaluate(
    (_electron, said) =>
      (globalThis as unknown as { kept: Kept }).kept.shown.find((one) => one.title === said)?.click(),
    title,
  )

test('a salary file dropped on the window of a new office is imported, and the desktop says so', async () => {
  await click('Start', 'link')
  await page.getByLabel('Name').fill('Example office')
  await page.getByLabel('Currency').fill('EUR') // a computer that does not tell it for sure asks
  await click('Start')
  await page.getByText('All done').first().waitFor()
  await dropFile(page, salaryFile)
  await page.getByText('HRDataset_v14.csv').first().waitFor()
  const pick = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await pick('Month', 'January')
  await pick('Year', '2019')
  await click('a year', 'radio')
  await clickAndLeave(app, page, 'Read the file')
  await isTold('A file is checked')
  await clickOn('A file is checked')
  await page.getByRole('button', { name: 'Import 310 rows' }).waitFor()
  await expect.poll(() => isVisible(app)).toBe(true)
  await clickAndLeave(app, page, 'Import 310 rows')
  await isTold('A file is imported')
  await page.getByText('310 rows written.').waitFor()
  await expect.poll(async () => (await kept(app)).tips.at(-1)).toBe('Daybook: All done')
})

test('the run is prepared while the window is away; its notification opens the run, where one salary is missing', async () => {
  await showWindow(app)
  await click('Pay run, January 2019')
  await clickAndLeave(app, page, 'Run now')
  await isTold('A pay run is prepared')
  await page.evaluate("window.location.hash = '#/today'")
  await page.getByText('payslip of', { exact: false }).first().waitFor()
  await clickOn('A pay run is prepared')
  await page.getByText('1 payslip cannot be computed:').waitFor()
  await expect.poll(() => isVisible(app)).toBe(true)
  expect(await page.getByRole('button', { name: `Approve ${SLIPS} payslips` }).isDisabled()).toBe(true)
  await page.getByLabel(/^Salary of .* per month/).fill('5000.00')
  await click('Save and recalculate')
  await page.getByText(`${SLIPS} people will be paid`).waitFor()
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/desktop-pay-run.png' })
})

test('approved, the payslips are made while the window is away; their notification opens the run', async () => {
  await clickAndLeave(app, page, `Approve ${SLIPS} payslips`)
  await isTold('The payslips are made')
  const { shown, tips } = await kept(app)
  // Notifications show on a locked screen too: no name and no figure of anybody's pay.
  for (const { title, body } of shown) expect(`${title} ${body}`).not.toMatch(/\d{3}|Adell/)
  expect(tips).toEqual(expect.arrayContaining([expect.stringMatching(/^Daybook: \d+ tasks? (is|are) running$/)]))
  await expect.poll(async () => (await kept(app)).labels[0]).toBe('All done')
  await page.evaluate("window.location.hash = '#/today'")
  await clickOn('The payslips are made')
  await page.getByText(`${SLIPS} payslips made`).waitFor()
})

test('all payslips in one PDF are saved to the disk, whole', async () => {
  await app.evaluate(({ session }, file) => {
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(file)
      item.once('done', (_done, state) => Object.assign(globalThis, { saving: state }))
    })
  }, saved)
  await click('Open all in one PDF')
  const state = await untilReady(() => app.evaluate(() => (globalThis as { saving?: string }).saving ?? null))
  expect(state).toBe('completed')
  const pdf = fs.readFileSync(saved)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-16).toString('latin1')).toContain('%%EOF')
  const pages = pdf.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g) ?? []
  expect(pages).toHaveLength(SLIPS)
  expect(errors).toEqual([])
})

test('a file of 30 MB over the port is taken in, and one over 50 MB is refused in words', async () => {
  const big = path.join(folder, 'salaries-2019-02.csv')
  const line = (n: number) => `N${n},Person ${n} of a very large office with a long name,1500,${'x'.repeat(200)}\n`
  const lines = Array.from({ length: 120_000 }, (_, n) => line(n + 1))
  fs.writeFileSync(big, `Emp No,Name,Base salary,Remarks\n${lines.join('')}`)
  expect(fs.statSync(big).size).toBeGreaterThan(30 * 1024 * 1024)
  await dropFile(page, big)
  await page.getByText('salaries-2019-02.csv').first().waitFor()
  await click('Read the file')
  await page.getByText('The file is being read and checked.').first().waitFor()
  // What is still being checked can be called off; nothing of it is written, and nothing holds up the end of the day.
  await click('Cancel')
  await page.getByText('Reading was cancelled; nothing was written.').first().waitFor()
  await holdPort(page)
  const files = async () =>
    ((await call(page, 'imports.list', {})).items as { file_name: string }[]).map((one) => one.file_name).sort()
  expect(await files()).toEqual(['HRDataset_v14.csv', 'salaries-2019-02.csv'])

  fs.appendFileSync(big, fs.readFileSync(big))
  await dropFile(page, big)
  await page.getByText(/50 MB/).first().waitFor()
  expect(await files()).toHaveLength(2)
  await click('Leave it')
  await page.getByText('Reading was cancelled; nothing was written.').first().waitFor()
  await expect.poll(async () => (await kept(app)).labels[0]).toBe('All done')
})
