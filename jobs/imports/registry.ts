import { Problem } from '../values/problem'
import type { AnyImportKind } from './kind'
import { KIND_QUEUES } from './names'
import { registerPlanners } from './planners'

let kinds: readonly AnyImportKind[] = []

/** The composition hands over the kinds of all areas at start; the importer knows none of them by name. */
export function setImportKinds(list: readonly AnyImportKind[]): void {
  kinds = list
  registerPlanners(Object.fromEntries(list.map((kind) => [kind.kind, kind.planner])))
}

export const importKinds = (): readonly AnyImportKind[] => kinds

/** The kind of a name. What Daybook will know but cannot yet is refused by name, what it never heard of with the list. */
export function importKind(name: string): AnyImportKind {
  const kind = kinds.find((one) => one.kind === name)
  if (kind) return kind
  const known = kinds.map((one) => one.kind).join(', ')
  if (name in KIND_QUEUES) throw new Problem('import.kind_not_built', { kind: name, known }, { kind: 'not_built' })
  throw new Problem('import.unknown_kind', { kind: name, known })
}
