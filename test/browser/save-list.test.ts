import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })

async function saved(page: Page): Promise<{ name: string; lines: string[] }> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as CSV' }).click()
  const file = await download
  const text = fs.readFileSync(await file.path(), 'utf8').replace('\uFEFF', '')
  return { name: file.suggestedFilename(), lines: text.trimEnd().split('\r\n').slice(1) }
}

office.flow('a list is saved as it is filtered: rows that are not on screen too, others not', 'tasks', async (page) => {
  await Promise.all(
    Array.from({ length: 130 }, (_, value) => office.asks('test.echo', { value }, { countdown: 3_600 })),
  )
  await office.ended(await office.asks('test.noop'))
  await goTo(page, 'tasks?task=test.echo&state=WAITING')
  await page.getByText('130 in all').waitFor()
  const { name, lines } = await saved(page)
  expect(name).toBe('tasks-2026-11-25.csv')
  expect(lines.length).toBe(130)
  expect(lines.filter((line) => line.includes(',Waiting,Echo,')).length).toBe(130)
})

office.flow(
  'what somebody typed is no formula in the file, and the filter of the people holds',
  'people',
  async (page) => {
    for (const person of ['=1+1', 'Ana Real', 'Bea Real'])
      await office.api('POST', '/api/employees', { name: person, hire_date: '2026-02-01' })
    await page.getByRole('row', { name: /Bea Real/ }).waitFor() // the last of them
    expect((await saved(page)).lines.map((line) => line.split(',')[1])).toEqual(["'=1+1", 'Ana Real', 'Bea Real'])
    await page.getByRole('combobox', { name: 'Filter' }).fill('ana')
    await page.getByRole('row', { name: /Bea Real/ }).waitFor({ state: 'detached' })
    expect((await saved(page)).lines.map((line) => line.split(',')[1])).toEqual(['Ana Real'])
  },
)

office.flow('every other list has its file, and an empty one offers none', 'outbox', async (page) => {
  await page.getByText('No mail yet.').waitFor()
  expect(await page.getByRole('link', { name: 'Save as CSV' }).count()).toBe(0)
  await goTo(page, 'audit')
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor()
  await page.getByRole('grid').waitFor()
  expect((await saved(page)).lines.some((line) => line.includes('office.setting_changed'))).toBe(true)
  await goTo(page, 'schedules?q=backup')
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  await page.getByRole('link', { name: 'Daily backup' }).waitFor()
  expect((await saved(page)).lines.map((line) => line.split(',')[0])).toEqual(['Daily backup'])
  const period = { start_date: '2026-11-01', end_date: '2026-11-30', description: 'November', status: 'active' }
  await office.api('POST', '/api/payroll/periods', period)
  await goTo(page, 'pay-runs')
  await page.getByRole('heading', { level: 1, name: 'Pay runs' }).waitFor()
  await page.getByRole('link', { name: 'November' }).waitFor()
  expect((await saved(page)).lines).toEqual(['2026-11-01,2026-11-30,November,Monthly,To prepare,,,,,'])
})
