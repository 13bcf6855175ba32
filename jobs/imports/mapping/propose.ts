import type { Reason } from '../../values/problem'
import type { Field } from '../kind'
import type { Cell } from '../reading'
import { settledByAdding, withAdded } from './added-columns'
import { candidatesOf, neverRule } from './candidates'
import { tellClassParts } from './class-parts'
import { findColumn, isRowNumber, type NamedColumn, ROW_NUMBER, rowNumberColumn } from './columns'
import { giveColumns } from './give-columns'
import { isOwnColumn, normaliseHeader } from './header'
import { tongueOf } from './meaning'
import { monthColumnReasons } from './month-columns'
import { askForNamePart, askForWholeName, type EitherName, tellNameParts } from './person-names'

/** A field as it travels to the slot: its rules that do not apply to the options are left out. */
export type MappedField = Omit<Field, 'never'> & { never: { header: RegExp; reason: string }[] }

/** A column with its cells in the first rows, as evidence. */
export type SampledColumn = NamedColumn & { sample: Cell[] }

/** What somebody said: {field: column name}, null: this field is in no column. */
export type ChosenMapping = Record<string, string | null>

export type LeftAlone = { column: string; reason: Reason }

/** "Which column holds the salary?" Asked for a required field that none fits, and where two fit equally well. */
export type ColumnQuestion = { field: string; label: string; columns: string[] }

export type Proposal = {
  /** Field name → the column's position. */
  mapping: Map<string, number>
  leftAlone: LeftAlone[]
  questions: ColumnQuestion[]
  /** A column whose rows are told one by one. */
  either: EitherName | null
}

/**
 * Which column holds which field. What somebody chose stands; the rest is proposed: each column and each field
 * once, all of them together as well as they can be. What fits no field is left alone, with the reason.
 */
export function proposeMapping(
  columns: readonly SampledColumn[],
  fields: readonly MappedField[],
  chosen: ChosenMapping = {},
): Proposal {
  const mapping = new Map<string, number>()
  const reasons = new Map<string, Reason>()
  const settled = new Set<string>()
  for (const field of withAdded(fields, chosen)) {
    const name = chosen[field.name]
    if (name === undefined) continue
    if (name !== null && isRowNumber(columns, field, name)) {
      settled.add(field.name)
      mapping.set(field.name, rowNumberColumn.position)
      continue
    }
    const column = name === null ? undefined : findColumn(columns, name)
    if (name !== null && (!column || neverRule(field, column))) continue
    settled.add(field.name)
    if (column) mapping.set(field.name, column.position)
  }

  for (const name of settledByAdding(chosen)) settled.add(name)

  const taken = new Set(mapping.values())
  const free = columns.filter((column) => !taken.has(column.position))
  const tongue = tongueOf(columns.map(({ header }) => normaliseHeader(header)))
  const candidates = free.flatMap((column) => candidatesOf(column, fields, tongue, reasons))
  const questions = giveColumns(
    candidates.filter(({ field }) => !settled.has(field.name)),
    mapping,
    reasons,
  )
  const known = new Set(fields.map(({ name }) => name))
  const either = tellNameParts(mapping, columns, known, settled)
  tellClassParts(mapping, columns, known, settled)
  questions.push(...askForNamePart(mapping, columns, fields, settled))
  questions.push(...askForWholeName(mapping, columns, fields, settled))
  const held = new Set(mapping.values())
  const unused = columns.filter((column) => !held.has(column.position))
  for (const field of fields) {
    const asked = questions.some((question) => question.field === field.name)
    if (!field.required || mapping.has(field.name) || asked) continue
    const choices = unused.filter((column) => !isOwnColumn(column.header)).map(({ name }) => name)
    if (field.type === 'identifier') choices.push(ROW_NUMBER)
    questions.push({ field: field.name, label: field.label, columns: choices })
  }
  const byDate = fields.some(({ type, required }) => type === 'date' && required)
  for (const [name, reason] of monthColumnReasons(unused, byDate)) if (!reasons.has(name)) reasons.set(name, reason)
  const leftAlone = unused.map((column) => ({ column: column.name, reason: reasonOf(column, reasons) }))
  return { mapping, leftAlone, questions, either }
}

function reasonOf(column: SampledColumn, reasons: Map<string, Reason>): Reason {
  if (isOwnColumn(column.header)) return { code: 'import.column_own', params: { column: column.header } }
  if (column.header === '') return { code: 'import.column_without_header', params: { column: column.letter } }
  return reasons.get(column.name) ?? { code: 'import.column_unknown', params: { column: column.name } }
}
