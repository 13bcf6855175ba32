import { test } from 'vitest'
import { setImportKinds } from '../../../jobs/imports'
import { employeesKind } from '../../../jobs/people/kinds/employees'
import { toXlsx } from '../../../jobs/imports/files/xlsx'
import { apply, dropFile, undo, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'
const N = 50000
const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000
test.each(['members', 'employees'])('perf %s', async (kind) => {
  setImportKinds([membersKind, employeesKind])
  const db = openTestDb()
  const isE = kind === 'employees'
  const headers = isE
    ? ['Employee number', 'First name', 'Last name', 'Department', 'E-mail', 'Phone', 'Hired on', 'A', 'B', 'C', 'D', 'E']
    : ['No', 'Name', 'Mail', 'Member since', 'Fee', 'A', 'B', 'C', 'D', 'E', 'F', 'G']
  const rows = Array.from({ length: N }, (_, i) =>
    isE
      ? [`${i + 1}`, `Given${i}`, `Family${i}`, `Dept ${i % 20}`, `p${i}@example.org`, `+3519${10000000 + i}`, '2024-05-06', 'x', 'some text', i, 'y', 'z']
      : [`${i + 1}`, `Member Number ${i}`, `m${i}@example.org`, '2024-05-06', '12.50', 'x', 'some text', i, 'y', 'z', 'q', 'w'],
  )
  const bytes = toXlsx({ name: 'T', headers, rows })
  const m = async (what: string, work: () => Promise<unknown>) => { const w = performance.now(); const c = cpu(); const r = await work(); console.log(kind, what, 'wall', Math.round(performance.now() - w), 'cpu', Math.round(cpu() - c)); return r }
  const id = (await m('check', () => dropFile(db, new Uint8Array(bytes), { kind, name: 'a.xlsx' }))) as number
  console.log(view(db, id).counts.create)
  await m('apply', () => apply(db, id, 'good'))
  await m('undo', () => undo(db, id))
}, 120000)
