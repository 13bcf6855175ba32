import type { Db } from '../../open'
import { statement } from '../../statement'

export type SubjectRow = { id: number; name: string; folded: string }

export const subjectRows = (db: Db): SubjectRow[] =>
  statement(db, 'select id, name, folded from subject order by folded').all() as SubjectRow[]

export const insertSubject = (db: Db, row: Omit<SubjectRow, 'id'> & { origin: string }): number =>
  Number(
    statement(db, 'insert into subject (name, folded, origin) values (@name, @folded, @origin)').run(row)
      .lastInsertRowid,
  )

export type TermRow = { id: number; year_id: number; name: string; folded: string }

export const termRows = (db: Db): TermRow[] =>
  statement(db, 'select id, year_id, name, folded from term order by year_id, folded').all() as TermRow[]

export const insertTerm = (db: Db, row: Omit<TermRow, 'id'> & { origin: string }): number =>
  Number(
    statement(db, 'insert into term (year_id, name, folded, origin) values (@year_id, @name, @folded, @origin)').run(
      row,
    ).lastInsertRowid,
  )

export type AssessmentRow = {
  id: number
  term_id: number
  subject_id: number
  name: string
  folded: string
  maximum_milli: number
  weight_ppm: number
}

export const assessmentRows = (db: Db): AssessmentRow[] =>
  statement(
    db,
    'select id, term_id, subject_id, name, folded, maximum_milli, weight_ppm from assessment order by id',
  ).all() as AssessmentRow[]

export const insertAssessment = (db: Db, row: Omit<AssessmentRow, 'id'> & { origin: string }): number =>
  Number(
    statement(
      db,
      `insert into assessment (term_id, subject_id, name, folded, maximum_milli, weight_ppm, origin)
       values (@term_id, @subject_id, @name, @folded, @maximum_milli, @weight_ppm, @origin)`,
    ).run(row).lastInsertRowid,
  )

export type MarkRow = {
  id: number
  student_id: number
  assessment_id: number
  status: 'scored' | 'absent' | 'exempt' | 'missing'
  score_milli: number | null
  comment: string | null
}

/** All marks, or those of the students named. */
export const markRows = (db: Db, studentIds?: readonly number[]): MarkRow[] => {
  const all = 'select id, student_id, assessment_id, status, score_milli, comment from mark'
  const order = 'order by assessment_id, student_id'
  if (!studentIds) return statement(db, `${all} ${order}`).all() as MarkRow[]
  const sql = `${all} where student_id in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(studentIds)) as MarkRow[]
}

/** A mark, one for each student and assessment. A comment that is not told leaves what is known. */
export const putMark = (db: Db, row: Omit<MarkRow, 'id'> & { origin: string; changed_at: number }): number =>
  statement(
    db,
    `insert into mark (student_id, assessment_id, status, score_milli, comment, origin, changed_at)
     values (@student_id, @assessment_id, @status, @score_milli, @comment, @origin, @changed_at)
     on conflict (student_id, assessment_id) do update
     set status = excluded.status, score_milli = excluded.score_milli, comment = coalesce(excluded.comment, comment),
         origin = excluded.origin, changed_at = excluded.changed_at
     returning id`,
  )
    .pluck()
    .get(row) as number
