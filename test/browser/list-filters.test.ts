import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { writesLongAudit } from '../support/long-audit'
import { untilReady } from '../support/office'
import { goTo, isAt, officeInBrowser } from '../support/office-window'

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
    await page.locator('search input:focus').waitFor()
    await page.keyboard.type('winter')
    await isAt(page, 'imports?q=winter')
    await page.getByText('1 in all').waitFor()
    expect(await saved(page)).toHaveLength(1)
    await filterOf(page).fill('')
    await page.getByText('3 in all').waitFor()
    await filterOf(page).fill('kind client') // no import is called so: what comes then comes by the kind
    await page.getByText('No import matches.').waitFor()
    await page.getByRole('option', { name: /Kind: Clients/ }).click()
    await isAt(page, 'imports?kind=clients')
    await page.getByText('2 in all').waitFor()
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
  await isAt(page, 'pay-runs?q=month+09')
  await page.getByText('1 in all').waitFor()
  expect(await saved(page)).toHaveLength(1)
  await filterOf(page).fill('not active')
  await page.getByRole('option', { name: /Not active/ }).click()
  await page.getByRole('link', { name: 'Month 11' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Month/ }).count()).toBe(1)
  await inBothThemes(page, 'pay-runs-filtered')
  await page.getByRole('button', { name: /Remove State/ }).click()
  await page.getByText('3 in all').waitFor()
})

office.flow('the audit is filtered by what was done and by whom, however far back it lies', 'today', async (page) => {
  await drop('audited.csv', 'employees', 'employee number,name\n1,Ana\n')
  const imports = (await office.api('GET', '/api/imports')).body.items.length
  await writesLongAudit(office.api) // the imports lie beyond the first page of it
  await goTo(page, 'audit')
  const rows = (name: RegExp) => page.getByRole('row', { name })
  await rows(/People, employee added/)
    .first()
    .waitFor()
  await filterOf(page).fill('import received')
  await expect.poll(() => rows(/Import, received/).count()).toBe(imports)
  await expect.poll(() => rows(/People, employee added/).count()).toBe(0)
  expect(await saved(page)).toHaveLength(imports)
  await inBothThemes(page, 'audit-filtered')
  await filterOf(page).fill('the office')
  await page.getByRole('option', { name: /Who: The office/ }).click()
  await rows(/The office Schedule, added/)
    .first()
    .waitFor()
  await expect.poll(() => rows(/Import, received/).count()).toBe(0)
  await filterOf(page).fill('no such deed')
  await page.getByText('No entry matches.').waitFor()
  await page.getByRole('button', { name: 'Show the whole audit' }).click()
  await rows(/People, employee added/)
    .first()
    .waitFor()
})
