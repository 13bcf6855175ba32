import { messyFile } from './messy-file.mjs'
import { oldSheet } from './old-sheet.mjs'

// Each entry is [name, address] or [name, address, what to do on the page before the picture]. An address may be a
// function of what `prepare` made of the office. Entries are taken in their order.

const says = (text) => (page) => page.getByText(text).first().waitFor()

/** The list of offices is the desktop window's: here the page is told one, as its shell would. */
async function asDesktop(page) {
  await page.addInitScript(() => {
    const office = {
      label: null,
      keepsWorking: true,
      isShown: false,
      isAttached: false,
      running: 0,
      needs: 0,
      closing: null,
      reason: null,
    }
    const closing = [{ task: 'payroll.process_payroll_period', n: 1, progress: { current: 120, total: 300 } }]
    const offices = [
      { id: '1a1a1a1a', name: 'Almeida & Okafor', standing: 'open', isShown: true, needs: 3 },
      { id: '2b2b2b2b', name: 'Sunrise School', standing: 'background', needs: 1, running: 2 },
      { id: '3c3c3c3c', name: 'Old books 2024', standing: 'closed', keepsWorking: false },
      { id: '4d4d4d4d', name: 'Harbour taxes', standing: 'missing' },
      { id: '5e5e5e5e', name: 'North clinic', standing: 'closing', keepsWorking: false, closing },
    ].map((one) => ({ ...office, folder: `/home/office/${one.name}`, ...one }))
    window.daybook = {
      onFiles: () => () => undefined,
      onOffice: () => () => undefined,
      onOffices(listener) {
        listener({ offices, notice: null })
        return () => undefined
      },
    }
  })
  await page.reload()
  await page.getByText('Sunrise School').first().waitFor()
}

const empty = {
  name: 'empty',
  screens: [
    ['first-start', '/today'],
    ['start', '/start'],
    ['imports-empty', '/imports'],
    ['people-empty', '/people'],
    ['charts-empty', '/charts'],
    ['pay-runs-empty', '/pay-runs'],
    ['tasks-empty', '/tasks'],
    ['schedules-empty', '/schedules'],
    ['outbox-empty', '/outbox'],
    ['audit-empty', '/audit'],
    ['settings-users-alone', '/settings/users'],
  ],
}

