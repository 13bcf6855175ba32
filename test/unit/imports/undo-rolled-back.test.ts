import { expect, test } from 'vitest'
import { startUndo } from '../../../jobs/imports'
import { undoImport } from '../../../jobs/imports/tasks/undo'
import { undoStep } from '../../../jobs/imports/undo'
import { apply, contentOf, dropFile, view } from '../../support/imports/import-file'
import { officeOfAllKinds } from '../../support/imports/office-files'
import { testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'

const csv = (rows: number, department: string) =>
  `Employee number,Name,Department\n${Array.from({ length: rows }, (_, n) => `E${n},Person ${n},${department}`).join('\n')}\n`

test('a step of an undo whose transaction did not stand is done again, and nothing is left out', async () => {
  const db = officeOfAllKinds()
  await apply(db, await dropFile(db, csv(600, 'Sales'), { kind: 'employees', name: 'first.csv' }))
  const before = contentOf(db)
  const id = await dropFile(db, csv(1_500, 'Stock'), { kind: 'employees', name: 'second.csv' })
  await apply(db, id)
  db.transaction(() => startUndo(testWrite(db), id))()
  const step = db.transaction((isLost: boolean) => {
    const more = undoStep(testWrite(db), id)
    if (isLost) throw new Error('the disk is full')
    return more
  })
  for (const kept of [1, 2, 3]) {
    for (let n = 0; n < kept; n++) expect(step(false)).toBe(true)
    expect(() => step(true)).toThrow('the disk is full')
  }
  await runTask(db, undoImport, { import_id: id })
  expect(view(db, id)).toMatchObject({ state: 'undone' })
  expect(contentOf(db)).toEqual(before)
})
