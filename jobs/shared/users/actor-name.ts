import type { Db } from '../../../db/open'
import { findUser } from './users'

/** Who did it, as one says it: `user:1` by the user's name, `task:7` as task 7, `system` as the office. */
export function actorName(db: Db, actor: string): string {
  const [kind = '', id = ''] = actor.split(':')
  if (kind === 'user') return findUser(db, Number(id))?.name ?? `user ${id}`
  if (kind === 'system') return 'the office'
  if (kind === 'built_in') return 'Daybook'
  return id === '' ? actor : `${kind} ${id}`
}
