import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { Db } from '../../db/open'
import { type BatchRow, type BatchState, batchById } from '../../db/queries/imports/batches'
import { changesSoFar } from '../../db/statement'
import { officeFacts, readSetting } from '../shared/settings'
import { Problem } from '../values/problem'
import type { Instant } from '../values/time'
import { type Answers, NO_ANSWERS } from './checking/facts'
import { type AnyImportKind, type Field, kindHere, type OfficeFacts } from './kind'
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

let last: { db: Db; about: string; context: WeakRef<PlanContext> } | null = null

/**
 * What a batch is planned with, now. Asked again when nothing has been written since, as when `load` and its version are
 * read one after the other, it answers with the same: in an office of 50,000 people reading them takes a tenth of a second.
 */
export function planContext(db: Db, batch: BatchRow, now: Instant): PlanContext {
  const about = [batch.id, batch.revision, batch.options, now, changesSoFar(db)].join('/')
  const known = last?.db === db && last.about === about ? last.context.deref() : undefined
  if (known) return known
  const context = readContext(db, batch, now)
  last = { db, about, context: new WeakRef(context) }
  return context
}

function readContext(db: Db, batch: BatchRow, now: Instant): PlanContext {
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const kind = kindHere(db, importKind(batch.kind), options)
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

const digests = new WeakMap<object, string>()

/** A digest of what rows are compared with: the same facts give the same text. */
export function digestOf(snapshot: unknown): string {
  const isObject = typeof snapshot === 'object' && snapshot !== null
  const known = isObject ? digests.get(snapshot) : undefined
  if (known !== undefined) return known
  const digest = createHash('sha256').update(serialize(snapshot)).digest('hex')
  if (isObject) digests.set(snapshot, digest)
  return digest
}

export const chosenMapping = (batch: Pick<BatchRow, 'mapping'>): ChosenMapping => JSON.parse(batch.mapping)

export const chosenAnswers = (batch: Pick<BatchRow, 'answers'>): Answers => ({
  ...NO_ANSWERS,
  ...JSON.parse(batch.answers),
})
