import type { Db } from '../../open'
import { statement } from '../../statement'

export type RememberedMapping = { mapping: string; answers: string }

/** What was said about files of a kind, the latest first; 500 sets of headers at most. */
export const rememberedMappings = (db: Db, kind: string): (RememberedMapping & { fingerprint: string })[] =>
  statement(
    db,
    'select fingerprint, mapping, answers from import_mapping where kind = ? order by changed_at desc limit 500',
  ).all(kind) as (RememberedMapping & { fingerprint: string })[]

export function rememberMapping(
  db: Db,
  kind: string,
  fingerprint: string,
  remembered: RememberedMapping,
  at: number,
): void {
  statement(
    db,
    `insert into import_mapping (kind, fingerprint, mapping, answers, changed_at) values (?, ?, ?, ?, ?)
     on conflict (kind, fingerprint) do update set
       mapping = excluded.mapping, answers = excluded.answers, changed_at = excluded.changed_at`,
  ).run(kind, fingerprint, remembered.mapping, remembered.answers, at)
}
