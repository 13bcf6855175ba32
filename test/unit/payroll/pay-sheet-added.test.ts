import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { areas } from '../../../jobs/areas'
import { setImportKinds } from '../../../jobs/imports'
import { saveComponents } from '../../../jobs/payroll/components'
import { besideSheet } from '../../../jobs/payroll/sheets/comparison'
import { requestTrial } from '../../../jobs/payroll/supplementary/request-trial'
import { answer, apply, dropFile, view } from '../../support/imports/import-file'
import { made } from './pay-months'
import { supplementaryOffice } from './supplementary-office'

beforeEach(() => setImportKinds(areas.flatMap((area) => area.importKinds)))

const deduction = (code: string, name: string, rate_ppm: number) =>
  made({ code, name, method: 'percent', order: 400, rate_ppm, base: ['BASE'] })

/** An office with three social contributions and two taxes of a percentage each, and trial runs of January and March. */
async function ready() {
  const office = await supplementaryOffice('2024-05-10')
  await office.write((write) =>
    saveComponents(write, [
      deduction('PENSION', 'Pension', 70_000),
      deduction('SICKNESS', 'Sickness', 30_000),
      deduction('JOBLESS', 'Unemployment', 10_000),
      deduction('WAGE_TAX', 'Wage tax', 100_000),
    ]),
  )
  const ana = await office.hire('Ana Costa', 200_000)
  const bo = await office.hire('Bo Ek', 300_000)
  const trial = async (month: number) => {
    const period = await office.month(month)
    const { runId, taskId } = await office.write((w) => requestTrial(w, period))
    expect((await office.engine.finished(taskId)).state).toBe('SUCCESS')
    return runId
  }
  return { ...office, ana, bo, january: await trial(1), march: await trial(3) }
}

const HEAD = 'Emp No,Employee,Basic Salary,Social charges,State tax,Church part,Canteen,Net Pay'
const sheetOf = ({ ana, bo }: { ana: number; bo: number }) =>
  [
    HEAD,
    `E${ana},Ana Costa,2000.00,220.00,180.00,20.00,3.50,1580.00`,
    `E${bo},Bo Ek,3000.00,325.00,270.00,30.00,,2375.00`,
  ].join('\n')
const SAID = { 'JOBLESS+PENSION+SICKNESS': 'Social charges', WAGE_TAX: 'State tax', 'WAGE_TAX#2': 'Church part' }

async function lay(db: Db, runId: number, csv: string, mapping?: Record<string, string | null>): Promise<number> {
  const id = await dropFile(db, csv, { kind: 'pay_sheet', options: { run_id: runId } })
  if (mapping) await answer(db, id, { mapping })
  expect(view(db, id)).toMatchObject({ state: 'checked', errors: [] })
  expect((await apply(db, id)).error).toBe(null)
  return id
}
const shown = async (db: Db, runId: number) => {
  const { comparison } = await besideSheet(db, runId)
  return comparison.people.map((person) =>
    person.cells.map((cell) => `${cell.column} ${cell.differenceMinor} ${cell.state}`),
  )
}

test('one column of the sheet is compared with the sum of several components, two columns with one', async () => {
  const office = await ready()
  const { db, january } = office
  const id = await lay(db, january, sheetOf(office), SAID)
  expect(view(db, id).mapping).toMatchObject(SAID)
  expect(view(db, id).fields.find(({ field }) => field === 'JOBLESS+PENSION+SICKNESS')?.label).toBe(
    'Unemployment + Pension + Sickness',
  )
  // Bo's sheet has five more of social charges: the net follows from it.
  expect(await shown(db, january)).toEqual([
    ['JOBLESS+PENSION+SICKNESS 500 open', 'BASE 0 same', 'WAGE_TAX 0 same', 'net -500 follows'],
    ['JOBLESS+PENSION+SICKNESS 0 same', 'BASE 0 same', 'WAGE_TAX 0 same', 'net 0 same'],
  ])
  const found = await besideSheet(db, january)
  const [social, , tax] = found.comparison.lines
  expect(social).toMatchObject({ name: 'Social charges', officeMinor: 55_000, sheetMinor: 54_500 })
  expect(social?.parts).toEqual({ office: [5_000, 35_000, 15_000], sheet: [54_500] })
  expect(tax?.columns.map(({ header }) => header)).toEqual(['State tax', 'Church part'])
  expect(found.comparison.people[0]?.cells[2]?.parts).toEqual({ office: [30_000], sheet: [27_000, 3_000] })
  expect(found.forNothing).toEqual(['Canteen'])
  expect(found.notInSheet.map(({ key }) => key)).toEqual(['gross', 'deductions'])
})

test('the next sheet with the same headings is read so without a word, in whatever order they stand', async () => {
  const office = await ready()
  const { db, january, march, ana } = office
  await lay(db, january, sheetOf(office), SAID)
  const next = `Employee,Emp No,Church part,State tax,Social charges,Net Pay,Canteen,Basic Salary\nAna Costa,E${ana},20.00,180.00,220.00,1580.00,,2000.00\n`
  const id = await lay(db, march, next)
  expect(view(db, id).columns.find(({ column }) => column === 'Social charges')).toMatchObject({
    field: 'JOBLESS+PENSION+SICKNESS',
    why: 'remembered',
  })
  expect((await shown(db, march)).at(-1)).toEqual([
    'BASE 0 same',
    'JOBLESS+PENSION+SICKNESS 0 same',
    'WAGE_TAX 0 same',
    'net 0 same',
  ])
})

test('what is taken back is read as before; what cannot be added is refused in words', async () => {
  const office = await ready()
  const { db, january } = office
  const id = await dropFile(db, sheetOf(office), { kind: 'pay_sheet', options: { run_id: january } })
  await answer(db, id, { mapping: SAID })
  await answer(db, id, { mapping: { 'PENSION+SICKNESS+JOBLESS': null, 'WAGE_TAX#2': null } })
  const { mapping } = view(db, id)
  expect(mapping).toMatchObject({ WAGE_TAX: 'State tax' })
  expect(Object.values(mapping)).not.toContain('Social charges')
  await expect(answer(db, id, { mapping: { 'BASE+gross': 'Net Pay' } })).rejects.toMatchObject({
    code: 'import.not_added',
  })
  await expect(answer(db, id, { mapping: { 'BASE+NOBODY': 'Net Pay' } })).rejects.toMatchObject({
    code: 'import.not_added',
  })
})

test('a column without a figure stands for its component all the same: nobody was paid it there', async () => {
  const office = await ready()
  const { db, january, ana } = office
  await lay(db, january, `Emp No,Basic Salary,Pension\nE${ana},2000.00,\n`)
  const { comparison, notInSheet } = await besideSheet(db, january)
  expect(comparison.lines.find(({ key }) => key === 'PENSION')).toMatchObject({ officeMinor: 35_000, sheetMinor: 0 })
  expect(notInSheet.map(({ key }) => key)).not.toContain('PENSION')
})
