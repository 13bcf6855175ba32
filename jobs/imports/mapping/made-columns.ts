import { type JoinRule, joinTexts, type SplitRule, splitName } from '../../values/parted-text'
import { typedCell } from '../checking/cells'
import type { Cell } from '../reading'
import { findColumn, type NamedColumn } from './columns'
import type { ChosenMapping, MappedField } from './propose'

const PARTS = ['given_name', 'family_name'] as const

/** A column that no file has: half of another one, or several joined. `from`: their places in the file. */
export type Made = { from: number[] } & ({ split: SplitRule; part: (typeof PARTS)[number] } | { join: string })
export type MadeColumn = NamedColumn & { made: Made }

/** Null: it was taken back, whatever is remembered of an earlier file. */
export type Parting = { splits: Record<string, SplitRule | null>; joins: Record<string, JoinRule | null> }

/**
 * The columns that somebody had made of others, after those of the file, and what they hold. A column that was split
 * holds nothing itself.
 */
export function madeColumns(
  named: readonly NamedColumn[],
  fields: readonly MappedField[],
  { splits, joins }: Parting,
  said: ChosenMapping,
): { columns: MadeColumn[]; mapping: ChosenMapping } {
  const columns: MadeColumn[] = []
  const mapping: ChosenMapping = { ...said }
  const labelOf = (name: string) => fields.find((one) => one.name === name)?.label ?? name
  const add = (field: string, source: NamedColumn, made: Made) => {
    const position = named.length + columns.length
    const name = `${source.name}: ${labelOf(field)}`
    columns.push({ position, letter: source.letter, header: labelOf(field), name, made })
    for (const [other, held] of Object.entries(mapping)) if (held === source.name) delete mapping[other]
    mapping[field] = name
  }
  for (const [name, split] of Object.entries(splits)) {
    const source = findColumn(named, name)
    if (!split || !source || !PARTS.every((part) => fields.some((field) => field.name === part))) continue
    for (const part of PARTS) add(part, source, { from: [source.position], split, part })
    if (mapping.name === undefined) mapping.name = null
  }
  for (const [field, join] of Object.entries(joins)) {
    if (!join) continue
    const { columns: names, between } = join
    const sources = names.flatMap((name) => findColumn(named, name) ?? [])
    const [first] = sources
    if (!first || sources.length !== names.length || !fields.some(({ name }) => name === field)) continue
    add(field, first, { from: sources.map(({ position }) => position), join: between })
  }
  return { columns, mapping }
}

/** The cells of a row with those that are made of others; what was typed over one of them stays. */
export function withMade(
  cells: readonly Cell[],
  columns: readonly { position: number; made?: Made }[],
): readonly Cell[] {
  if (!columns.some(({ made }) => made)) return cells
  const all = [...cells]
  for (const { position, made } of columns) {
    if (!made || all[position] !== undefined) continue
    const sources = made.from.map((at) => cells[at])
    const texts = sources.map((cell) => cell?.text ?? '')
    const text = 'join' in made ? joinTexts(texts, made.join) : splitName(texts[0] ?? '', made.split)[made.part]
    all[position] = typedCell(text, sources[0]?.address ?? '')
  }
  return all
}
