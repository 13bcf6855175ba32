import type { Db } from '../../open'
import { statement } from '../../statement'

export type ClassroomRow = {
  id: number
  year_id: number
  year: string
  level: string
  stream: string | null
  capacity: number | null
  teacher_id: number | null
  teacher: string | null
  teacher_ref: string | null
  teacher_email: string | null
  enrolled: number
}

export const classroomRows = (db: Db): ClassroomRow[] =>
  statement(
    db,
    `select c.id, c.year_id, y.name as year, c.level, c.stream, c.capacity, c.teacher_id, p.name as teacher,
            r.external_ref as teacher_ref, p.email as teacher_email,
            (select count(*) from enrolment e where e.classroom_id = c.id) as enrolled
     from classroom c
     join academic_year y on y.id = c.year_id
     left join party p on p.id = c.teacher_id
     left join party_role r on r.party_id = c.teacher_id and r.role = 'teacher'
     order by y.first_year, y.name, c.level_folded, c.stream_folded`,
  ).all() as ClassroomRow[]

export type ClassroomWrite = {
  year_id: number
  level: string
  level_folded: string
  stream: string | null
  stream_folded: string
  capacity: number | null
  teacher_id: number | null
  origin: string
}

/** Makes the classroom, or changes its capacity and teacher; null leaves what is known. */
export const putClassroom = (db: Db, row: ClassroomWrite): number =>
  statement(
    db,
    `insert into classroom (year_id, level, level_folded, stream, stream_folded, capacity, teacher_id, origin)
     values (@year_id, @level, @level_folded, @stream, @stream_folded, @capacity, @teacher_id, @origin)
     on conflict (year_id, level_folded, stream_folded) do update
     set capacity = coalesce(excluded.capacity, capacity), teacher_id = coalesce(excluded.teacher_id, teacher_id),
         origin = excluded.origin
     returning id`,
  )
    .pluck()
    .get(row) as number
