import { Problem } from '../values/problem'
import type { RestPath } from './method'

/** What API.md promises and this version does not have: refused by name, never accepted and ignored. */
type Missing = { what: string; instead: string }

const invoices: Missing = { what: 'Invoicing (the paths of guide 003)', instead: 'There is none yet.' }

export const MISSING_PATHS: ({ verb: RestPath['verb']; path: string } & Missing)[] = [
  { verb: 'POST', path: '/invoices/generate', ...invoices },
  { verb: 'GET', path: '/tasks/:id', ...invoices },
]

export const MISSING_METHODS: Record<string, Missing> = {}

export const notBuilt = ({ what, instead }: Missing): Problem =>
  new Problem('not_built', { what, instead }, { kind: 'not_built' })
