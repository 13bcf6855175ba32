import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, inject, test } from 'vitest'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { writesLongAudit } from '../support/long-audit'
import { startOffice } from '../support/office'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

office.flow('the audit says who did what, as it happens', 'audit', async (page) => {
  const { items } = (await office.api('GET', '/api/schedules')).body
  await page
    .getByRole('row', { name: /The office Schedule, added/ })
    .first()
    .waitFor()
  await office.api('PATCH', `/api/schedules/${items[0].id}`, { enabled: false })
  await page.getByRole('row', { name: /Owner Schedule, changed/ }).waitFor()
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByText(/Verified: \d+ entries, none changed and none missing/).waitFor()
  await inBothThemes(page, 'audit')
})

office.flow('a long audit is read page by page as one scrolls, to its first entry', 'today', async (page) => {
  await writesLongAudit(office.api)
  await goTo(page, 'audit')
  const row = page.getByRole('row', { name: /People, employee added/ }).first()
  await row.waitFor()
  const total = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  expect(await total()).toBeGreaterThan(200)
  await row.focus()
  const at = async () => Number(await page.locator('tr:focus').getAttribute('aria-rowindex'))
  await expect
    .poll(async () => {
      await page.keyboard.press('End')
      return (await at()) - (await total())
    })
    .toBe(0)
  expect(await page.locator('tr:focus').getByRole('gridcell').first().textContent()).toBe('1')
  await inBothThemes(page, 'audit-end')
})

test('an entry that was changed behind the office’s back is named, with what to do', async ({ skip }) => {
  const missing = inject('missing').chromium
  skip(Boolean(missing), missing)
  const before = await startOffice()
  const { items } = (await before.api('GET', '/api/audit?limit=3')).body
  const changed = items[2].seq
  await before.stop({ keep: true })
  const db = new Database(path.join(before.folder, 'daybook.db'))
  db.exec('drop trigger audit_no_update')
  db.prepare("update audit set actor = 'user:7' where seq = ?").run(changed)
  db.close()

  const after = await startOffice({ folder: before.folder })
  const browser = await launch()
  const page = await newWindow(browser)
  await page.goto((await after.api('POST', '/api/session/link')).body.url)
  await page.goto(`${after.address}/#/audit`)
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByText(`The content was changed at entry ${changed}.`).waitFor()
  await page.getByText('Keep this folder as it is and compare it with the last backup that verifies.').waitFor()
  await inBothThemes(page, 'audit-broken')
  await browser.close()
  await after.stop()
})
