import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchDesktop, listenForLeaving } from '../support/desktop'
import { dataDir } from '../support/office'
import { axe, watch } from '../support/screen'

const missing = inject('missing').electron
const folder = dataDir()
let app: ElectronApplication

beforeAll(async () => {
  if (missing) return
  app = await launchDesktop(folder)
})
afterAll(async () => {
  await app?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('the desktop window shows the office over its MessagePort', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await app.firstWindow()
  const errors = watch(page)
  await page.getByText('Everything works.').waitFor()
  await page.getByText(/Daybook .*, (Electron|Node) /).waitFor()
  await page.getByText('Daily backup').waitFor()
  expect(await axe(page)).toEqual([])
  await page.evaluate('document.fonts.ready')
  expect(
    await page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"),
  ).toEqual(['Inter'])
  await page.screenshot({ path: 'dist/shots/desktop.png' })
  expect(errors).toEqual([])
})

test('the page has no Node, cannot leave its origin and opens no windows', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await app.firstWindow()
  expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined')
  const refused = await listenForLeaving(app)
  await page.evaluate("window.location.assign('http://127.0.0.1:9/')")
  await expect.poll(refused).toEqual([['http://127.0.0.1:9/', true]])
  expect(await page.evaluate("window.open('http://127.0.0.1:9/') === null")).toBe(true)
  expect(page.url()).toBe('app://daybook/#/today')
  expect(app.windows()).toHaveLength(1)
})

test('the scheme serves the page and its assets and nothing else', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await app.firstWindow()
  for (const file of ['/package.json', '/assets/../index.html', '/assets/%2e%2e/index.html', '/..%2fpackage.json']) {
    const status = await page.evaluate(`fetch(${JSON.stringify(file)}).then((answer) => answer.status)`)
    expect([file, status]).not.toEqual([file, 200])
  }
})

test('the office ends with the window, in order', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await app.close()
  // The lock is free again and the database whole: whoever opens the folder next finds no boot without an end.
  const { openOffice } = await import('../../jobs/office')
  const { office, close } = await openOffice({
    folder,
    version: 'test',
    testMode: false,
    scheduler: false,
    outbox: false,
    concurrency: 1,
    logLevel: 'info',
    bundles: path.resolve('dist/office'),
  })
  const boots = office.db.prepare('select ended_at from boot order by id').all() as { ended_at: number | null }[]
  expect(boots[0]?.ended_at).not.toBeNull()
  await close()
})