const sample = {
  name: 'sample',
  args: ['--sample'],
  async prepare({ ask, drop, first, until }) {
    const options = JSON.stringify({ year: 2026, month: 11 })
    const messy = await drop('Salaries November 2026.csv', messyFile(), { kind: 'salaries', options })
    await until(`/api/imports/${messy}`, ({ state }) => state === 'mapping')
    const { items: periods } = await ask('GET', '/api/payroll/periods')
    const paid = periods.find(({ runs }) => runs[0]?.status === 'paid')
    const failed = await ask('POST', '/api/tasks', {
      task: 'payroll.process_payroll_period',
      args: { period_id: paid.id },
    })
    await until(`/api/tasks/${failed.task_id}/`, ({ ready }) => ready)
    const { items: imports } = await ask('GET', '/api/imports')
    const draft = periods.find(({ runs }) => runs[0]?.status === 'draft')
    const trial = await ask('POST', `/api/payroll/periods/${draft.id}/trial`)
    await until(`/api/tasks/${trial.task_id}/`, ({ ready }) => ready)
    const sheet = await drop('November, old sheet.csv', await oldSheet(ask, trial.run_id), {
      kind: 'pay_sheet',
      options: JSON.stringify({ run_id: trial.run_id }),
    })
    await until(`/api/imports/${sheet}`, ({ state }) => state === 'checked')
    await ask('POST', `/api/imports/${sheet}/apply`, { rows: 'good' })
    await until(`/api/imports/${sheet}`, ({ state }) => state === 'applied')
    const review = await ask('GET', `/api/payroll/runs/${draft.runs[0].id}/review`)
    const { items: schedules } = await ask('GET', '/api/schedules')
    return {
      messy,
      failed: failed.task_id,
      done: (await first('/api/tasks?task=payroll.process_payroll_period&state=SUCCESS&limit=1')).task_id,
      checked: imports.find(({ state }) => state === 'checked').import_id,
      applied: imports.find(({ state }) => state === 'applied').import_id,
      person: (await first('/api/employees?limit=1')).id,
      paid: paid.id,
      draft: draft.id,
      trial: trial.run_id,
      slip: review.items.find(({ slip_id, reason }) => slip_id && !reason).slip_id,
      schedule: schedules.find(({ name }) => !name.startsWith('payroll period')).id,
      rule: schedules.find(({ name }) => name.startsWith('payroll period')).id,
      mail: (await first('/api/outbox?limit=1')).id,
    }
  },
  screens: [
    ['today', '/today'],
    ['imports', '/imports'],
    ['import-new', '/imports/new'],
    ['import-map', ({ messy }) => `/imports/${messy}`],
    [
      'import-check',
      ({ messy }) => `/imports/${messy}`,
      async (page) => {
        await page.getByRole('radio', { name: /Day first/ }).click()
        await page.getByRole('button', { name: 'Check the rows' }).click()
        await page.getByRole('grid').waitFor()
      },
    ],
    [
      'import-fix',
      ({ messy }) => `/imports/${messy}`,
      async (page) => {
        await page.getByRole('button', { name: 'Fix these rows…' }).first().click()
        await page.getByLabel('Replace by').fill('1700')
      },
    ],
    ['import-check-sample', ({ checked }) => `/imports/${checked}`],
    ['import-receipt', ({ applied }) => `/imports/${applied}`],
    ['import-undo', ({ applied }) => `/imports/${applied}/undo`],
    ['people', '/people'],
    ['person-new', '/people/new'],
    ['person', ({ person }) => `/people/${person}`],
    ['charts', '/charts'],
    ['charts-tables', '/charts?tables=headcount.departments.pay.overtime.attendance.against'],
    ['charts-people', '/charts/people?month=2026-10&currency=EUR'],
    ['attendance', '/attendance'],
    [
      'calculator',
      '/calculator',
      async (page) => {
        await page.getByLabel('Salary of the month').fill('2450')
        await page.getByLabel('Incentive').fill('120')
      },
    ],
    ['pay-runs', '/pay-runs'],
    ['pay-run-new', '/pay-runs/new'],
    [
      'pay-run-rule',
      '/pay-runs/new',
      async (page) => {
        await page.getByLabel('First day').fill('2027-01-01')
        await page.getByLabel('Last day').fill('2027-01-31')
        await page.getByRole('checkbox', { name: 'It runs by itself' }).check()
        await page.getByRole('button', { name: /^On a day off/ }).click()
        await page.getByRole('menuitem', { name: 'on a day off the working day before' }).click()
        await says('moved from')(page)
      },
    ],
    ['pay-run-review', ({ draft }) => `/pay-runs/${draft}`],
    ['pay-run-edit', ({ draft }) => `/pay-runs/${draft}/edit`],
    ['pay-run-explain', ({ draft, slip }) => `/pay-runs/${draft}/explain/${slip}/NET`],
    ['pay-run-trial', ({ draft, trial }) => `/pay-runs/${draft}/runs/${trial}`],
    ['pay-run-old-sheet', ({ draft, trial }) => `/pay-runs/${draft}/runs/${trial}/sheet`],
    [
      'pay-run-old-sheet-figure',
      ({ draft, trial }) => `/pay-runs/${draft}/runs/${trial}/sheet`,
      async (page) => {
        await page
          .getByRole('gridcell', { name: /^open difference/ })
          .first()
          .click()
        await page.getByLabel('Accepted, because').waitFor()
      },
    ],
    ['pay-run-paid', ({ paid }) => `/pay-runs/${paid}`],
    ['tasks', '/tasks'],
    ['tasks-failed', '/tasks?state=FAILURE'],
    ['task-failed', ({ failed }) => `/tasks/${failed}`],
    ['task-done', ({ done }) => `/tasks/${done}`],
    ['queues', '/tasks/queues'],
    ['schedules', '/schedules'],
    ['schedule-new', '/schedules/new'],
    ['schedule', ({ schedule }) => `/schedules/${schedule}`],
    ['schedule-of-rule', ({ rule }) => `/schedules/${rule}`],
    ['outbox', '/outbox'],
    ['mail', ({ mail }) => `/outbox/${mail}`],
    ['audit', '/audit'],
    ['settings-office', '/settings/office'],
    ['settings-components', '/settings/components'],
    ['settings-structures', '/settings/structures'],
    ['settings-rate-tables', '/settings/rate-tables'],
    ['settings-payslips', '/settings/payslips'],
    ['settings-tax-year', '/settings/tax-year'],
    ['settings-modules', '/settings/modules'],
    ['settings-mail', '/settings/mail'],
    ['settings-tasks', '/settings/tasks'],
    ['settings-backup', '/settings/backup'],
    ['settings-appearance', '/settings/appearance'],
    ['manual', '/manual', says('The rule is a sentence')],
    ['not-here', '/nowhere', says('Nothing at this address')],
    [
      'palette',
      '/today',
      async (page) => {
        await page.keyboard.press('Control+k')
        await page.getByRole('option').first().waitFor()
        await page.keyboard.type('pa')
      },
    ],
    // The last ones: from here on the page has a shell.
    ['offices', '/offices', (page) => asDesktop(page)],
    ['office', '/offices/2b2b2b2b'],
    [
      'offices-switcher',
      '/today',
      async (page) => {
        await page.keyboard.press('Control+Shift+O')
        await page.getByRole('option').first().waitFor()
      },
    ],
  ],
}

const OWNER = 'owner of the horse'

const shared = {
  name: 'shared',
  async prepare({ ask }) {
    await ask('PUT', '/api/settings/office', { name: 'Almeida & Okafor', currency: 'EUR', zone: 'Europe/Lisbon' })
    const [owner] = (await ask('GET', '/api/users')).items
    await ask('POST', '/api/rpc/users.set_passphrase', { id: owner.id, passphrase: OWNER })
    await ask('POST', '/api/users', { name: 'Vera', role: 'viewer', passphrase: 'vera of the moon' })
    await ask('POST', '/api/users', { name: 'Ngozi', role: 'manager', passphrase: 'ngozi of the sea' })
    return {}
  },
  screens: [
    ['locked', '/today', says('Daybook is locked')],
    [
      'settings-users',
      '/settings/users',
      async (page) => {
        await page.getByRole('textbox', { name: 'Passphrase' }).fill(OWNER)
        await page.keyboard.press('Enter')
        await page.getByText('Owner, owner').waitFor()
      },
    ],
    ['settings-user-new', '/settings/users/new'],
    ['settings-user', '/settings/users/2'],
    ['settings-passphrase', '/settings/passphrase'],
  ],
}

/** The offices of the pictures; each opens in an empty folder. */
export const offices = [empty, sample, shared]

/** What README.md shows: the picture here, the file there. */
export const shownInReadme = { today: 'today', 'import-check': 'imports-check', 'pay-run-review': 'pay-run-review' }
