import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

/** Many steps, and others may be busy on the same computer. */
const LONG = 120_000
const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice({ now: '2026-11-25T14:32:00Z' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const mail = async (to: string) => {
  const args = { subject: `Payslip of ${to}`, message: 'Dear <b>Ana</b>,\nhere it is.', recipient_list: [to] }
  const { task_id } = (await office.api('POST', '/api/tasks', { task: 'mail.send_email', args })).body
  await office.ended(task_id)
}

test(
  'mail waits without a server, which is explained, opens with its text and is held',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    const errors = watch(page)
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${office.address}/#/outbox`)
    await page.getByText('No mail yet.').waitFor()
    await page.getByText('No mail server is set up').waitFor()
    await inBothThemes(page, 'outbox-empty')

    for (const to of ['ana@example.org', 'ben@example.org', 'eva@example.org']) await mail(to)
    await page.getByRole('row', { name: /Payslip of eva/ }).waitFor()
    await inBothThemes(page, 'outbox')

    await page.getByRole('row', { name: /Payslip of eva/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Payslip of eva@example.org' }).waitFor()
    await page.getByText('Dear <b>Ana</b>,').waitFor()
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    await page.getByText('Until somebody releases it').waitFor()
    await inBothThemes(page, 'mail-held')
    expect(errors).toEqual([])
    await page.close()
  },
  LONG,
)

test(
  'the audit says who did what and is verified by a click',
  async ({ skip }) => {
    skip(Boolean(missing), missing)
    const page = await newWindow(browser)
    await page.goto((await office.api('POST', '/api/session/link')).body.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await mail('zoe@example.org')
    await page.goto(`${office.address}/#/audit`)
    await page
      .getByRole('row', { name: /Mail, queued/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Verify the chain' }).click()
    await page.getByText(/Verified: \d+ entries, none changed and none missing/).waitFor()
    await inBothThemes(page, 'audit')
    await page.close()
  },
  LONG,
)
