import type { Db } from '../../open'
import { statement } from '../../statement'

export type StudentRow = {
  party_id: number
  external_ref: string | null
  name: string
  given_name: string | null
  family_name: string | null
  email: string | null
  phone: string | null
  from_on: string | null
  to_on: string | null
  born_on: string | null
  gender: string | null
  address: string | null
}

const STUDENT = `
  select p.id as party_id, r.external_ref, p.name, p.given_name, p.family_name, p.email, p.phone, r.from_on, r.to_on,
         s.born_on, s.gender, s.address
  from party_role r join party p on p.id = r.party_id left join student s on s.party_id = r.party_id
  where r.role = 'student'`

/** All students, or those of the admission numbers named. */
export const studentRows = (db: Db, numbers?: readonly string[]): StudentRow[] =>
  (numbers
    ? statement(db, `${STUDENT} and r.external_ref in (select value from json_each(?)) order by r.external_ref`).all(
        JSON.stringify(numbers),
      )
    : statement(db, `${STUDENT} order by r.external_ref, p.id`).all()) as StudentRow[]

/** The details that the party has no columns for; null leaves what is known. */
export function putStudent(
  db: Db,
  row: { party_id: number; born_on: string | null; gender: string | null; address: string | null; origin: string },
): void {
  statement(
    db,
    `insert into student (party_id, born_on, gender, address, origin)
     values (@party_id, @born_on, @gender, @address, @origin)
     on conflict (party_id) do update
     set born_on = coalesce(excluded.born_on, born_on), gender = coalesce(excluded.gender, gender),
         address = coalesce(excluded.address, address), origin = excluded.origin
     where coalesce(excluded.born_on, born_on) is not born_on or coalesce(excluded.gender, gender) is not gender
        or coalesce(excluded.address, address) is not address`,
  ).run(row)
}

export type EnrolmentRow = { student_id: number; year_id: number; classroom_id: number }

/** All enrolments, or those of the students named. */
export const enrolmentRows = (db: Db, studentIds?: readonly number[]): EnrolmentRow[] => {
  const all = 'select student_id, year_id, classroom_id from enrolment'
  if (!studentIds) return statement(db, `${all} order by student_id, year_id`).all() as EnrolmentRow[]
  const sql = `${all} where student_id in (select value from json_each(?)) order by student_id, year_id`
  return statement(db, sql).all(JSON.stringify(studentIds)) as EnrolmentRow[]
}

/** A student is in one class a year: another one takes the place of the first. */
export function putEnrolment(db: Db, row: EnrolmentRow & { origin: string }): void {
  statement(
    db,
    `insert into enrolment (student_id, year_id, classroom_id, origin)
     values (@student_id, @year_id, @classroom_id, @origin)
     on conflict (student_id, year_id) do update set classroom_id = excluded.classroom_id, origin = excluded.origin
     where classroom_id is not excluded.classroom_id`,
  ).run(row)
}

/** A teacher or a guardian. */
export type RoleHolderRow = Omit<StudentRow, 'born_on' | 'gender' | 'address'>

/** All holders of a role, or those of the parties named. */
export const roleHolders = (db: Db, role: 'teacher' | 'guardian', partyIds?: readonly number[]): RoleHolderRow[] => {
  const all = `
    select p.id as party_id, r.external_ref, p.name, p.given_name, p.family_name, p.email, p.phone, r.from_on, r.to_on
    from party_role r join party p on p.id = r.party_id where r.role = ?`
  const order = 'order by p.name collate nocase, p.id'
  if (!partyIds) return statement(db, `${all} ${order}`).all(role) as RoleHolderRow[]
  const sql = `${all} and r.party_id in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(role, JSON.stringify(partyIds)) as RoleHolderRow[]
}

export type TieRow = { guardian_id: number; student_id: number; kinship: string | null }

/** Who is whose guardian: all, or of the students named. */
export const guardianTies = (db: Db, studentIds?: readonly number[]): TieRow[] => {
  const all = `
    select party_id as guardian_id, related_id as student_id, kinship from party_link where relation = 'guardian'`
  const order = 'order by party_id, related_id'
  if (!studentIds) return statement(db, `${all} ${order}`).all() as TieRow[]
  const sql = `${all} and related_id in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(studentIds)) as TieRow[]
}

/** Ties a guardian to a student; a kinship that is not told leaves what is known. */
export function putTie(db: Db, row: TieRow & { origin: string }): void {
  statement(
    db,
    `insert into party_link (party_id, related_id, relation, kinship, origin)
     values (@guardian_id, @student_id, 'guardian', @kinship, @origin)
     on conflict (party_id, related_id, relation) do update
     set kinship = excluded.kinship, origin = excluded.origin
     where excluded.kinship is not null and kinship is not excluded.kinship`,
  ).run(row)
}
