import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { clickAndLeave, launchDesktop, showWindow } from '../support/desktop'
import { keepWhatIsSaid, kept } from '../support/desktop-said'
import { dropFile } from '../support/drop-file'
import { dataDir, startOffice, type TestOffice, untilReady } from '../support/office'
import { axe, watch } from '../support/screen'

const missing = inject('missing').electron
const folder = dataDir()
let office: TestOffice
let app: ElectronApplication
let page: Page
let errors: string[]

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ folder, testMode: false })
  app = await launchDesktop(folder)
  page = await app.firstWindow()
  errors = watch(page)
  await page.getByText('This office is new.').waitFor()
  await keepWhatIsSaid(app)
})
afterAll(async () => {
  await app?.close().catch(() => undefined)
  await office?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

test('the window shows the office that “daybook serve” runs on the folder, says so, and hears what changes there', async () => {
  await page.getByText('Another program on this computer runs this office', { exact: false }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/desktop-attached.png' })
  await page.getByRole('button', { name: 'Close this message' }).click()
  await office.api('PUT', '/api/settings/office', { name: 'Office next door' })
  await page.getByText('Office next door').waitFor()
})

test('what is done in the window is done in that office: a file dropped, refused ones in words, files saved', async () => {
  const file = path.join(folder, 'employees.csv')
  fs.writeFileSync(file, 'Employee number,Name,Hired on\n1,Ana Example,2024-01-31\n2,Bo Example,never\n')
  await dropFile(page, file)
  await clickAndLeave(app, page, 'Import the 1 good row')
  await page.getByText('1 row written.').waitFor()
  await expect.poll(async () => (await kept(app)).shown.map(({ title }) => title)).toContain('A file is imported')
  expect((await office.api('GET', '/api/employees')).body.items).toMatchObject([{ name: 'Ana Example' }])

  await showWindow(app)
  const saved = path.join(folder, 'errors.csv')
  await app.evaluate(({ session }, to) => {
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(to)
      item.once('done', (_done, state) => Object.assign(globalThis, { saving: [state, item.getFilename()] }))
    })
  }, saved)
  await page.getByRole('link', { name: 'Error file: csv' }).click()
  const saving = await untilReady(() => app.evaluate(() => (globalThis as { saving?: string[] }).saving ?? null))
  expect(saving).toEqual(['completed', expect.stringMatching(/\.csv$/)])
  expect(fs.readFileSync(saved, 'utf8')).toContain('Bo Example')
  expect(errors).toEqual([])
})

test('when that office ends, the window takes the folder over; what was there is there', async () => {
  await office.stop({ keep: true })
  await page.getByText('started again by itself at', { exact: false }).waitFor()
  await page.evaluate("window.location.hash = '#/people'")
  await page.getByText('Ana Example').first().waitFor()
  await expect.poll(async () => (await kept(app)).tips.at(-1)).toBe('Daybook: All done')
  await app.close()
})

test('closing Daybook leaves the office that it only showed running', async () => {
  office = await startOffice({ folder, testMode: false })
  app = await launchDesktop(folder)
  page = await app.firstWindow()
  await page.getByText('Office next door').waitFor()
  await app.close()
  expect((await office.api('GET', '/api/employees')).body.items).toHaveLength(1)
  expect(() => process.kill(office.pid, 0)).not.toThrow()
})
