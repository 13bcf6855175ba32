import fs from 'node:fs'
import type { ElectronApplication } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { launchDesktop, runningOffice } from '../support/desktop'
import { keepWhatIsSaid } from '../support/desktop-said'
import { dataDir, untilReady } from '../support/office'

const missing = inject('missing').electron
const folder = dataDir()
let app: ElectronApplication | undefined

afterAll(async () => {
  await app?.close().catch(() => undefined)
  fs.rmSync(folder, { recursive: true, force: true })
})

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('an office that hears nothing any more does not keep the app from quitting: it is ended by force, and that is said', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  app = await launchDesktop(folder)
  const page = await app.firstWindow()
  await page.getByText('Everything works.').waitFor()
  await keepWhatIsSaid(app)
  const said: string[] = []
  app.process().stderr?.on('data', (chunk) => said.push(String(chunk)))
  const pid = await runningOffice(app)
  const ended = new Promise((resolve) => app?.process().once('exit', resolve))
  process.kill(pid, 'SIGSTOP') // from here on it hears neither a message nor SIGTERM
  await app.evaluate(({ app }) => void setTimeout(() => app.quit()))
  expect(await ended).toBe(0)
  await expect.poll(() => said.join('')).toContain('The office did not stop in time and was ended by force.')
  await untilReady(async () => (isThere(pid) ? null : true), { what: 'the end of the office' })
})
