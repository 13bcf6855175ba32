import type { OfficesDeed } from '../../jobs/api/page-bridge'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value)
const isPlace = (value: unknown): value is string => typeof value === 'string' && /^\/[\w\-/]*$/.test(value)

/** What a page asks for, checked; null where it is nothing of the kind. */
export function readDeed(asked: unknown): OfficesDeed | null {
  if (typeof asked !== 'object' || asked === null) return null
  const { deed, id, kind, label, keepsWorking, place } = asked as Record<string, unknown>
  if (deed === 'notice_seen') return { deed }
  if (deed === 'add') return kind === 'new' || kind === 'existing' ? { deed, kind } : null
  if (!isId(id)) return null
  if (deed === 'show') return place === undefined ? { deed, id } : isPlace(place) ? { deed, id, place } : null
  if (deed === 'remove' || deed === 'open_again') return { deed, id }
  if (deed === 'rename') return typeof label === 'string' ? { deed, id, label } : null
  if (deed === 'keep_working') return typeof keepsWorking === 'boolean' ? { deed, id, keepsWorking } : null
  return null
}
