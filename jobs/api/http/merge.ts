import { Problem } from '../../values/problem'
import { refuseKey } from './json'

export type Fields = Record<string, unknown>

/**
 * One input out of a request's path, query and body. A field may come from one of them only: what the body says about a
 * field of the path is never silently ignored.
 */
export function mergeInput(params: unknown, query: unknown, body: unknown): Fields {
  const merged: Fields = {}
  for (const part of [params, query, body]) {
    if (part === undefined || part === null) continue
    if (typeof part !== 'object' || Array.isArray(part))
      throw new Problem('api.malformed', { found: 'the body is not an object' }, { kind: 'malformed' })
    for (const [key, value] of Object.entries(part)) {
      refuseKey(key)
      if (Object.hasOwn(merged, key) && String(merged[key]) !== String(value))
        throw new Problem('api.same_field_twice', { field: key })
      if (!Object.hasOwn(merged, key)) merged[key] = value
    }
  }
  return merged
}
