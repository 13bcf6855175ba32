import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'
import { startSmtp } from '../support/smtp'

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
  'mail waits without a server, is held and released, and an unsure one is explained before it goes again',
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
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as .eml' }).click()
    const file = await (await download).path()
    expect(fs.readFileSync(file, 'utf8')).toContain('Subject: Payslip of eva@example.org')

    await page.goto(`${office.address}/#/outbox`)
    await page.getByRole('row', { name: /Payslip of ben/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Cancel it' }).click()
    await page.getByRole('button', { name: 'Send again…' }).waitFor()

    // A server that takes the whole message and never answers: nobody knows whether it arrived.
    const smtp = await startSmtp()
    smtp.behave('drop_after_data')
    const setting = { host: smtp.host, port: smtp.port, security: 'none', from: 'office@example.org', hold_minutes: 0 }
    expect((await office.api('PUT', '/api/settings/mail', setting)).status).toBe(200)
    expect((await office.api('POST', '/api/outbox/1/release')).status).toBe(200)
    await page.goto(`${office.address}/#/outbox?state=unknown`)
    await page.getByRole('row', { name: /Payslip of ana/ }).waitFor()
    await page.getByRole('row', { name: /Payslip of ana/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Send again…' }).click()
    await page.getByText('It may have arrived already.').waitFor()
    await inBothThemes(page, 'mail-unknown')
    smtp.behave('accept')
    await page.getByRole('button', { name: 'Send it again now' }).click()
    await page.getByText('Accepted').waitFor()
    expect(errors).toEqual([])

    await page.goto(`${office.address}/#/outbox?q=eva`)
    await page.getByRole('row', { name: /Payslip of eva/ }).waitFor()
    expect(await page.getByRole('row', { name: /Payslip/ }).count()).toBe(1)
    await smtp.close()
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
