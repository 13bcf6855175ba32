import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
const period = async (id: number) => (await office.api('GET', `/api/payroll/periods/${id}`)).body

async function makes(description: string, month: string): Promise<number> {
  const { body } = await office.api('POST', '/api/payroll/periods', {
    start_date: `2026-${month}-01`,
    end_date: `2026-${month}-28`,
    description,
    status: 'active',
  })
  return body.id
}

office.flow(
  'a period is changed while nothing was computed: its days, its name and its rule',
  'pay-runs',
  async (page) => {
    const id = await makes('Novembre', '11')
    await goTo(page, `pay-runs/${id}`)
    await page.getByRole('link', { name: 'Change the period…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Change the pay period' }).waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Novembre')
    await page.getByLabel('Name', { exact: true }).fill('November 2026')
    await page.getByLabel('Last day').fill('2026-10-30')
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('alert').getByText('The period ends on 2026-10-30, before it begins on 2026-11-01.').waitFor() // refused in words, and what was typed stands
    await page.getByLabel('Last day').fill('2026-11-30')
    await page.getByRole('checkbox', { name: 'It runs by itself' }).check()
    await page.getByLabel('Days before the end').fill('2')
    await page.getByText('It runs on Sat 28 Nov 2026, 02:00').waitFor()
    await inBothThemes(page, 'period-change')
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('heading', { level: 1, name: /November 2026/ }).waitFor()
    expect(await period(id)).toMatchObject({
      description: 'November 2026',
      end_date: '2026-11-30',
      status: 'active',
      automation_enabled: true,
      automation_rule: { days_before_end: 2 },
    })
  },
)

office.flow(
  'once something was computed its days stay, and an approved one is not changed',
  'pay-runs',
  async (page) => {
    await office.api('POST', '/api/employees', { name: 'Ana', hire_date: '2026-01-01', base_minor: 200_000 })
    const id = await makes('October', '10')
    await office.ended((await office.api('POST', `/api/payroll/periods/${id}/run`, { force: true })).body.task_id)
    await goTo(page, `pay-runs/${id}/edit`)
    await page.getByText('Its pay was computed, so its days and its kind stay.').waitFor()
    expect(await page.getByLabel('Last day').isDisabled()).toBe(true)
    await inBothThemes(page, 'period-change-computed')
    await page.getByLabel('Name', { exact: true }).fill('October 2026')
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('heading', { level: 1, name: /October 2026/ }).waitFor()
    await page.getByRole('link', { name: 'Change the period…' }).waitFor()
    const [run] = (await period(id)).runs
    expect((await office.api('POST', `/api/payroll/runs/${run.id}/approve`, {})).status).toBe(200)
    await page.getByRole('link', { name: 'Change the period…' }).waitFor({ state: 'detached' })
  },
)
