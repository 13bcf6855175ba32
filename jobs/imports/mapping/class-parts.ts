import type { Cell } from '../reading'
import { contains } from './person-names'
import type { SampledColumn } from './propose'

/** What a class is called in every kind that has it whole or in parts. */
const WHOLE = 'classroom'
const LEVEL = 'level'
const STREAM = 'stream'

/** “7A”, “Form 1 B”, “6e Bleu”: a level, then which of its classes. “6e”, “1st” and “Form 1” are levels. */
const IN_ONE = /\d(?:e|er|re|ème|eme|st|nd|rd|th|º|ª|\.)?[\s./-]*(?!(?:e|er|re|ème|eme|st|nd|rd|th)$)\p{L}+$/iu

/**
 * “Class” may be the class or its level, “Turma” the class or which of the level's classes: what the values and the other
 * columns say decides. What was `settled` stays.
 */
export function tellClassParts(
  mapping: Map<string, number>,
  columns: readonly SampledColumn[],
  known: ReadonlySet<string>,
  settled: ReadonlySet<string>,
): void {
  if (!known.has(WHOLE) || [WHOLE, LEVEL, STREAM].some((field) => settled.has(field))) return
  const sampleOf = (field: string): readonly Cell[] =>
    columns.find(({ position }) => position === mapping.get(field))?.sample ?? []
  const move = (from: string, to: string): void => {
    const position = mapping.get(from)
    mapping.delete(from)
    if (position !== undefined) mapping.set(to, position)
  }
  if (mapping.has(WHOLE)) {
    const isLevel = mapping.has(STREAM) && !mapping.has(LEVEL) && !contains(sampleOf(WHOLE), sampleOf(STREAM))
    if (isLevel) move(WHOLE, LEVEL)
  } else if (mapping.has(STREAM) && isInOne(sampleOf(STREAM))) move(STREAM, WHOLE)
  else if (mapping.has(LEVEL) && !mapping.has(STREAM) && isInOne(sampleOf(LEVEL))) move(LEVEL, WHOLE)
  if (mapping.has(LEVEL) && !mapping.has(STREAM) && areLetters(sampleOf(LEVEL))) move(LEVEL, STREAM)
}

/** “A”, “B”, “C” are classes of a level, whatever language calls a level what another calls these. */
const areLetters = (cells: readonly Cell[]): boolean =>
  cells.some(({ text }) => text !== '') && cells.every(({ text }) => /^\p{L}?$/u.test(text))

const isInOne = (cells: readonly Cell[]): boolean => {
  const said = cells.filter(({ text }) => text !== '')
  return said.length > 0 && said.filter(({ text }) => IN_ONE.test(text)).length > said.length / 2
}
