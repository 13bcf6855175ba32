import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { guideFile } from '../support/real-file'

// The office of guide 001: salaries by file, form and pay run, and the charts made of them.

let admin: Administrator
beforeAll(async () => {
  admin = await Administrator.sitsDown({ now: '2025-02-03T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Guide', currency: 'EUR', zone: 'Europe/Lisbon' })
}, 60_000)
afterAll(() => admin?.leaves())

/** The guide's “Test Celery is working”, as it stands there. */
const CALL = "task = sync_chart_data_batch_task.delay(tenant.id, 2025, 'JAN', 'excel')"
const guide = guideFile('001')

test.skipIf(guide.why !== '')('the call below is that of the guide', () => {
  const text = fs.readFileSync(guide.file, 'utf8')
  expect(text).toContain(CALL)
  expect(text).toContain('from excel_data.tasks import sync_chart_data_batch_task')
})

/** Its positional arguments; a tenant is an office, so the number of the first tenant is as good as any. */
const ARGS = [1, 2025, 'JAN', 'excel']
const HEADER =
  'name,employee_id,department,salary,days,absent,ot,charges,late,charge,amt/sal_ot,nett_payable,tds,advance,total_old_adv,incentive'
const JANUARY = [
  HEADER,
  'Ana,1,Sales,1000,20,2,10,5,0,0,1050,1050,0,0,0,0',
  'Rui,2,Sales,900,22,0,0,0,30,0.5,900,785,100,0,0,0',
  'Eva,3,Stores,800,21,1,0,0,0,0,800,700,0,100,400,0',
].join('\n')

async function runs(args: unknown, task = 'excel_data.tasks.sync_chart_data_batch_task') {
  const { status, body } = await admin.ask('POST', '/api/tasks', { task, args })
  expect(status).toBe(202)
  const done = await admin.until(`/api/tasks/${body.task_id}/`, (answer) => answer.body.ready && answer.body)
  expect(done.state).toBe('SUCCESS')
  return done.result
}
const charts = async (query = '') => (await admin.ask('GET', `/api/people/charts/series?month=2025-01${query}`)).body
const settled = () =>
  admin.until('/api/people/charts/series?month=2025-01', ({ body }) => body.rebuilding.length === 0 && body)
const brings = async (name: string, bytes: string, month: string) => {
  const checked = await admin.drops({ name, bytes }, 'salaries', { year: 2025, month })
  expect(checked).toMatchObject({ state: 'checked', counts: { error: 0 } })
  return admin.applies(checked.import_id)
}

test('the guide’s salary columns are taken over, and its call is accepted verbatim; the same inputs are a no-op', async () => {
  await brings('salary.csv', JANUARY, 'JAN')
  await settled()
  expect(await runs(ARGS)).toMatchObject({ month: '2025-01', state: 'unchanged', headcount: 3, sources: { excel: 3 } })
  const { totals, departments } = await charts()
  expect(totals.now).toMatchObject({
    headcount: 3,
    gross_minor: 275_000,
    net_minor: 253_500,
    overtime_minor: 5_000,
    average_gross_minor: 91_667,
    median_gross_minor: 90_000,
    present_days: 63,
    working_days: 66,
    attendance_ppm: 954_545,
  })
  expect(departments.map((one: { name: string; now: { headcount: number } }) => [one.name, one.now.headcount])).toEqual(
    [
      ['Sales', 2],
      ['Stores', 1],
    ],
  )
})

