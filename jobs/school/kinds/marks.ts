import type { Db } from '../../../db/open'
import {
  insertAssessment,
  insertSubject,
  insertTerm,
  putMark,
  subjectRows,
  termRows,
} from '../../../db/queries/school/marks'
import type { Write } from '../../engine/write'
import { type AppliedBatch, type ImportKind, type PlannedRow, type Row, textsOf } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { officeFacts } from '../../shared/settings'
import { fold } from '../../values/fold'
import { Problem } from '../../values/problem'
import { markSnapshot } from '../known'
import { schoolPlanners } from '../planners'
import { decideMark, decimalOfMilli, type MarkDeed, type MarkOptions, type MarkSnapshot } from '../rules/marks'
import { MARK_FIELDS } from './mark-fields'
import { MarkOptionsSchema } from './options'
import { yearLookup } from './save'
import { MARK_TABLES } from './undo-tables'

const choices = (...values: string[]) => values.map((value) => ({ value, label: value }))

/** Whose a column is, where it is not the exam’s. */
const SUBJECT_OF: Record<string, 'student' | 'teacher'> = { admission_number: 'student', comment: 'teacher' }

/** Marks, one for each student and assessment. Terms, subjects and assessments are made where they are new. */
export const marksKind: ImportKind<MarkOptions, MarkSnapshot> = {
  kind: 'marks',
  label: 'Marks',
  module: 'school',
  fields: MARK_FIELDS.flatMap((one) => about(SUBJECT_OF[one.name] ?? 'exam', one)),
  options: MarkOptionsSchema,
  asks: [
    {
      name: 'term',
      label: 'Rows that name no term are of',
      type: 'choice',
      choices: choices('Term 1', 'Term 2', 'Term 3'),
    },
    {
      name: 'maximum',
      label: 'Rows that name no maximum are out of',
      type: 'choice',
      choices: choices('100', '20', '10', '50'),
    },
  ],
  snapshot: (db, options) => markSnapshot(db, options),
  planner: schoolPlanners.marks,
  known: ({ subjects }) => ({ subject: subjects, status: ['scored', 'absent', 'exempt', 'missing'] }),
  rowsMeet: true,
  apply: applyMarks,
  undoTables: MARK_TABLES,
  content,
}

function applyMarks(write: Write, rows: PlannedRow[], options: MarkOptions, batch: AppliedBatch) {
  const snapshot = markSnapshot(write.db, options, textsOf(rows, 'admission_number'))
  const office = officeFacts(write.db, write.now)
  const assessmentId = assessmentLookup(write)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideMark(values, snapshot, options, office)
    if (!deed) throw new Problem('school.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const id = putMark(write.db, {
      student_id: deed.studentId,
      assessment_id: assessmentId(deed, origin),
      status: deed.status,
      score_milli: deed.scoreMilli,
      comment: deed.comment,
      origin,
      changed_at: write.now,
    })
    entities.set(row, `mark:${id}`)
  }
  return entities
}

/** The assessments of one file's rows, made where they are new, with their term and subject. */
function assessmentLookup(write: Write): (deed: MarkDeed, origin: string) => number {
  const { db } = write
  const yearId = yearLookup(write)
  const terms = new Map(termRows(db).map((one) => [`${one.year_id}|${one.folded}`, one.id]))
  const subjects = new Map(subjectRows(db).map((one) => [one.folded, one.id]))
  const made = new Map<string, number>()
  const once = (map: Map<string, number>, key: string, make: () => number): number => {
    const id = map.get(key) ?? make()
    map.set(key, id)
    return id
  }
  return (deed, origin) => {
    if (deed.assessment) return deed.assessment.id
    const year = yearId(deed.year, origin)
    const term = fold(deed.term)
    const termId = once(terms, `${year}|${term}`, () =>
      insertTerm(db, { year_id: year, name: deed.term, folded: term, origin }),
    )
    const subject = fold(deed.subject)
    const subjectId = once(subjects, subject, () => insertSubject(db, { name: deed.subject, folded: subject, origin }))
    const folded = fold(deed.name)
    return once(made, `${termId}|${subjectId}|${folded}`, () =>
      insertAssessment(db, {
        term_id: termId,
        subject_id: subjectId,
        name: deed.name,
        folded,
        maximum_milli: deed.maximumMilli,
        weight_ppm: deed.weightPpm,
        origin,
      }),
    )
  }
}

function* content(db: Db, options: MarkOptions): Generator<Row> {
  const { assessments, marks, students } = markSnapshot(db, options)
  const numbers = new Map(students.map((one) => [one.partyId, one.ref]))
  const known = new Map(assessments.map((one) => [one.id, one]))
  for (const { studentId, assessmentId, status, scoreMilli, comment } of marks) {
    const one = known.get(assessmentId)
    const number = numbers.get(studentId)
    if (!one || !number) continue
    yield {
      admission_number: number,
      school_year: one.year,
      term: one.term,
      subject: one.subject,
      assessment: one.name,
      score: scoreMilli === null ? null : decimalOfMilli(scoreMilli),
      maximum: decimalOfMilli(one.maximumMilli),
      weight: one.weightPpm,
      status,
      comment,
    }
  }
}
