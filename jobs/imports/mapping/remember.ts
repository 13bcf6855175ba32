import { rememberMapping } from '../../../db/queries/imports/mappings'
import type { Write } from '../../engine/write'
import { canonicalJson } from '../../values/json'
import type { FileFacts } from '../checking/facts'

/** The next file of the kind with these headers, in whatever order, needs no question. */
export function remember(write: Write, kind: string, { fingerprint, columns, chosen }: FileFacts): void {
  const mapping = { ...chosen.mapping }
  // What a column of names is, is told row by row: to remember it would settle it for the next file.
  for (const { field, name, either } of columns) if (field !== null && !either) mapping[field] = name
  const said = { mapping: canonicalJson(mapping), answers: canonicalJson(chosen.answers) }
  rememberMapping(write.db, kind, fingerprint, said, write.now)
}
