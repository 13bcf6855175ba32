import fs from 'node:fs'
import { afterAll, expect } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { goTo, isAt, officeInBrowser } from '../support/office-window'
import { type SmtpHost, startSmtp } from '../support/smtp'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
let smtp: SmtpHost | undefined
afterAll(() => smtp?.close())

/** Sends a mail through a server that behaves so from its first message on. */
async function sends(to: string, behaviour: Parameters<SmtpHost['behave']>[0]): Promise<string> {
  if (!smtp) {
    smtp = await startSmtp()
    const { host, port } = smtp
    const setting = { host, port, security: 'none', from: 'office@example.org', hold_minutes: 0 }
    expect((await office.api('PUT', '/api/settings/mail', setting)).status).toBe(200)
  }
  smtp.behave(behaviour)
  await office.ended(
    await office.asks('mail.send_email', { subject: `Payslip of ${to}`, message: 'Here it is.', recipient_list: [to] }),
  )
  const { items } = (await office.api('GET', '/api/outbox')).body
  return String(items.find((one: { to: string }) => one.to === to).id)
}

office.flow(
  'a mail of which nobody knows whether it arrived is explained before it goes again',
  'outbox',
  async (page) => {
    await sends('ana@example.org', 'drop_after_data')
    await page.getByRole('row', { name: /Unknown ana@example.org/ }).waitFor()
    await page.getByRole('button', { name: 'Unknown 1' }).click()
    await isAt(page, 'outbox?state=unknown')
    await page.getByText('1 in all').waitFor()
    await settled(page)
    await page.getByRole('row', { name: /ana@example.org/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Send again…' }).click()
    await page.getByText('It may have arrived already.').waitFor()
    await inBothThemes(page, 'mail-unknown')
    expect(smtp?.received.length, 'nothing went again by itself').toBe(1)
    smtp?.behave('accept')
    await page.getByRole('button', { name: 'Send it again now' }).click()
    await page.getByText('Accepted', { exact: true }).waitFor()
    await page.getByText(/queued as 2/).waitFor()
    await expect.poll(() => smtp?.received.length).toBe(2)
    await inBothThemes(page, 'mail-accepted')

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as .eml' }).click()
    const file = await (await download).path()
    expect(fs.readFileSync(file, 'utf8')).toContain('Subject: Payslip of ana@example.org')
  },
)

office.flow('an unsure mail can be left at that, and says so when it is to go again', 'outbox', async (page) => {
  const id = await sends('ben@example.org', 'drop_after_data')
  await goTo(page, `outbox/${id}`)
  await page.getByText('Unknown', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Leave it at that' }).click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Send again…' }).click()
  await page.getByText('It was tried before it was left at that.').waitFor()
  await inBothThemes(page, 'mail-settled')
  expect(smtp?.received.filter(({ to }) => to.includes('ben@example.org')).length).toBe(1)
})

office.flow('a mail that the server refuses says what the server said', 'outbox', async (page) => {
  const id = await sends('eva@example.org', 'refuse_recipient')
  await goTo(page, `outbox/${id}`)
  await page.getByText('Failed', { exact: true }).first().waitFor()
  await page
    .getByText(/no such mailbox/)
    .first()
    .waitFor()
  await inBothThemes(page, 'mail-failed')
})
