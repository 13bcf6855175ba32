import { expect } from 'vitest'
import { untilReady } from '../support/office'
import { officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-10-30T09:00:00Z' })
const PEOPLE = 150

office.flow(
  'a salary that is being typed is still there when its row comes back into sight',
  'pay-runs',
  async (page) => {
    for (let n = 1; n <= PEOPLE; n++) {
      const name = `Person ${String(n).padStart(3, '0')}`
      await office.api('POST', '/api/employees', { name, hire_date: '2026-01-01' })
    }
    const month = { start_date: '2026-10-01', end_date: '2026-10-31', status: 'active', description: 'October 2026' }
    const { body: period } = await office.api('POST', '/api/payroll/periods', month)
    await office.api('POST', `/api/payroll/periods/${period.id}/run`, { force: true })
    await untilReady(async () => {
      const { body } = await office.api('GET', `/api/payroll/periods/${period.id}`)
      return body.runs[0]?.status === 'draft' || null
    })
    await page.evaluate(`window.location.hash = '#/pay-runs/${period.id}'`)
    const first = page.getByLabel('Salary of Person 001 per month', { exact: false })
    const byFile = page.getByRole('link', { name: `Bring the ${PEOPLE} missing salaries in by a file` })
    expect(await byFile.getAttribute('href')).toBe('#/imports/new')
    await first.fill('2150.5')
    const scrollTo = (to: 'top' | 'end') =>
      page.evaluate((at) => {
        const sheet = document.querySelector('table')?.closest('section')
        if (sheet) sheet.scrollTop = at === 'top' ? 0 : sheet.scrollHeight
      }, to)
    await scrollTo('end')
    await page.getByLabel(`Salary of Person ${PEOPLE} per month`, { exact: false }).waitFor()
    await expect.poll(() => first.count()).toBe(0)
    await scrollTo('top')
    await first.waitFor()
    expect(await first.inputValue()).toBe('2150.5')
    await first.press('Enter')
    await expect.poll(() => first.count()).toBe(0)
  },
)
