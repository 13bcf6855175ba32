import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { Db } from '../../db/open'
import { type BatchRow, type BatchState, batchById } from '../../db/queries/imports/batches'
import { officeFacts, readSetting } from '../shared/settings'
import { Problem } from '../values/problem'
import type { Instant } from '../values/time'
import { type Answers, NO_ANSWERS } from './checking/facts'
import type { AnyImportKind, Field, OfficeFacts } from './kind'
import type { ChosenMapping, MappedField } from './mapping/propose'
import { importKind } from './registry'

/** The batch, or the refusal `import.not_found`. */
export function readBatch(db: Db, id: number): BatchRow {
  const batch = batchById(db, id)
  if (!batch) throw new Problem('import.not_found', { id }, { kind: 'not_found' })
  return batch
}

/** States in which a file may be checked (again); once applied, it is settled. */
export const CHECKABLE: ReadonlySet<BatchState> = new Set(['reading', 'mapping', 'checking', 'checked', 'refused'])

/** What the rows of a batch are planned with, as the office stands now. */
export type PlanContext = {
  kind: AnyImportKind
  options: Record<string, unknown>
  fields: MappedField[]
  office: OfficeFacts
  language: string
  snapshot: unknown
}

export function planContext(db: Db, batch: BatchRow, now: Instant): PlanContext {
  const kind = importKind(batch.kind)
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const office = officeFacts(db, now)
  const { language } = readSetting(db, 'office')
  const fields = mappedFields(kind.fields, options)
  return { kind, options, fields, office, language, snapshot: kind.snapshot(db, options, office) }
}

/** The fields with the rules that apply to these options; plain data, for the slot. */
export const mappedFields = (fields: readonly Field[], options: Record<string, unknown>): MappedField[] =>
  fields.map(({ never = [], ...field }) => ({
    ...field,
    never: never
      .filter((rule) => rule.when === undefined || rule.when(options))
      .map(({ header, reason }) => ({ header, reason })),
  }))

/** A digest of what rows are compared with: the same facts give the same text. */
export const digestOf = (snapshot: unknown): string => createHash('sha256').update(serialize(snapshot)).digest('hex')

export const chosenMapping = (batch: Pick<BatchRow, 'mapping'>): ChosenMapping => JSON.parse(batch.mapping)

export const chosenAnswers = (batch: Pick<BatchRow, 'answers'>): Answers => ({
  ...NO_ANSWERS,
  ...JSON.parse(batch.answers),
})
