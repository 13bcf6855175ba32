import { beforeAll, expect, inject } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { busiest } from '../support/busiest'
import { goTo, officeInBrowser, placeOf } from '../support/office-window'

const missing = inject('missing').chromium
const office = officeInBrowser({ now: '2026-10-30T09:00:00Z' })
let periodId = 0

const PEOPLE = ['employee_id,name,email,salary', 'E1,Ana Example,,3000', 'E2,Ben Example,,2000', 'E3,Eva Example,,1000']
const SHEET = [
  'Emp No,Employee,Basic Salary,Incentive,Net Pay',
  'E1,Ana Example,2900.00,,2900.00',
  'E2,Ben Example,1999.99,,1999.99',
  ',Old Colleague,500.00,,500.00',
].join('\n')
const MANY = 5_000
const COMPONENTS = 20
/** Longer than this and a frame would come late. */
const FRAME_MS = 100

async function brings(kind: string, name: string, csv: string, options: object): Promise<void> {
  const fields = { kind, options: JSON.stringify(options) }
  const { body } = await office.at().upload('/api/imports', { name, bytes: csv }, fields)
  await office.ended(body.task_id)
  const applied = await office.api('POST', `/api/imports/${body.import_id}/apply`, { rows: 'all' })
  if (applied.status >= 400) throw new Error(JSON.stringify(applied.body))
  await office.ended(applied.body.task_id)
}

async function month(name: string): Promise<number> {
  const days = new Date(Date.UTC(2026, Number(name), 0)).getUTCDate()
  const period = { start_date: `2026-${name}-01`, end_date: `2026-${name}-${days}`, period_type: 'monthly' }
  return (
    await office.api('POST', '/api/payroll/periods/', { ...period, status: 'active', description: `Month ${name}` })
  ).body.id
}

beforeAll(async () => {
  if (missing) return
  await office.api('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  await brings('salaries', 'SEP.csv', PEOPLE.join('\n'), { year: 2026, month: 'SEP' })
  periodId = await month('09')
})

office.flow(
  'a month is tried, an old sheet laid beside it, and a difference explained and accepted by keyboard',
  'pay-runs',
  async (page) => {
    await goTo(page, `pay-runs/${periodId}`)
    await page.getByRole('button', { name: 'Trial run' }).click()
    await page.getByText('Trial: never approved, paid or mailed').waitFor()
    await page.getByText('A trial run is looked at and never paid.').waitFor()
    expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0)
    await inBothThemes(page, 'trial-run')

    await page.getByRole('link', { name: 'Beside an old sheet' }).click()
    await page.getByText('No sheet lies beside this run yet').waitFor()
    await inBothThemes(page, 'old-sheet-empty')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'September.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) })
    await page.getByRole('button', { name: /^Import 3 rows/ }).click()
    await page.getByRole('link', { name: /^Beside run 1/ }).click()

    const grid = page.getByRole('grid', { name: 'People and their differences' })
    await grid.waitFor()
    await page.getByText('3 open differences of 1,600.00 EUR').waitFor()
    await inBothThemes(page, 'old-sheet')
    // Who differs most stands first: only the run has Eva, only the sheet the old colleague.
    const names = await grid.getByRole('row').allTextContents()
    expect(names.slice(1).map((row) => /Eva|Old|Ana|Ben/.exec(row)?.[0])).toEqual(['Eva', 'Old', 'Ana', 'Ben'])

    await grid.focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: 'Base pay of Ana Example' }).waitFor()
    await inBothThemes(page, 'old-sheet-figure')
    await page.getByRole('link', { name: 'Explain this number' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByRole('heading', { name: /^Ana Example/ }).waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await grid.focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Accepted, because').fill('Raise in September')
    await page.keyboard.press('Enter')
    await page.getByText('Accepted, because “Raise in September”').waitFor()
    await page.getByText('2 open differences of 1,500.00 EUR').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: /^Accepted/ }).click()
    await expect.poll(() => placeOf(page)).toContain('show=accepted')
    await expect.poll(() => grid.getByRole('row').count()).toBe(2)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save as CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^run-\d+-beside-sheet\.csv$/)
  },
)

office.flow('after a mended rule the trial is computed again, and shows what went away', 'today', async (page) => {
  const { body } = await office.api('GET', '/api/employees?q=Ana')
  await office.api('PATCH', `/api/employees/${body.items[0].id}`, { base_minor: 290_000, from: '2026-09-01' })
  const { runs } = (await office.api('GET', `/api/payroll/periods/${periodId}`)).body
  await goTo(page, `pay-runs/${periodId}/runs/${runs[0].id}/sheet`)
  await page.getByRole('button', { name: 'Recalculate' }).click()
  await page.getByText(/differences? of 200\.00 EUR went away since version 1/).waitFor()
  await page.getByRole('button', { name: /^Gone/ }).click()
  await page
    .getByRole('gridcell', { name: /gone both 2,900\.00/ })
    .first()
    .waitFor()
  await inBothThemes(page, 'old-sheet-gone')
})

office.flow(
  'a sheet of 5,000 people and 20 components is walked through without a late frame',
  'today',
  async (page) => {
    const parts = Array.from({ length: COMPONENTS - 1 }, (_, n) => ({
      code: `PART_${n + 1}`,
      name: `Part ${n + 1}`,
      kind: n < 10 ? 'earning' : 'deduction',
      method: 'percent',
      rate_ppm: 5_000 + n * 500,
      base: ['BASE'],
      order: 300 + n,
    }))
    await office.api('PUT', '/api/payroll/components', { items: parts })
    const rows = Array.from({ length: MANY }, (_, n) => `M${n + 1},Person ${n + 1},${2_000 + (n % 900)}.00`)
    await brings('salaries', 'OCT.csv', ['employee_id,name,salary', ...rows].join('\n'), { year: 2026, month: 'OCT' })
    const october = await month('10')
    const trial = (await office.api('POST', `/api/payroll/periods/${october}/trial`)).body
    await office.ended(trial.task_id)
    const own = await office.api(
      'GET',
      `/api/imports/exports/pay_sheet.csv?options=${encodeURIComponent(JSON.stringify({ run_id: trial.run_id }))}`,
    )
    // Every tenth person's base is one unit higher in the sheet.
    const lines = String(own.body).replace(/\r/g, '').trim().split('\n')
    const changed = lines.map((line, at) =>
      at === 0 || at % 10 !== 0 ? line : line.replace(/,(\d+)\.00,/, (_, whole) => `,${Number(whole) + 1}.00,`),
    )
    await brings('pay_sheet', 'October.csv', changed.join('\n'), { run_id: trial.run_id })
    await goTo(page, `pay-runs/${october}/runs/${trial.run_id}/sheet`)
    const grid = page.getByRole('grid', { name: 'People and their differences' })
    await grid.waitFor()
    await page.getByText(/^500 open differences of 500\.00 EUR/).waitFor()
    await settled(page)
    const whileWalked = await busiest(page)
    await grid.focus()
    for (let n = 0; n < 12; n++) await page.keyboard.press('PageDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    expect(await whileWalked()).toBeLessThan(FRAME_MS)
    expect(await grid.getByRole('row').count()).toBeLessThan(80)
  },
)
