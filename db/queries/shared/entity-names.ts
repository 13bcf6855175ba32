import type { Db } from '../../open'
import { statement } from '../../statement'

const NAMES: Readonly<Record<string, string>> = {
  party: 'select name from party where id = ?',
  user: 'select name from user where id = ?',
  schedule: 'select name from schedule where id = ?',
  period: 'select description from period where id = ?',
  run: 'select period.description from pay_run join period on period.id = pay_run.period_id where pay_run.id = ?',
  slip: 'select party.name from slip join party on party.id = slip.party_id where slip.id = ?',
  outbox: 'select subject from outbox where id = ?',
  import: 'select file_name from import_batch where id = ?',
}

/** What `party:12` is called now; null where its kind has no names, or it is gone or erased. */
export function nameOfEntity(db: Db, entity: string): string | null {
  const [kind = '', id = ''] = entity.split(':')
  const query = NAMES[kind]
  const found = query === undefined ? undefined : (statement(db, query).pluck().get(id) as string | null | undefined)
  return found || null
}
