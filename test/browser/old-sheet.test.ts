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

    // Somebody else accepts the difference above the mark: the mark stays with its person, and Enter opens them.
    await page.getByRole('button', { name: /^Open/ }).click()
    await expect.poll(() => grid.getByRole('row').count()).toBe(3)
    await grid.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    const { runs } = (await office.api('GET', `/api/payroll/periods/${periodId}`)).body
    const { items } = (await office.api('GET', `/api/payroll/runs/${runs[0].id}/sheet`)).body
    const { who } = items.find(({ name }: { name: string }) => name.startsWith('Eva'))
    const deed = (what: string, more: object) =>
      office.api('POST', `/api/payroll/runs/${runs[0].id}/sheet/${what}`, { who, ...more })
    await deed('accepted', { because: 'She left the old list' })
    await expect.poll(() => grid.getByRole('row', { name: /Eva/ }).count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /of Old Colleague$/ }).waitFor()
    for (const { key } of (await office.api('GET', `/api/payroll/runs/${runs[0].id}/sheet`)).body.columns)
      await deed('reopened', { column: key })
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
  'a column of the sheet is said to stand for several components, by keyboard, and next time no word is needed',
  'today',
  async (page) => {
    const part = (code: string, name: string, kind: string, amount_minor: number, order: number) => ({
      code,
      name,
      kind,
      method: 'fixed',
      amount_minor,
      order,
    })
    const items = [
      part('TRANSPORT', 'Transport', 'earning', 4_000, 150),
      part('MEALS', 'Meals', 'earning', 12_000, 151),
      part('WAGE_TAX', 'Wage tax', 'deduction', 30_000, 300),
    ]
    expect((await office.api('PUT', '/api/payroll/components', { items })).status).toBe(200)
    const { runs } = (await office.api('GET', `/api/payroll/periods/${periodId}`)).body
    await office.ended((await office.api('POST', `/api/payroll/runs/${runs[0].id}/recompute`)).body.task_id)
    const head = 'Emp No,Employee,Basic Salary,Extras,State part,Church part,Canteen'
    const rows = ['E1,Ana Example,2900.00,160.00,280.00,20.00,3.50', 'E2,Ben Example,2000.00,40.00,280.00,20.00,-']
    const lay = async (name: string) => {
      await goTo(page, `pay-runs/${periodId}/runs/${runs[0].id}/sheet`)
      await page.getByRole('grid', { name: 'People and their differences' }).waitFor()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from([head, ...rows].join('\n')) })
      await page.getByRole('button', { name: /^Import 2 rows/ }).waitFor()
      await goTo(page, `${placeOf(page)}/map`)
    }
    await lay('More.csv')
    const becomes = (column: string) => page.getByRole('combobox', { name: new RegExp(`, ${column}, becomes$`) })
    const choose = async (column: string, what: string) => {
      await becomes(column).press('ControlOrMeta+a')
      await page.keyboard.type(what)
      await page.getByRole('option', { name: what, exact: true }).waitFor()
      for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
      await expect.poll(() => becomes(column).inputValue()).toBe(what)
    }
    await choose('Extras', 'Several together…')
    // What may be ticked comes next in the order of the keyboard.
    await page.keyboard.press('Tab')
    const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
    expect(await box('Base pay').evaluate((one) => one === document.activeElement)).toBe(true)
    for (const name of ['Transport', 'Meals']) await box(name).press('Space')
    for (const column of ['State part', 'Church part']) await choose(column, 'Wage tax')
    await page.getByText('Compared as one with “Church part”').waitFor()
    await page.getByText('6 columns read, 1 left out').waitFor()
    await inBothThemes(page, 'old-sheet-several')
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await page.getByRole('button', { name: /^Import 2 rows/ }).click()
    await page.getByRole('link', { name: /^Beside run 1/ }).click()

    await page.getByText('Columns of the sheet that stand for nothing: “Canteen”.').waitFor()
    await page.getByRole('link', { name: 'Extras', exact: true }).click()
    await page.getByRole('heading', { name: 'Extras, everybody' }).waitFor()
    await page.keyboard.press('Escape')
    const panel = page.getByRole('complementary')
    await panel.waitFor({ state: 'detached' })
    const grid = page.getByRole('grid', { name: 'People and their differences' })
    const cell = grid.getByRole('row', { name: /Ben Example/ }).getByRole('gridcell', { name: '+120.00' })
    await cell.click()
    await page.getByRole('heading', { name: 'Extras of Ben Example' }).waitFor()
    await panel.getByRole('link', { name: 'Explain Meals' }).waitFor()
    await inBothThemes(page, 'old-sheet-parts')
    await panel.getByRole('link', { name: 'Explain Meals' }).click()
    await panel.getByRole('heading', { name: /^Ben Example/ }).waitFor()

    await lay('Next month.csv')
    await becomes('Extras').waitFor()
    expect(await becomes('Extras').inputValue()).toBe('Several together…')
    expect(await box('Meals').isChecked()).toBe(true)
  },
)

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
