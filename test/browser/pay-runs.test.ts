import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { inBothThemes, launch, newWindow } from '../support/browser'
import { hasFocus, isThere } from '../support/keyboard'
import { watch } from '../support/screen'
import { type SmtpHost, startSmtp } from '../support/smtp'

const missing = inject('missing').chromium
let browser: Browser
let admin: Administrator
let smtp: SmtpHost

const NAMES = ['Ana', 'Bruno', 'Carla', 'Dmytro', 'Elif', 'Fatima', 'Goran', 'Hana', 'Ivo', 'Jonas', 'Kwame', 'Leila']
const NUMBER = (index: number) => `E${String(index + 1).padStart(3, '0')}`

/** Twelve people: in the second month Ana has overtime, Carla a raise, Leila has left, and Hana's salary is not there. */
function salaries(rows: (index: number) => [salary: string, hours: string, left?: string]): string {
  const lines = NAMES.map((name, index) => {
    const [salary, hours, left = ''] = rows(index)
    return [
      NUMBER(index),
      `${name} Example`,
      `${name.toLowerCase()}@office.example`,
      salary,
      hours,
      '12.50',
      left,
    ].join(',')
  })
  return ['employee_id,name,email,salary,ot,charges,termination date', ...lines].join('\n')
}

async function brings(file: string, month: string): Promise<void> {
  const checked = await admin.drops({ name: `${month}.csv`, bytes: file }, 'salaries', { year: 2026, month })
  expect(checked).toMatchObject({ state: 'checked', counts: { rows: 12, error: 0 } })
  await admin.applies(checked.import_id)
}

beforeAll(async () => {
  if (missing) return
  smtp = await startSmtp()
  admin = await Administrator.sitsDown({ now: '2026-10-30T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example office', currency: 'EUR', zone: 'Europe/Lisbon' })
  await admin.setsUpMail(smtp)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await admin?.leaves()
  await smtp?.close()
})

async function opens(): Promise<Page> {
  const page = await newWindow(browser)
  await page.goto((await admin.ask('POST', '/api/session/link')).body.url)
  await page.getByRole('link', { name: 'Pay runs', exact: true }).waitFor()
  return page
}

test('a first pay run by mouse: period, prepare, the missing salary typed in place, approve, send', async ({
  skip,
}) => {
  skip(Boolean(missing), missing)
  await brings(
    salaries((index) => [index === 7 || index === 9 ? '' : `${1800 + index * 50}`, '0']),
    'OCT',
  )
  const page = await opens()
  const errors = watch(page)
  await page.getByRole('link', { name: 'Pay runs', exact: true }).click()
  await page.getByText('No pay period yet.').waitFor()
  await inBothThemes(page, 'pay-runs-empty')

  await page.getByRole('link', { name: 'New period' }).click()
  await page.getByLabel('First day').fill('2026-10-01')
  await page.getByLabel('Last day').fill('2026-10-31')
  await page.getByLabel('It runs by itself').check()
  await page.getByLabel('Days before the end').fill('99')
  await page.getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Which day: before the end of the period' }).click()
  await page.getByRole('menuitem', { name: 'on the last day of the period' }).click()
  await page.getByText('It runs on Sat 31 Oct 2026, 02:00').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'October 2027' }).getByText('31 Oct 2027').waitFor()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await inBothThemes(page, 'pay-run-new')
  await page.getByRole('button', { name: 'Make the period' }).click()

  await page.getByText('Not due yet').waitFor()
  await inBothThemes(page, 'pay-run-prepare')
  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByText('2 payslips cannot be computed: Hana Example').waitFor()
  expect(await page.getByRole('button', { name: 'Approve 12 payslips' }).isDisabled()).toBe(true)
  await inBothThemes(page, 'pay-run-error')

  const salary = page.getByLabel('Salary of Hana Example per month, EUR')
  await salary.fill('a lot')
  await salary.press('Enter')
  await page.getByText('“a lot” is no amount.').waitFor()
  await salary.fill('2150.00')
  // What is being typed for another stays beside that other while the run is computed again.
  const other = page.getByLabel('Salary of Jonas Example per month, EUR')
  await other.fill('2250')
  await salary.press('Enter')
  await page.getByText('1 payslip cannot be computed: Jonas Example').waitFor()
  expect(await other.inputValue()).toBe('2250')
  await page.getByRole('button', { name: 'Save and recalculate' }).click()
  await page.getByText('12 people will be paid 24,900.00 EUR').waitFor()

  await page.getByRole('button', { name: 'Approve 12 payslips' }).click()
  await page.getByText('12 payslips made').waitFor()
  await inBothThemes(page, 'pay-run-approved')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Open all in one PDF' }).click()
  expect((await download).suggestedFilename()).toBe('payslips-2026-10.pdf')

  await page.getByRole('button', { name: 'Send 12 payslips' }).click()
  await smtp.arrived(12)
  await page.getByText('Accepted by the mail server').waitFor()
  await page.getByText('12 ×').first().waitFor()
  await page.getByText('12 payslips handed to the outbox').waitFor()
  expect(new Set(smtp.received.map((mail) => mail.envelopeTo[0])).size).toBe(12)
  await inBothThemes(page, 'pay-run-sent')
  // The rule that cannot be was refused.
  expect(errors.filter((one) => !one.includes('422'))).toEqual([])
  await page.close()
})

