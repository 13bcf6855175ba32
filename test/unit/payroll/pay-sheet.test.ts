import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { areas } from '../../../jobs/areas'
import type { Write } from '../../../jobs/engine/write'
import { exportOf, importKind, kindHere, setImportKinds } from '../../../jobs/imports'
import { acceptDifferences, reopenCell } from '../../../jobs/payroll/sheets/accept'
import { besideSheet, onceCompared } from '../../../jobs/payroll/sheets/comparison'
import { requestTrial } from '../../../jobs/payroll/supplementary/request-trial'
import { answer, apply, contentOf, dropFile, fix, undo, view } from '../../support/imports/import-file'
import { TEST_NOW } from '../../support/office-db'
import { supplementaryOffice } from './supplementary-office'

beforeEach(() => setImportKinds(areas.flatMap((area) => area.importKinds)))

async function ready() {
  const office = await supplementaryOffice()
  const people = {
    ana: await office.hire('Ana Costa', 200_000),
    bo: await office.hire('Bo Ek', 300_050),
    cy: await office.hire('Cy Long', 100_000),
  }
  const march = await office.month(3)
  const { runId, taskId } = await office.write((w) => requestTrial(w, march))
  expect((await office.engine.finished(taskId)).state).toBe('SUCCESS')
  return { ...office, ...people, runId }
}
async function lay(db: Db, runId: number, csv: string | Uint8Array, name = 'sheet.csv'): Promise<number> {
  const id = await dropFile(db, csv, { kind: 'pay_sheet', name, options: { run_id: runId } })
  const { state, questions, errors, reason } = view(db, id)
  expect({ state, questions, errors, reason }).toEqual({ state: 'checked', questions: [], errors: [], reason: null })
  expect((await apply(db, id)).error).toBe(null)
  return id
}

const states = async (db: Db, runId: number) => {
  const { comparison, people } = await besideSheet(db, runId)
  return Object.fromEntries(
    comparison.people.map((person) => [
      people.get(person.who)?.name,
      [person.side, ...person.cells.map((cell) => `${cell.column} ${cell.differenceMinor} ${cell.state}`)],
    ]),
  )
}

test('a sheet is read by the importer, its people matched, every cell compared', async () => {
  const { db, runId, ana, bo } = await ready()
  const csv = `Emp No,Employee,Basic Salary,Tax,Net Pay\nE${ana},Ana Costa,"2,000.00",0,"2,000.00"\n,"Ek, Bo","3,000.50",10.00,"2,990.50"\nX9,Dee Gone,500.00,,500.00\n`
  await lay(db, runId, csv)
  expect(await states(db, runId)).toEqual({
    'Ana Costa': ['both', 'BASE 0 same', 'TDS 0 same', 'net 0 same'],
    'Bo Ek': ['both', 'BASE 0 same', 'TDS -1000 open', 'net 1000 follows'],
    'Cy Long': ['run', 'BASE 100000 open', 'TDS 0 same', 'net 100000 follows'],
    'Dee Gone': ['sheet', 'BASE -50000 open', 'TDS 0 same', 'net -50000 follows'],
  })
  const found = await besideSheet(db, runId)
  expect(found.people.get(`party:${bo}`)).toMatchObject({ number: `E${bo}`, row: 3 })
  expect(found.comparison.people[0]?.who).not.toBe(`party:${ana}`)
  expect(found.notInSheet.map(({ key }) => key)).toEqual(['gross'])
})

test.each(['csv', 'xlsx'] as const)('a run beside its own export (%s) differs nowhere', async (format) => {
  const { db, runId } = await ready()
  const kind = kindHere(db, importKind('pay_sheet'), { run_id: runId })
  const { bytes } = await exportOf(db, kind, { run_id: runId }, format, TEST_NOW)
  await lay(db, runId, bytes, `own.${format}`)
  const { comparison, notInSheet } = await besideSheet(db, runId)
  expect(comparison.people).toHaveLength(3)
  expect({ ...comparison.cells, same: 0 }).toEqual({ same: 0, rounding: 0, accepted: 0, follows: 0, open: 0 })
  expect(notInSheet).toEqual([])
})

test('a dash is an empty cell, and ilíquido is the gross, whatever the net is called', async () => {
  const { db, runId, ana, bo } = await ready()
  const head = 'Nome;Venc. base;H. extra;Ilíquido;Total desc.;A receber'
  const rows = [
    `Ana Costa (E${ana});2.000,00;-;2.000,00;–;2.000,00`,
    `Bo Ek (E${bo});3.000,50;-;3.000,50;0,00;3.000,50`,
  ]
  const id = await lay(db, runId, `${head}\n${rows.join('\n')}\n`)
  expect(view(db, id).mapping).toMatchObject({
    BASE: 'Venc. base',
    OVERTIME: 'H. extra',
    gross: 'Ilíquido',
    deductions: 'Total desc.',
    net: 'A receber',
  })
  const { comparison } = await besideSheet(db, runId)
  expect(comparison.people.find(({ who }) => who === `party:${ana}`)?.cells.map(({ state }) => state)).not.toContain(
    'open',
  )
})

