import { expect, test } from 'vitest'
import { areas } from '../../jobs/areas'
import { type AnyTask, QUEUES } from '../../jobs/engine/define-task'
import { limitsOf, priorityOf, retryDelaySeconds, retryOf } from '../../jobs/engine/registry'

// The queues, limits and retries that the guides promise, held against every task there is.

const tasks = areas.flatMap((area) => area.tasks)
const of = (pattern: RegExp): AnyTask[] => tasks.filter(({ name }) => pattern.test(name))

test.each<[keyof typeof QUEUES, RegExp]>([
  ['payroll', /^payroll\.(auto_run_payroll|cleanup_old_payroll_locks)$/],
  ['processing', /^payroll\.(?!auto_run_payroll|cleanup_old_payroll_locks)/],
  ['chart_sync', /^people\.sync_chart_data_batch$/],
  ['academic', /^school\.bulk_upload_(students|classrooms|marks)$/],
  ['users', /^(school\.bulk_upload_(teachers|parents)|mail\.send_email)$/],
  ['notifications', /^notify\./],
  ['invoices', /^maintenance\.cleanup_old_tasks$/],
  ['maintenance', /^(maintenance\.(backup|collect_files)|people\.cleanup_old_chart_data)$/],
  ['default', /^(imports\.|people\.import_salaries$)/],
])('the queue %s gets what it is for', (queue, pattern) => {
  const found = of(pattern)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((task) => task.queue !== queue).map(({ name }) => name)).toEqual([])
  const usual = found.filter(({ name }) => name !== 'notify.test_mail') // somebody sits and waits for it
  expect(usual.map((task) => priorityOf(task, task.queue))).toEqual(usual.map(() => QUEUES[queue]))
})

test('payroll has five and ten minutes, everything else twenty-five and thirty', () => {
  for (const task of tasks) {
    const [softSeconds, hardSeconds] = task.name.startsWith('payroll.') ? [300, 600] : [1500, 1800]
    expect(limitsOf(task), task.name).toEqual({ softSeconds, hardSeconds })
  }
})

test('three more tries, after 60, 120 and 240 seconds; of payroll and charts each after 60', () => {
  // A test is not repeated, and payslips that are still being made are waited for in short steps.
  const others = tasks.filter(({ name }) => name !== 'notify.test_mail' && name !== 'payroll.send_payslips')
  for (const task of others) {
    const delays = Array.from({ length: retryOf(task).max }, (_, retries) => retryDelaySeconds(task, retries))
    const isFixed = /^payroll\.|^people\.sync_chart/.test(task.name)
    expect(delays, task.name).toEqual(isFixed ? [60, 60, 60] : [60, 120, 240])
  }
})

test('the guides’ schedules stand as they were written', () => {
  const found = areas
    .flatMap((area) => area.schedules)
    .map(({ task, cron, expiresSeconds = null, misfire = 'latest' }) => [task, cron, expiresSeconds, misfire])
  expect(found).toEqual(
    expect.arrayContaining([
      ['payroll.auto_run_payroll', '0 2 * * *', 3600, 'latest'],
      ['payroll.cleanup_old_payroll_locks', '0 * * * *', 300, 'latest'],
      ['people.cleanup_old_chart_data', '0 2 * * 0', null, 'latest'],
      ['maintenance.cleanup_old_tasks', '0 3 * * *', null, 'latest'],
      ['maintenance.backup', '0 3 * * *', null, 'latest'],
    ]),
  )
})
