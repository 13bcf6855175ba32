import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
const period = async (id: number) => (await office.api('GET', `/api/payroll/periods/${id}`)).body

async function opensNew(page: Page, first: string, last: string): Promise<void> {
  await goTo(page, 'pay-runs/new')
  await page.getByLabel('First day').fill(first)
  await page.getByLabel('Last day').fill(last)
  await page.getByRole('checkbox', { name: 'It runs by itself' }).check()
  await page.getByRole('group', { name: 'When it runs, and what follows' }).waitFor()
}

/** Opens a word of the sentence by keyboard and takes a choice with the arrow keys. */
async function chooses(page: Page, word: RegExp, choice: string): Promise<void> {
  await page.getByRole('button', { name: word }).press('Enter')
  await page.locator('[role=menu]:focus, [role=menu] :focus').waitFor() // an arrow pressed before goes to the word
  const isMeant = page.getByRole('menuitem', { name: choice, exact: true }).and(page.locator(':focus'))
  // The arrows go from one to the next; the one that has the keys is the one that Enter takes.
  const items = await page.getByRole('menuitem').count()
  for (let presses = 0; presses < items && (await isMeant.count()) === 0; presses++)
    await page.keyboard.press('ArrowDown')
  await isMeant.waitFor()
  await page.keyboard.press('Enter')
  // The keys are back on the word a moment after the list has closed; until then they could be taken from the next word.
  await page.getByRole('button', { name: word }).and(page.locator(':focus')).waitFor()
}

office.flow('a rule is put together by keyboard, and what it comes to stands beside', 'pay-runs', async (page) => {
  await office.api('POST', '/api/rpc/holidays.add', { date: '2027-02-26', name: 'Founding day' })
  await goTo(page, 'pay-runs/new')
  await expect.poll(() => page.getByLabel('First day').inputValue()).toBe('2026-11-01') // the office's month
  expect(await page.getByLabel('Last day').inputValue()).toBe('2026-11-30')
  await opensNew(page, '2027-01-01', '2027-01-31')
  const beside = page.getByRole('complementary', { name: 'When it runs, now and in the next twelve periods' })
  await beside.getByText('Thu 28 Jan 2027, 02:00').waitFor()
  expect(
    await beside.getByRole('list', { name: 'The same rule on the next twelve' }).getByRole('listitem').count(),
  ).toBe(12)

  await page.getByLabel('Days before the end').fill('1')
  await beside.getByText('Sat 30 Jan 2027, 02:00').waitFor()
  await chooses(page, /^On a day off/, 'on a day off the working day before')
  await beside.getByText('Fri 29 Jan 2027, 02:00').waitFor()
  await beside.getByText('moved from 30 Jan 2027, a day off').waitFor()
  await page.getByLabel('Days before the end').fill('2')
  // The 26th of February is a holiday by name.
  await beside.getByRole('listitem').filter({ hasText: 'February 2027' }).getByText('Thu 25 Feb 2027').waitFor()
  await beside.getByText('moved from 26 Feb 2027, Founding day').waitFor()
  await page.getByLabel('Time', { exact: true }).fill('18.30')
  await page.getByLabel('Time', { exact: true }).press('Tab')
  await beside.getByText('Fri 29 Jan 2027, 18:30').waitFor()
  await chooses(page, /^What becomes of the draft/, 'it is approved by itself where nothing needs a look')
  await page.getByText('The office’s own address is not set yet').waitFor()
  expect(await page.getByRole('link', { name: 'Set it under Settings, Office' }).getAttribute('href')).toBe(
    '#/settings/office',
  )
  await inBothThemes(page, 'rule-no-address')
  await page.getByLabel('Mail addresses, with commas between').fill('finance@example.org')
  await page.getByText('The office’s own address is not set yet').waitFor({ state: 'detached' })
  await beside.getByText('is caught up at the next start').waitFor()
  await inBothThemes(page, 'rule-sentence')

  // The whole is read to whoever does not see it, in the words that lists and the audit use.
  const said =
    'It runs 2 days before the end of the period at 18:30, on a day off the working day before. Then it is approved by itself where nothing needs a look, and mail goes to finance@example.org.'
  await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(said)
  await page.getByRole('button', { name: 'Make the period' }).click()
  await page.getByRole('button', { name: 'Make the period' }).waitFor({ state: 'detached' })
  await page.getByText(said).waitFor()
  const made = (await office.api('GET', '/api/payroll/periods')).body.items[0]
  expect(await period(made.id)).toMatchObject({
    automation_rule: {
      days_before_end: 2,
      time: '18:30',
      working_day: 'before',
      outcome: 'approve',
      notification_emails: ['finance@example.org'],
    },
    rule_sentence: said,
  })
  await goTo(page, 'audit')
  await page.getByText(said).waitFor()

  // It is opened again as it was saved.
  await goTo(page, `pay-runs/${made.id}/edit`)
  expect(await page.getByLabel('Days before the end').inputValue()).toBe('2')
  expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('18:30')
  await page.getByRole('button', { name: 'On a day off: on a day off the working day before' }).waitFor()

  // The next one follows it, with the same rule: it needs no word.
  await goTo(page, 'pay-runs/new')
  await page.getByText('It runs on Thu 25 Feb 2027, 18:30').waitFor()
  expect(await page.getByLabel('First day').inputValue()).toBe('2027-02-01')
  expect(await page.getByLabel('Last day').inputValue()).toBe('2027-02-28')
  await inBothThemes(page, 'pay-run-new-next')
  await page.getByRole('button', { name: 'Make the period' }).click()
  await page.getByRole('heading', { name: 'February 2027' }).first().waitFor()
  const next = (await office.api('GET', '/api/payroll/periods')).body.items[0]
  expect(next).toMatchObject({ start_date: '2027-02-01', description: 'February 2027', rule_sentence: said })
})

