import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { choose, enterOn, tabTo } from '../support/keyboard'
import { goTo, isAt, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
const HEADER = 'employee_id,name,department,salary,days,absent,ot,charges,tds'

async function brings(month: number, people: number, departments: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, n) => {
    const figures = `${1500 + 10 * n},${20 - (n % 3)},${n % 3}${n % 4 ? '' : '.5'},${n % 5 ? 0 : 4},12,${n % 2 ? 0 : 150}`
    return `N${100 + n},Person ${100 + n},Team ${String(n % departments).padStart(2, '0')},${figures}`
  })
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\n'))
  const options = JSON.stringify({ year: 2026, month })
  const { body } = await office
    .at()
    .upload('/api/imports', { name: `${month}.csv`, bytes }, { kind: 'salaries', options })
  await office.ended(body.task_id)
  const applied = await office.api('POST', `/api/imports/${body.import_id}/apply`, { rows: 'all' })
  if (applied.status >= 400) throw new Error(JSON.stringify(applied.body))
  await office.ended(applied.body.task_id)
}

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

office.flow(
  'an office without salaries says what fills the charts, attendance and the calculator',
  'charts',
  async (page) => {
    await page.getByText('No salaries yet.').waitFor()
    await inBothThemes(page, 'charts-empty')
    await goTo(page, 'attendance')
    await page.getByText('No days at work yet.').waitFor()
    await inBothThemes(page, 'attendance-empty')
  },
)

office.flow(
  'one month of 60 departments is drawn while the page is open, and the next one beside it',
  'charts',
  async (page) => {
    await page.getByText('No salaries yet.').waitFor()
    await brings(9, 120, 60)
    const cost = chart(page, 'Cost by department')
    await cost.getByRole('link', { name: /^Team 59: / }).waitFor()
    expect(await cost.locator('a[data-mark]').count()).toBe(60)
    await page.getByText('There is only one month yet').waitFor()
    await inBothThemes(page, 'charts-one-month')
    await brings(10, 124, 60)
    await chart(page, 'Headcount').getByRole('link', { name: 'October 2026: 124' }).waitFor()
    await chart(page, 'Month against month')
      .getByRole('link', { name: /^Team 03: Sep 2026 .*, Oct 2026 / })
      .waitFor()
    await inBothThemes(page, 'charts')
  },
)

