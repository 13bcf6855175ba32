import { type JoinRule, joinTexts, type SplitRule, splitName } from '../../values/parted-text'
import { typedCell } from '../checking/cells'
import type { Cell } from '../reading'
import { findColumn, type NamedColumn } from './columns'
import { madeName } from './header'
import type { ChosenMapping, MappedField } from './propose'

const PARTS = ['given_name', 'family_name'] as const

/** A column that no file has: half of another one, or several joined. `from`: their places in the file. */
export type Made = { from: number[] } & ({ split: SplitRule; part: (typeof PARTS)[number] } | { join: string })
export type MadeColumn = NamedColumn & { made: Made }

/** Null: it was taken back, whatever is remembered of an earlier file. */
export type Parting = { splits: Record<string, SplitRule | null>; joins: Record<string, JoinRule | null> }

/**
 * The columns that somebody had made of others, after those of the file, and what they hold. A column that was split
 * holds nothing itself. An error file has a column of that name where something was typed over it: then that one counts.
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
    const position = named.length + placeOf(made, fields, field, named.length)
    const name = madeName(source.name, labelOf(field))
    if (!named.some((own) => own.name === name)) {
      columns.push({ position, letter: source.letter, header: labelOf(field), name, made })
    }
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

/**
 * Its place among all that could be made: it stays the same when others are made or taken back, since what was typed is kept
 * by place.
 */
const placeOf = (made: Made, fields: readonly MappedField[], field: string, columns: number): number =>
  'part' in made
    ? (made.from[0] ?? 0) * PARTS.length + PARTS.indexOf(made.part)
    : columns * PARTS.length + fields.findIndex(({ name }) => name === field)

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
