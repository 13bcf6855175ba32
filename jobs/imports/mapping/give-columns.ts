import type { Reason } from '../../values/problem'
import { bestPairs } from './assignment'
import type { Candidate } from './candidates'
import type { ColumnQuestion } from './propose'

/** Two candidates nearer than this are equally good. */
const TIE = 0.005

/** What a pair gains is how far it is above this: two middling pairs do not outweigh one that is sure. */
const WORTH = 0.7

/** How much worse a column may be off with another field, and still not be asked about for this one. */
const CONTENT = 0.08

/**
 * Gives columns to fields, each once, so that all of them together fit best. A field that a column without another use
 * fits equally well is asked about.
 */
export function giveColumns(
  candidates: readonly Candidate[],
  mapping: Map<string, number>,
  reasons: Map<string, Reason>,
): ColumnQuestion[] {
  const columns = [...new Set(candidates.map(({ column }) => column))]
  const fields = [...new Set(candidates.map(({ field }) => field))]
  const byPair = new Map(candidates.map((one) => [`${one.column.position}/${one.field.name}`, one]))
  const gains = columns.map(({ position }) =>
    fields.map(({ name }) => (byPair.get(`${position}/${name}`)?.score ?? 0) - WORTH),
  )
  const given = new Map<number, Candidate>()
  bestPairs(gains).forEach((at, row) => {
    const column = columns[row]
    const one = at === null || !column ? undefined : byPair.get(`${column.position}/${fields[at]?.name}`)
    if (one) given.set(one.column.position, one)
  })

  const questions: ColumnQuestion[] = []
  for (const { field, column, score } of [...given.values()].sort((a, b) => b.score - a.score)) {
    const equal = candidates.filter((one) => {
      if (one.field !== field || score - one.score >= TIE) return false
      const other = given.get(one.column.position)
      return other === undefined || other.field === field || other.score < one.score - CONTENT
    })
    if (equal.length === 1) {
      mapping.set(field.name, column.position)
      continue
    }
    const names = equal.map((one) => one.column.name)
    questions.push({ field: field.name, label: field.label, columns: names })
    const reason: Reason = { code: 'import.column_tie', params: { field: field.label, columns: names.join(', ') } }
    for (const name of names) reasons.set(name, reason)
  }
  for (const { field, column } of [...candidates].sort((a, b) => b.score - a.score)) {
    const holder = columns.find(({ position }) => position === mapping.get(field.name))
    if (!holder || given.has(column.position) || reasons.has(column.name)) continue
    reasons.set(column.name, { code: 'import.column_second', params: { field: field.label, column: holder.name } })
  }
  return questions
}
