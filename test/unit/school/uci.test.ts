import fs from 'node:fs'
import { expect, test } from 'vitest'
import { apply, contentOf, undo } from '../../support/imports/import-file'
import { bringIn, check, officeOfAllKinds } from '../../support/imports/office-files'
import { realFile, whyMissing } from '../../support/real-file'

const file = realFile('data/school/student-mat.csv')

/** The file has no numbers and no names: the number of its row stands for both. */
function numbered(text: string): string {
  const [header, ...rows] = text.trim().split(/\r?\n/)
  return [`student no,name,${header}`, ...rows.map((row, i) => `${i + 2},Student ${i + 2},${row}`)].join('\n')
}

test.skipIf(whyMissing(file) !== '')(
  'the students of a real file come in by their row numbers, and its three grades as marks out of 20',
  async () => {
    const db = officeOfAllKinds()
    const text = numbered(fs.readFileSync(file, 'utf8'))
    const students = await check(db, 'students', text, { name: 'student-mat.csv' })
    expect(students).toMatchObject({ state: 'checked', counts: { rows: 395, create: 395 } })
    expect(students.mapping).toMatchObject({ admission_number: 'student no', name: 'name', gender: 'sex' })
    // Urban or rural (`address`), the mother's education, absences: nothing here that a student's row could hold.
    expect(students.mapping).not.toHaveProperty('address')
    expect(students.leftAlone).toEqual(
      expect.arrayContaining(['school', 'address', 'age', 'Medu', 'absences', 'G1', 'G2', 'G3']),
    )
    await apply(db, students.id)
    const before = contentOf(db)

    const grades = ['G1', 'G2', 'G3']
    const marks: number[] = []
    for (const [at, grade] of grades.entries()) {
      const options = { term: `Term ${at + 1}`, subject: 'Mathematics', assessment: grade, maximum: '20' }
      const column = text.split('\n').map((line) => {
        const cells = line.split(',')
        return [cells[0], cells.at(at - grades.length)].join(',')
      })
      column[0] = 'student no,score'
      marks.push(await bringIn(db, 'marks', column.join('\n'), { options }))
    }
    expect(db.prepare('select count(*), sum(score_milli) / 1000 from mark').raw().get()).toEqual([3 * 395, sumOf(text)])
    for (const id of marks.reverse()) await undo(db, id)
    expect(contentOf(db)).toEqual(before)
  },
  30_000,
)

const sumOf = (text: string): number =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',').slice(-3))
    .reduce((sum, grade) => sum + Number(grade.replaceAll('"', '')), 0)
