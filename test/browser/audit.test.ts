import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { officeInBrowser } from '../support/office-window'

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

office.flow('a long audit is read page by page as one scrolls, to its first entry', 'audit', async (page) => {
  const { items } = (await office.api('GET', '/api/schedules')).body
  const path = `/api/schedules/${items[0].id}`
  for (let i = 0; i < 250; i++) await office.api('PATCH', path, { enabled: i % 2 === 0 })
  await page.reload()
  await page
    .getByRole('row', { name: /Schedule, changed/ })
    .first()
    .waitFor()
  const total = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  expect(total).toBeGreaterThan(250)
  await page
    .getByRole('row', { name: /Schedule, changed/ })
    .first()
    .focus()
  const at = async () => Number(await page.locator('tr:focus').getAttribute('aria-rowindex'))
  await expect
    .poll(
      async () => {
        await page.keyboard.press('End')
        return at()
      },
      { timeout: 30_000 },
    )
    .toBe(total)
  expect(await page.locator('tr:focus').getByRole('gridcell').first().textContent()).toBe('1')
  await inBothThemes(page, 'audit-end')
})
