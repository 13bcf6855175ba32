import type { Db } from '../../open'
import { statement } from '../../statement'

export type FileRow = {
  sha256: string
  size: number
  media_type: string
  original_name: string
  created_at: number
}

/** The first name a content was seen under stays. */
export function insertFile(db: Db, row: FileRow): void {
  statement(
    db,
    `insert into file (sha256, size, media_type, original_name, created_at)
     values (@sha256, @size, @media_type, @original_name, @created_at)
     on conflict (sha256) do nothing`,
  ).run(row)
}

export const fileRow = (db: Db, sha256: string): FileRow | undefined =>
  statement(db, 'select * from file where sha256 = ?').get(sha256) as FileRow | undefined

/** Linked files in the order of their digests, a page at a time. */
export const filesAfter = (db: Db, sha256: string, limit: number): FileRow[] =>
  statement(db, 'select * from file where sha256 > ? order by sha256 limit ?').all(sha256, limit) as FileRow[]

export type DocumentRow = {
  id: number
  type: string
  series: string
  year: number
  number: number
  version: number
  status: string
  party_id: number | null
  entity: string | null
  sha256: string | null
  origin: string
  created_at: number
}

export const insertDocument = (db: Db, row: Omit<DocumentRow, 'id' | 'version'>): number =>
  Number(
    statement(
      db,
      `insert into document (type, series, year, number, status, party_id, entity, sha256, origin, created_at)
       values (@type, @series, @year, @number, @status, @party_id, @entity, @sha256, @origin, @created_at)`,
    ).run(row).lastInsertRowid,
  )

export const documentByNumber = (db: Db, series: string, year: number, number: number): DocumentRow | undefined =>
  statement(db, 'select * from document where series = ? and year = ? and number = ?').get(series, year, number) as
    | DocumentRow
    | undefined

export const documentsOfEntity = (db: Db, entity: string): DocumentRow[] =>
  statement(db, 'select * from document where entity = ? order by id').all(entity) as DocumentRow[]

export type NoticeRow = {
  id: number
  at: number
  kind: string
  code: string
  /** JSON */
  params: string
  entity: string | null
  seen_at: number | null
}

export const insertNotice = (db: Db, row: Omit<NoticeRow, 'id' | 'seen_at'>): number =>
  Number(
    statement(
      db,
      'insert into notice (at, kind, code, params, entity) values (@at, @kind, @code, @params, @entity)',
    ).run(row).lastInsertRowid,
  )

export const unseenNoticeRows = (db: Db, limit: number): NoticeRow[] =>
  statement(db, 'select * from notice where seen_at is null order by at desc, id desc limit ?').all(
    limit,
  ) as NoticeRow[]

export function markNoticeSeen(db: Db, id: number, at: number): boolean {
  return statement(db, 'update notice set seen_at = ? where id = ? and seen_at is null').run(at, id).changes > 0
}
