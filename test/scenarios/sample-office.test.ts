import path from 'node:path'
import { test } from 'vitest'
import { openOffice } from '../../jobs/office'
import { tempFolder } from '../support/office-db'

test('time', async () => {
  const folder = tempFolder()
  const t = Date.now(),
    c = process.cpuUsage()
  const opened = await openOffice({
    folder,
    version: '0',
    testMode: false,
    scheduler: true,
    outbox: true,
    concurrency: 2,
    logLevel: 'info',
    bundles: path.resolve('dist/office'),
    sample: { seed: 1 },
    onProblem: (e) => console.log(e),
  })
  const u = process.cpuUsage(c)
  console.log('ms', Date.now() - t, 'cpu', (u.user + u.system) / 1000)
  const { db } = opened.office
  for (const table of [
    'party',
    'contract',
    'period',
    'pay_run',
    'slip',
    'task',
    'occurrence',
    'outbox',
    'audit',
    'import_batch',
    'salary_fact',
    'chart_agg',
    'document',
    'file',
    'notice',
  ])
    console.log(table, db.prepare(`select count(*) n from ${table}`).get())
  console.log(
    db
      .prepare(
        'select t.state, n.name, count(*) c, min(error) e from task t join task_name n on n.id=t.name_id group by 1,2',
      )
      .all(),
  )
  console.log(db.prepare('select status, count(*), sum(errors), sum(employees) from pay_run group by 1').all())
  console.log(db.prepare('select state, kind, count(*) n from outbox group by 1,2').all())
  console.log(
    db.prepare('select id, kind, state, reason, rows_n, error_n, warning_n, applied_n from import_batch').all(),
  )
  console.log(db.prepare("select * from slip where status='error'").all())
  await opened.close()
}, 60000)