test('namesakes are asked about, in the grid', async () => {
  const { db, runId, hire, recompute, ana } = await ready()
  const other = await hire('Ana Costa', 100)
  await recompute(runId)
  const csv = 'Name,Basic\nAna Costa,2000.00\n'
  const id = await dropFile(db, csv, { kind: 'pay_sheet', options: { run_id: runId } })
  expect(view(db, id).errors).toMatchObject([{ row: 2, found: 'Ana Costa', code: 'payroll.sheet_which_person' }])
  expect(view(db, id).errors[0]?.expected).toContain(`Ana Costa (E${ana}), Ana Costa (E${other})`)
  const mended = await fix(db, id, 2, { Name: `Ana Costa (E${other})` })
  expect(mended).toMatchObject({ outcome: 'create', key: `party:${other}` })
})

test('a column that fits no component is given one, and the next sheet with these headers needs no word', async () => {
  const { db, runId, ana } = await ready()
  const csv = `Emp No,Name,Kolumn 3\nE${ana},Ana Costa,1999.00\n`
  const id = await dropFile(db, csv, { kind: 'pay_sheet', options: { run_id: runId } })
  expect(view(db, id).mapping).not.toHaveProperty('BASE')
  await answer(db, id, { mapping: { BASE: 'Kolumn 3' } })
  await apply(db, id)
  const again = await dropFile(db, csv.replace('1999', '2001'), { kind: 'pay_sheet', options: { run_id: runId } })
  expect(view(db, again).mapping).toMatchObject({ BASE: 'Kolumn 3' })
  await apply(db, again)
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE -100 open'])
  await undo(db, again)
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE 100 open'])
})

test('laying a sheet changes nothing but the sheet, and undoing it leaves nothing of it', async () => {
  const { db, runId, ana } = await ready()
  const before = contentOf(db)
  const id = await lay(db, runId, `Emp No,Basic\nE${ana},1.00\n`)
  const { pay_sheet_row: rows, ...rest } = contentOf(db)
  const { pay_sheet_row: none, ...were } = before
  expect([rows?.length, none, rest]).toEqual([1, [], were])
  await undo(db, id)
  expect(view(db, id)).toMatchObject({ state: 'undone', kept: [] })
  expect(contentOf(db)).toEqual(before)
})

test('a difference that is accepted stays so until it is another one; computed again, what went away is told', async () => {
  const { db, runId, ana, bo, write, recompute, audits } = await ready()
  await lay(db, runId, `Emp No,Basic\nE${ana},1900.00\nE${bo},2900.50\n`)
  const who = `party:${ana}`
  const accept = <T>(does: (w: Write) => T) => onceCompared(db, runId, () => write(does))
  expect(await accept((w) => acceptDifferences(w, runId, { who, column: 'BASE', because: 'Raise in March' }))).toBe(1)
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE 10000 accepted'])
  await expect(
    accept((w) => acceptDifferences(w, runId, { who, column: 'BASE', because: 'Again' })),
  ).rejects.toMatchObject({ code: 'payroll.nothing_to_accept' })

  db.prepare('update contract set base_minor = 290050 where party_id = ?').run(bo)
  await recompute(runId)
  const second = await besideSheet(db, runId)
  expect([second.beforeVersion, second.comparison.gone, second.comparison.goneMinor]).toEqual([1, 1, 10_000])
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE 10000 accepted'])

  // The same figures again: what went away since the first computation is still told.
  await recompute(runId)
  expect(await besideSheet(db, runId)).toMatchObject({ beforeVersion: 1, comparison: { gone: 1 } })

  db.prepare('update contract set base_minor = 200001 where party_id = ?').run(ana)
  await recompute(runId)
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE 10001 open'])
  expect(await besideSheet(db, runId)).toMatchObject({ beforeVersion: 2, comparison: { gone: 0 } })
  db.prepare('update contract set base_minor = 200000 where party_id = ?').run(ana)
  await recompute(runId)
  await write((w) => reopenCell(w, runId, who, 'BASE'))
  expect((await states(db, runId))['Ana Costa']).toEqual(['both', 'BASE 10000 open'])
  expect([audits('payroll.differences_accepted'), audits('payroll.difference_reopened')]).toEqual([1, 1])
})

test('a sheet beside a run without figures, a discarded one, or none at all is refused in words', async () => {
  const { db, runId, discard } = await ready()
  const drop = (id: number) => dropFile(db, 'Name,Basic\nAna,1\n', { kind: 'pay_sheet', options: { run_id: id } })
  await discard(runId)
  for (const [id, code] of [
    [runId, 'payroll.run_is_discarded'],
    [999, 'payroll.run_not_found'],
  ] as const) {
    const importId = await drop(id)
    expect(view(db, importId)).toMatchObject({ state: 'refused', reason: { code } })
  }
})
