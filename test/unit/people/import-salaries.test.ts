import { expect, test } from 'vitest'
import { setImportKinds } from '../../../jobs/imports'
import { people } from '../../../jobs/people'
import { importSalaries } from '../../../jobs/people/tasks/import-salaries'
import { dropFile, view } from '../../support/imports/import-file'
import { openTestDb } from '../../support/office-db'
import { runTask } from '../../support/run-task'

test('a stored file is imported for another month by its hash; one nobody stored is refused', async () => {
  setImportKinds(people.importKinds)
  const db = openTestDb()
  const options = { year: 2025, month: 'JAN' }
  const first = await dropFile(db, 'emp no;name;salary\n1;Ana;1000\n', { kind: 'salaries', name: 'pay.csv', options })
  const { sha256 } = view(db, first)
  const args = { sha256, year: 2025, month: 'FEB' }
  expect(importSalaries.key?.(importSalaries.args.parse(args))).toBe(`${sha256}/2025-02`)
  const ran = await runTask(db, importSalaries, args)
  expect(ran).toMatchObject({ error: null, result: { import_id: first + 1, task_id: '1' } })
  expect(ran.write.enqueued).toMatchObject([{ task: 'imports.check', args: { import_id: first + 1 } }])
  expect(view(db, first + 1)).toMatchObject({
    kind: 'salaries',
    file_name: 'pay.csv',
    options: { year: 2025, month: 2 },
  })
  const unknown = await runTask(db, importSalaries, { ...args, sha256: '0'.repeat(64) })
  expect(unknown.error?.code).toBe('people.file_not_stored')
})
