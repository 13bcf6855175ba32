import { inEmptyFolder, type Line, summary } from './measure'
import { ask, until, upload } from './office-client'
import { type Served, serve } from './served'

const EMPLOYEES = 5_000
const COMPONENTS = 20
const MONTH = { year: 2026, month: 1, salary_period: 'monthly' }
const PERIOD = { start_date: '2026-01-01', end_date: '2026-01-31', period_type: 'monthly', status: 'active' }

type Task = { ready: boolean; state: string; attempts: { started_at: string; finished_at: string }[] }
type Tasks = { items: { task_id: string }[] }

/** W7, payroll: a run of 5,000 employees × 20 components, and their payslips as PDF, a file each. What the tasks themselves took. */
export async function w7Payroll(runs: number): Promise<Line[]> {
  const run: number[] = []
  const pdf: number[] = []
  for (let n = 0; n < runs; n++) {
    const { runMs, slipsMs } = await inEmptyFolder(payrollDay)
    run.push(runMs)
    pdf.push(EMPLOYEES / (slipsMs / 1000))
  }
  return [
    summary('W7', 'payrun_ms', run, `${EMPLOYEES} × ${COMPONENTS}`),
    summary('W7', 'pdf_per_s', pdf, `${EMPLOYEES} payslips`),
  ]
}

/** `prepare`: what else the office is to have before it pays. */
export async function payrollDay(
  folder: string,
  prepare: (office: Served) => Promise<void> = async () => undefined,
): Promise<{ runMs: number; slipsMs: number }> {
  const office = await serve(folder)
  try {
    await setUp(office)
    await prepare(office)
    const { id: period } = (await ask(office, 'POST', '/api/payroll/periods/', PERIOD)) as { id: number }
    const { task_id } = (await ask(office, 'POST', `/api/payroll/periods/${period}/run`, { force: true })) as {
      task_id: string
    }
    const runMs = await tookMs(office, task_id)
    const { runs } = (await ask(office, 'GET', `/api/payroll/periods/${period}`)) as {
      runs: { id: number; employees: number }[]
    }
    const draft = runs[0]
    if (draft?.employees !== EMPLOYEES) throw new Error(`the run has ${draft?.employees} employees`)
    await ask(office, 'POST', `/api/payroll/runs/${draft.id}/approve`, {})
    const slips = await until(
      office,
      '/api/tasks?task=payroll.generate_payslips',
      ({ items }: Tasks) => items[0]?.task_id ?? null,
    )
    return { runMs, slipsMs: await tookMs(office, slips) }
  } finally {
    await office.end()
  }
}

/** From the start of its last attempt to its end. */
async function tookMs(office: Served, taskId: string): Promise<number> {
  const task = await until(office, `/api/tasks/${taskId}/`, (one: Task) => (one.ready ? one : null))
  const attempt = task.attempts.at(-1)
  if (task.state !== 'SUCCESS' || !attempt) throw new Error(`task ${taskId} ended in ${task.state}`)
  return Date.parse(attempt.finished_at) - Date.parse(attempt.started_at)
}

async function setUp(office: Served): Promise<void> {
  // Base pay and what is made of it; with base pay itself each slip has twenty lines.
  const made = Array.from({ length: COMPONENTS - 1 }, (_, n) => ({
    code: `PART_${n + 1}`,
    name: `Part ${n + 1}`,
    kind: n < 10 ? 'earning' : 'deduction',
    method: 'percent',
    rate_ppm: 5_000 + n * 500,
    base: ['BASE'],
    order: 300 + n,
  }))
  await ask(office, 'PUT', '/api/payroll/components', { items: made })
  const rows = Array.from(
    { length: EMPLOYEES },
    (_, n) => `${n + 1},Person ${n + 1},Team ${n % 9},${2_000 + (n % 900)}.00,2020-03-01`,
  )
  const csv = ['Employee number,Name,Department,Salary,Hire date', ...rows].join('\n')
  const { import_id: id } = await upload(office, 'salaries', 'salaries.csv', new TextEncoder().encode(csv), MONTH)
  const state = (wanted: string) => (view: { state: string }) => {
    if (view.state === 'refused' || view.state === 'mapping') throw new Error(`the salaries are ${view.state}`)
    return view.state === wanted
  }
  await until(office, `/api/imports/${id}`, state('checked'))
  await ask(office, 'POST', `/api/imports/${id}/apply`, { rows: 'all' })
  await until(office, `/api/imports/${id}`, state('applied'))
}
