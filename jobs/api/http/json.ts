import { Problem } from '../../values/problem'

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads JSON from outside. Keys that would reach into an object's prototype are refused at any depth. */
export function parseOutsideJson(text: string): unknown {
  try {
    return JSON.parse(text, refuseForbidden)
  } catch (error) {
    if (error instanceof Problem) throw error
    const found = error instanceof Error ? error.message : String(error)
    throw new Problem('api.malformed', { found }, { kind: 'malformed' })
  }
}

function refuseForbidden(this: unknown, key: string, value: unknown): unknown {
  refuseKey(key)
  return value
}

export function refuseKey(key: string): void {
  if (FORBIDDEN.has(key))
    throw new Problem('api.malformed', { found: `the field name “${key}” is not allowed` }, { kind: 'malformed' })
}
