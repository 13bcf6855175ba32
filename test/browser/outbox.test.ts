import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { choose } from '../support/keyboard'
import { goTo, isAt, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

const mail = async (to: string, subject = `Payslip of ${to}`) =>
  office.ended(
    await office.asks('mail.send_email', {
      subject,
      message: 'Dear <b>Ana</b>,\nhere it is.',
      recipient_list: [to],
    }),
  )

office.flow('mail waits without a server, which is explained, with the way to set one up', 'outbox', async (page) => {
  await page.getByText('No mail yet.').waitFor()
  await page.getByText('No mail server is set up').waitFor()
  await inBothThemes(page, 'outbox-empty')
  for (const to of ['ana@example.org', 'ben@example.org', 'eva@example.org']) await mail(to)
  await page.getByRole('row', { name: /Held eva@example.org/ }).waitFor()
  await page.getByText('3 in all').waitFor()
  await inBothThemes(page, 'outbox')
  await page.getByRole('link', { name: 'Set up mail' }).click()
  await isAt(page, /^settings/)
})

office.flow(
  'the list is filtered by state and by text, and keeps that in the address',
  'outbox?q=eva',
  async (page) => {
    await page.getByRole('row', { name: /Payslip of eva/ }).waitFor()
    expect(await page.getByRole('row', { name: /Payslip/ }).count()).toBe(1)
    await page.keyboard.press('Control+f')
    await page.locator('search input:focus').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('failed')
    await choose(page, 'State: Failed')
    await isAt(page, 'outbox?state=failed')
    await page.getByText('No mail matches.').waitFor()
    await inBothThemes(page, 'outbox-none')
    await page.getByRole('button', { name: 'Show all mail' }).click()
    await page.getByRole('button', { name: 'Held 3' }).click()
    await isAt(page, 'outbox?state=held')
    await page.getByText('3 in all').waitFor()
  },
)

office.flow('a mail shows what is in it as text, whatever is in it', 'outbox', async (page) => {
  await mail('zoe@example.org', 'For <script>alert(1)</script> & <i>Zoë</i>')
  await page.getByRole('row', { name: /zoe@example.org/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'For <script>alert(1)</script> & <i>Zoë</i>' }).waitFor()
  await page.getByText('Dear <b>Ana</b>,').waitFor()
  expect(await page.locator('main i, main b').count()).toBe(0)
  await inBothThemes(page, 'mail')
  await page.getByRole('link', { name: 'All mail of the same lot' }).click()
  await page.getByText('1 in all').waitFor()
  await isAt(page, /^outbox\?lot=task:\d+$/)
})

office.flow('a mail is held, released and cancelled, and goes into the line again', 'outbox', async (page) => {
  await page.getByRole('row', { name: /ben@example.org/ }).dblclick()
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByText('Until somebody releases it').waitFor()
  await inBothThemes(page, 'mail-held')
  await page.getByRole('button', { name: 'Send now' }).click()
  await page.getByText('Waiting', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Cancel it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Cancelled', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Send again…' }).click()
  await page.getByText('It was cancelled before it was sent.').waitFor()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await goTo(page, 'outbox?state=cancelled')
  await page.getByRole('row', { name: /Cancelled ben@example.org/ }).waitFor()
})

office.flow('a mail that there is not says so', 'outbox/987654', async (page) => {
  await page.getByText('outbox.unknown_mail').waitFor()
})
