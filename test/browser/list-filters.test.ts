import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { untilReady } from '../support/office'
import { officeInBrowser, placeOf } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

async function saved(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as CSV' }).click()
  return fs
    .readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
}
/** Hands a file in and waits until it was read. */
async function drop(name: string, kind: string, text: string): Promise<void> {
  const { body } = await office.at().upload('/api/imports', { name, bytes: text }, { kind, options: '{}' })
  await untilReady(async () => {
    const { state } = (await office.api('GET', `/api/imports/${body.import_id}`)).body
    return state === 'checked' || state === 'mapping' || null
  })
}

const filterOf = (page: Page) =>
  page.getByRole('textbox', { name: 'Filter' }).or(page.getByRole('combobox', { name: 'Filter' }))

office.flow(
  'imports are filtered by name, state and kind; the address keeps it and the file is what is shown',
  'imports',
  async (page) => {
    await drop('team.csv', 'employees', 'employee number,name\n1,Ana\n')
    await drop('clients autumn.csv', 'clients', 'client number,client\nK1,Northwind\n')
    await drop('clients winter.csv', 'clients', 'client number,client\nK2,Southwind\n')
    await page.getByRole('link', { name: 'team.csv' }).waitFor()
    await page.getByText('3 in all').waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('winter')
    await page.getByText('1 in all').waitFor()
    expect(placeOf(page)).toBe('imports?q=winter')
    expect(await saved(page)).toHaveLength(1)
    await filterOf(page).fill('')
    await page.getByText('3 in all').waitFor()
    await filterOf(page).fill('client')
    await page.getByRole('option', { name: /Kind: Clients/ }).click()
    await page.getByText('2 in all').waitFor()
    expect(placeOf(page)).toBe('imports?kind=clients')
    await inBothThemes(page, 'imports-filtered')
    await filterOf(page).fill('nothing like it')
    await page.getByText('No import matches.').waitFor()
    await inBothThemes(page, 'imports-filtered-none')
    await page.getByRole('button', { name: 'Show all imports' }).click()
    await page.getByText('3 in all').waitFor()
    await page.getByRole('row', { name: /team\.csv/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/imports\/\d+$/)
  },
)

office.flow('pay runs are filtered by name and state', 'pay-runs', async (page) => {
  for (const month of ['09', '10', '11']) {
    const days = { start_date: `2026-${month}-01`, end_date: `2026-${month}-30` }
    await office.api('POST', '/api/payroll/periods', {
      ...days,
      description: `Month ${month}`,
      status: month === '11' ? 'draft' : 'active',
    })
  }
  await page.getByText('3 in all').waitFor()
  await filterOf(page).fill('month 09')
  await page.getByText('1 in all').waitFor()
  expect(placeOf(page)).toBe('pay-runs?q=month+09')
  expect(await saved(page)).toHaveLength(1)
  await filterOf(page).fill('not active')
  await page.getByRole('option', { name: /Not active/ }).click()
  await page.getByRole('link', { name: 'Month 11' }).waitFor()
  expect(await page.getByRole('link', { name: /^Month/ }).count()).toBe(1)
  await inBothThemes(page, 'pay-runs-filtered')
  await page.getByRole('button', { name: /Remove State/ }).click()
  await page.getByText('3 in all').waitFor()
})

office.flow('the audit is filtered by what was done and by whom, however far back it lies', 'audit', async (page) => {
  await drop('audited.csv', 'employees', 'employee number,name\n1,Ana\n')
  const imports = (await office.api('GET', '/api/imports')).body.items.length
  const { items } = (await office.api('GET', '/api/schedules')).body
  for (let i = 0; i < 150; i++) {
    await office.api('PATCH', `/api/schedules/${items[0].id}`, { enabled: i % 2 === 0 })
  }
  await page.reload()
  await page
    .getByRole('row', { name: /Schedule, changed/ })
    .first()
    .waitFor()
  await filterOf(page).fill('import received')
  await expect.poll(() => page.getByRole('row', { name: /Import, received/ }).count()).toBe(imports)
  expect(await page.getByRole('row', { name: /Schedule, changed/ }).count()).toBe(0)
  expect(await saved(page)).toHaveLength(imports)
  await inBothThemes(page, 'audit-filtered')
  await filterOf(page).fill('the office')
  await page.getByRole('option', { name: /Who: The office/ }).click()
  await expect.poll(() => page.getByRole('row', { name: /Schedule, changed/ }).count()).toBe(0)
  await filterOf(page).fill('no such deed')
  await page.getByText('No entry matches.').waitFor()
  await page.getByRole('button', { name: 'Show the whole audit' }).click()
  await page
    .getByRole('row', { name: /Schedule, changed/ })
    .first()
    .waitFor()
})