test('the second month by keyboard alone: what changed stands first, each amount explains itself', async ({ skip }) => {
  skip(Boolean(missing), missing)
  await brings(
    salaries((index) => [
      index === 2 ? '2300' : `${index === 7 ? 2150 : 1800 + index * 50}`,
      index === 0 ? '22' : '0',
      index === 11 ? '2026-11-20' : '',
    ]),
    'NOV',
  )
  const page = await opens()
  const errors = watch(page)
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())
  /** Tab until the control of this name has the focus. */
  const tabTo = async (name: string) => {
    await isThere(page, new RegExp(name))
    for (let stops = 0; stops < 120; stops++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const one = document.activeElement
        const label = one?.getAttribute('aria-label') ?? (one as HTMLInputElement | null)?.labels?.[0]?.textContent
        return (label ?? one?.textContent ?? '').trim()
      })
      if (at.startsWith(name) || at.endsWith(name)) return
    }
    throw new Error(`Tab does not reach “${name}”`)
  }
  await tabTo('Pay runs')
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Pay runs' }).waitFor()
  await tabTo('New period')
  await press('Enter')
  // The month after the last, with its rule.
  await hasFocus(page, page.getByLabel('First day'))
  await page.getByText('It runs on Mon 30 Nov 2026, 02:00').waitFor()
  expect(await page.getByLabel('First day').inputValue()).toBe('2026-11-01')
  await tabTo('Make the period')
  await press('Enter')
  await page.getByText('Not due yet').waitFor()
  await tabTo('Run now')
  await press('Enter')
  await page.getByRole('button', { name: 'Approve 12 payslips' }).waitFor()
  await page.getByText('Overtime 22 h').waitFor()
  await page.getByText('Base pay 1,900.00 → 2,300.00').waitFor()
  await page.getByText('Left 20 Nov 2026: 20 of 30 days').waitFor()
  await page.getByText('Little change').waitFor()
  await inBothThemes(page, 'pay-run-review')

  await tabTo('explain the net of Ana Example')
  await press('Enter')
  await page.getByRole('heading', { name: 'Ana Example, net 2,075.00 EUR' }).waitFor()
  await tabTo('Overtime')
  await press('Enter')
  await page.getByText('22 × 12.50').waitFor()
  await page.getByText('NOV.csv, row 2').waitFor()
  await inBothThemes(page, 'pay-run-explain')
  await press('Escape')
  await page.getByRole('heading', { name: 'Ana Example' }).waitFor({ state: 'detached' })

  await tabTo('Approve 12 payslips')
  await press('Enter')
  await page.getByText('12 payslips made').waitFor()
  await tabTo('Send 12 payslips')
  await press('Enter')
  await smtp.arrived(24)
  await page.getByText('12 payslips handed to the outbox').waitFor()
  await page.getByText('Accepted by the mail server').waitFor()
  expect(errors).toEqual([])
  await page.close()
})