office.flow(
  'by keyboard from a bar to the people, to a person, and to the file the figures came from',
  'charts',
  async (page) => {
    await chart(page, 'Headcount').getByRole('link', { name: 'October 2026: 124' }).waitFor()
    await tabTo(page, /^October 2026: 124/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'People of September 2026' }).waitFor()
    await page.getByText('120 people, each by what counts of them').waitFor()
    await inBothThemes(page, 'charts-people')
    await page.keyboard.press('Control+f')
    await page.getByLabel('Filter', { exact: true }).and(page.locator(':focus')).waitFor()
    await Promise.all([...'team 07'].map((letter) => page.keyboard.press(letter))) // in one breath: no letter waits for the address
    await isAt(page, /q=team\+07/)
    await page.getByText('2 people, each by what counts of them').waitFor()
    await expect.poll(() => page.getByRole('row', { name: /^N1/ }).count()).toBe(2)
    await page.getByRole('row', { name: 'Person 107' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Person 107' }).waitFor()
    const days = page.getByRole('region', { name: 'Days at work' })
    expect(await days.getByRole('row').count()).toBe(3)
    await days.getByRole('link', { name: '9.csv, row 9' }).click()
    await page.getByRole('heading', { name: '9.csv' }).waitFor()
  },
)

office.flow(
  'every chart has its table with the same figures, chosen by keyboard and kept in the address',
  'charts',
  async (page) => {
    for (const name of [
      'Headcount',
      'Cost by department',
      'Gross and net',
      'Overtime',
      'Attendance',
      'Month against month',
    ]) {
      await chart(page, name).locator('svg').waitFor()
      await enterOn(page, new RegExp(`^${name} as a table`))
      await chart(page, name).getByRole('table', { name }).waitFor()
    }
    await inBothThemes(page, 'charts-tables')
    await isAt(page, /tables=headcount\.departments\.pay\.overtime\.attendance\.against/)
    await page.reload()
    const total = chart(page, 'Month against month').getByRole('row', { name: /^All/ })
    await total.waitFor()
    const { body } = await office.api('GET', '/api/people/charts/series')
    const gross = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(body.totals.now.gross_minor / 100)
    expect(await total.textContent()).toContain(gross)
    await page.getByRole('link', { name: 'Team 00' }).first().click()
    await page.getByRole('heading', { name: 'People of October 2026' }).waitFor()
    await page.getByText('3 people, Team 00').waitFor()
  },
)

office.flow('a chart is saved as a picture that stands alone, as CSV and as a workbook', 'charts', async (page) => {
  await chart(page, 'Gross and net').locator('svg').waitFor()
  const saved = async (name: string) => {
    const download = page.waitForEvent('download')
    await page.getByLabel(name).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) }
  }
  const picture = await saved('Save Gross and net as a picture')
  expect(picture.name).toBe('gross-and-net-2026-10.svg')
  const text = picture.bytes.toString('utf8')
  expect(text).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(text).toContain('>Gross and net</text>')
  expect(text).not.toMatch(/class=|var\(|href=/)
  const png = await saved('Save Gross and net as PNG')
  expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['gross-and-net-2026-10.png', 'PNG'])
  const [, width = '0', height = '0'] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(text) ?? []
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)])
  fs.writeFileSync('dist/shots/chart.png', png.bytes)
  const csv = await saved('Save Gross and net as CSV')
  expect(csv.name).toBe('gross-and-net-2026-11-25.csv')
  expect(csv.bytes.toString('utf8').split('\r\n')).toHaveLength(4)
  const xlsx = await saved('Save Gross and net as xlsx')
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
})

office.flow('attendance lists days and halves of days, person by person', 'attendance', async (page) => {
  const row = page.getByRole('row', { name: 'Person 100' })
  await row.waitFor()
  expect(await row.textContent()).toContain('200.520.597.6 %')
  await page.getByText(/of .* working days present/).waitFor()
  await page.keyboard.press('Control+f')
  await page.getByLabel('Filter', { exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('person 100')
  await isAt(page, /q=person\+100/)
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  await row.waitFor()
  await inBothThemes(page, 'attendance')
})

office.flow(
  'a calculation is made by keyboard, saved for somebody, counted, and undone',
  'calculator',
  async (page) => {
    await page.getByLabel('Salary of the month').fill('lots')
    await page.getByText('Salary of the month: “lots” is no amount.').waitFor()
    await page.getByLabel('Salary of the month').fill('2450')
    await page.getByLabel('Overtime, hours').fill('2')
    await page.getByLabel('Pay per overtime hour').fill('20')
    await page.getByLabel('Tax withheld').fill('3000')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Tax withheld').fill('300')
    await page.getByRole('alert').waitFor({ state: 'detached' })
    const result = page.getByRole('table', { name: 'Result' })
    await result.getByText('2,490.00').waitFor()
    await result.getByText('2,190.00').waitFor()
    await inBothThemes(page, 'calculator')
    await office.api('POST', '/api/employees', { name: 'Zara Imagined', hire_date: '2026-01-01' })
    await page.getByRole('combobox', { name: 'Employee' }).fill('zara')
    await choose(page, 'Zara Imagined')
    await page.getByRole('textbox', { name: 'Month', exact: true }).fill('2026-10')
    await enterOn(page, /^Save this calculation/)
    await page.getByText('Saved for Zara Imagined.').waitFor()
    await goTo(page, 'charts')
    await chart(page, 'Headcount').getByRole('link', { name: 'October 2026: 125' }).waitFor()
    await goTo(page, 'calculator')
    await enterOn(page, /^Undo the calculation of Zara Imagined, Oct 2026/)
    await page.getByText('Undone').waitFor()
    await inBothThemes(page, 'calculator-undone')
    await goTo(page, 'charts')
    await chart(page, 'Headcount').getByRole('link', { name: 'October 2026: 124' }).waitFor()
  },
)
