import { inEmptyFolder, type Line, summary } from './measure'
import { ask, until, upload } from './office-client'
import { type Served, serve } from './served'

const EMPLOYEES = 5_000
const COMPONENTS = 20
const MONTH = { year: 2026, month: 1, salary_period: 'monthly' }
const PERIOD = { start_date: '2026-01-01', end_date: '2026-01-31', period_type: 'monthly', status: 'active' }

type Task = { ready: boolean; state: string; attempts: { started_at: string; finished_at: string }[] }
type Tasks = { items: { task_id: string }[] }

/**
 * W7, payroll: a run of 5,000 employees × 20 components, and their payslips as PDF, a file each. `payrun_ms` and `pdf_per_s`
 * are what the tasks themselves took; `payrun_compute_ms` is from the click to the draft, `payrun_with_pdfs_ms` that and from
 * the approval to the last payslip.
 */
export async function w7Payroll(runs: number): Promise<Line[]> {
  const run: number[] = []
  const compute: number[] = []
  const withPdfs: number[] = []
  const pdf: number[] = []
  for (let n = 0; n < runs; n++) {
    const day = await inEmptyFolder((folder) => payrollDay(folder))
    run.push(day.run.tookMs)
    compute.push(day.run.sinceMs)
    withPdfs.push(day.run.sinceMs + day.slips.sinceMs)
    pdf.push(EMPLOYEES / (day.slips.tookMs / 1000))
  }
  const size = `${EMPLOYEES} × ${COMPONENTS}`
  return [
    summary('W7', 'payrun_ms', run, size),
    summary('W7', 'payrun_compute_ms', compute, size),
    summary('W7', 'payrun_with_pdfs_ms', withPdfs, size),
    summary('W7', 'pdf_per_s', pdf, `${EMPLOYEES} payslips`),
  ]
}

/** `prepare`: what else the office is to have before it pays. */
export async function payrollDay(
  folder: string,
  prepare: (office: Served) => Promise<void> = async () => undefined,
): Promise<{ run: Took; slips: Took }> {
  const office = await serve(folder)
  try {
    await setUp(office)
    await prepare(office)
    const { id: period } = (await ask(office, 'POST', '/api/payroll/periods/', PERIOD)) as { id: number }
    const clicked = Date.now()
    const { task_id } = (await ask(office, 'POST', `/api/payroll/periods/${period}/run`, { force: true })) as {
      task_id: string
    }
    const run = await took(office, task_id, clicked)
    const { runs } = (await ask(office, 'GET', `/api/payroll/periods/${period}`)) as {
      runs: { id: number; employees: number }[]
    }
    const draft = runs[0]
    if (draft?.employees !== EMPLOYEES) throw new Error(`the run has ${draft?.employees} employees`)
    const approved = Date.now()
    await ask(office, 'POST', `/api/payroll/runs/${draft.id}/approve`, {})
    const slips = await until(
      office,
      '/api/tasks?task=payroll.generate_payslips',
      ({ items }: Tasks) => items[0]?.task_id ?? null,
    )
    return { run, slips: await took(office, slips, approved) }
  } finally {
    await office.end()
  }
}

/** Milliseconds from the start of its last attempt to its end, and from a click to its end. */
type Took = { tookMs: number; sinceMs: number }

async function took(office: Served, taskId: string, clicked: number): Promise<Took> {
  const task = await until(office, `/api/tasks/${taskId}/`, (one: Task) => (one.ready ? one : null))
  const attempt = task.attempts.at(-1)
  if (task.state !== 'SUCCESS' || !attempt) throw new Error(`task ${taskId} ended in ${task.state}`)
  const ended = Date.parse(attempt.finished_at)
  return { tookMs: ended - Date.parse(attempt.started_at), sinceMs: ended - clicked }
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