office.flow(
  'a cron expression is read back and linted, a day of its own says nothing of other periods',
  'pay-runs',
  async (page) => {
    await opensNew(page, '2027-03-01', '2027-03-31')
    const beside = page.getByRole('complementary', { name: 'When it runs, now and in the next twelve periods' })
    await chooses(page, /^Which day/, 'on the day that a cron expression names')
    await page.getByLabel('Cron expression', { exact: true }).fill('0 2 31 * *')
    await page.getByText('0 2 31 * * means: At 02:00, on day 31 of the month.').waitFor()
    await beside.getByText('Wed 31 Mar 2027, 02:00').waitFor()
    await beside.getByText(/April, June/).waitFor() // months without a 31st
    await beside
      .getByRole('listitem')
      .filter({ hasText: 'April 2027' })
      .getByText('no time of the expression lies in it')
      .waitFor()
    await inBothThemes(page, 'rule-cron')
    await page.getByLabel('Cron expression', { exact: true }).fill('every day')
    await page.getByRole('alert').waitFor()

    await chooses(page, /^Which day/, 'on a day of this period alone')
    await chooses(page, /^Time or cron expression/, 'at a time')
    await page.getByLabel('On this day', { exact: true }).fill('2027-03-26')
    await page.getByText('It runs on Fri 26 Mar 2027, 18:30').waitFor()
    await beside.getByText('A rule that names a day is this period’s alone.').waitFor()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  },
)

office.flow('a period of the past says what is caught up and what is missed', 'pay-runs', async (page) => {
  const beside = page.getByRole('complementary', { name: 'When it runs, now and in the next twelve periods' })
  await opensNew(page, '2026-09-01', '2026-09-30')
  await beside.getByText('missed: it would wait for your click').first().waitFor()
  // October ended more than seven days ago too; November has not ended.
  expect(await beside.getByText('missed: it would wait for your click').count()).toBe(2)
  await page.getByLabel('First day').fill('2026-11-01')
  await page.getByLabel('Last day').fill('2026-11-30')
  await page.getByLabel('Days before the end').fill('6')
  await beside.getByText('has passed: it runs as soon as the period is there').waitFor()
  await inBothThemes(page, 'rule-past')
})

office.flow('the sentence fits a narrow and a wide window', 'pay-runs', async (page) => {
  await opensNew(page, '2027-05-01', '2027-05-31')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await inBothThemes(page, 'rule-sentence-wide')
  await page.setViewportSize({ width: 640, height: 800 })
  await inBothThemes(page, 'rule-sentence-narrow')
})