test('a form’s calculation counts only where no file speaks; the file’s row then takes its place, nothing is added', async () => {
  const employee = (
    await admin.ask('POST', '/api/employees', { name: 'Zoé', external_ref: '4', hire_date: '2025-01-01' })
  ).body
  const typed = {
    employee_id: employee.id,
    month: '2025-01',
    base_minor: 70_000,
    overtime_hours: '2',
    overtime_rate_minor: 500,
  }
  expect((await admin.ask('POST', '/api/people/calculator', typed)).body).toMatchObject({
    gross_minor: 71_000,
    problem: null,
  })
  const { status, body } = await admin.ask('POST', '/api/people/calculations', typed)
  expect(status).toBe(201)
  expect((await settled()).totals.now).toMatchObject({ headcount: 4, gross_minor: 346_000 })
  await brings('late.csv', `${HEADER}\nZoé,4,,600,20,0,0,0,0,0,600,600,0,0,0,0`, 'JAN')
  expect((await settled()).totals.now).toMatchObject({ headcount: 4, gross_minor: 335_000 })
  const { body: people } = await admin.ask('GET', '/api/people/charts/people?month=2025-01')
  expect(people.items.find((one: { name: string }) => one.name === 'Zoé')).toMatchObject({
    source: 'excel',
    origin: { kind: 'import', file_name: 'late.csv', row: 2 },
  })
  expect((await admin.ask('POST', `/api/people/calculations/${body.id}/undo`, {})).status).toBe(200)
  expect((await settled()).totals.now).toMatchObject({ gross_minor: 335_000 })
  expect((await admin.ask('POST', `/api/people/calculations/${body.id}/undo`, {})).status).toBe(409)
})

test('an approved pay run speaks before the file, and the days that the file told still count', async () => {
  const period = { start_date: '2025-01-01', end_date: '2025-01-31', period_type: 'monthly', status: 'active' }
  const id = await admin.createsPeriod(period)
  await admin.ask('POST', `/api/payroll/periods/${id}/run`, { force: true })
  const draft = await admin.seesDraft(id)
  expect((await admin.approves(draft.id)).status).toBe(200)
  const series = await settled()
  expect(series.totals.now).toMatchObject({ headcount: 4, gross_minor: draft.gross_minor, present_days: 83 })
  const { body } = await admin.ask('GET', '/api/people/charts/people?month=2025-01')
  expect(body.items.every((one: { source: string; slip: object | null }) => one.source === 'payroll' && one.slip)).toBe(
    true,
  )
  expect(await runs(ARGS)).toMatchObject({ state: 'unchanged', sources: { payroll: 4, excel: 0, form: 0 } })
})

test('an import that is undone takes its bars with it', async () => {
  const done = await brings('february.csv', JANUARY, 'FEB')
  const february = '/api/people/charts/series?month=2025-02'
  await admin.until(february, ({ body }) => body.totals.now?.headcount === 3 && body.rebuilding.length === 0)
  await admin.ask('POST', `/api/imports/${done.import_id}/undo`, {})
  await admin.until(`/api/imports/${done.import_id}`, ({ body }) => body.state === 'undone')
  await admin.until(february, ({ body }) => body.totals.now === null && body.rebuilding.length === 0)
})

test('aggregates that nobody refreshed for 90 days are dropped by the guide’s cleanup and rebuilt when they are opened', async () => {
  await admin.ask('POST', '/api/test/clock', { advance_seconds: 91 * 86_400 })
  const dropped = await runs([], 'excel_data.tasks.cleanup_old_chart_data')
  expect(dropped).toMatchObject({ months: 1, dropped: [{ month: '2025-01' }] })
  const opened = await charts()
  expect(opened).toMatchObject({ rebuilding: ['2025-01'], totals: { now: null } })
  expect((await settled()).totals.now).toMatchObject({ headcount: 4, present_days: 83 })
})

test('every chart is saved as CSV and as a workbook, and so are the people behind it', async () => {
  for (const chart of ['headcount', 'departments', 'pay', 'overtime', 'attendance', 'against']) {
    for (const format of ['csv', 'xlsx']) {
      const answer = await fetch(`${admin.at.address}/api/exports/charts/${chart}.${format}?month=2025-01`, {
        headers: { authorization: `Bearer ${admin.at.token}` },
      })
      expect(answer.status).toBe(200)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(new TextDecoder().decode(bytes.slice(0, 2)) === 'PK').toBe(format === 'xlsx')
      if (chart === 'attendance' && format === 'csv')
        expect(new TextDecoder().decode(bytes)).toContain('2025-01,83,86,96.51')
    }
  }
  const people = await fetch(`${admin.at.address}/api/exports/chart-people.csv?month=2025-01&department=none`, {
    headers: { authorization: `Bearer ${admin.at.token}` },
  })
  expect((await people.text()).split('\r\n')[1]).toContain('Zoé')
})
