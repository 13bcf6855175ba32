import type { ColumnAnswer, ColumnReading, Decision, Question } from '../column-types'
import type { Cell } from '../sheet'
import { decimalOf, shiftDecimal } from './decimal'
import { type DecimalMark, decimalOfBody, markOf, readNumberText } from './number-text'

/** What the cells of a column of numbers say about how they are to be read. */
export type NumberEvidence = {
  point: number
  comma: number
  pointExample: string | null
  commaExample: string | null
  /** Cells that are another number under each mark (`1.234`). */
  either: number
  eitherExample: string | null
  /** Cells other than zero without a percent sign or format; their digits. */
  unsigned: number
  unsignedExample: string | null
}

export const noNumbers = (): NumberEvidence => ({
  point: 0,
  comma: 0,
  pointExample: null,
  commaExample: null,
  either: 0,
  eitherExample: null,
  unsigned: 0,
  unsignedExample: null,
})

export function gatherNumbers(evidence: NumberEvidence, cell: Cell): void {
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    if (!cell.percent && cell.value !== 0) {
      evidence.unsigned++
      evidence.unsignedExample ??= decimalOf(cell.value)
    }
    return
  }
  if (cell.kind !== 'text') return
  const number = readNumberText(cell.text)
  if (!number) return
  const mark = markOf(number.body)
  if (mark === 'point') {
    evidence.point++
    evidence.pointExample ??= number.body
  } else if (mark === 'comma') {
    evidence.comma++
    evidence.commaExample ??= number.body
  } else if (mark === 'either') {
    evidence.either++
    evidence.eitherExample ??= number.body
  }
  if (mark && !number.percent && /[1-9]/.test(number.body)) {
    evidence.unsigned++
    evidence.unsignedExample ??= number.body
  }
}

/**
 * One value that can be read one way only decides the column, whatever was answered for an earlier file. Where the
 * values contradict each other, the majority holds and the others become errors of their rows; but as soon as a value
 * beside them could be read both ways, or neither side has the majority, a person is asked.
 */
export function decideNumbers(
  evidence: NumberEvidence,
  undecided: ColumnReading,
  answer: ColumnAnswer,
  isPercent: boolean,
): Decision {
  const { point, comma, either } = evidence
  let decimalMark: DecimalMark | null = null
  const isOpen = either > 0 ? point > 0 === comma > 0 : point > 0 && point === comma
  if (isOpen) {
    decimalMark = answer.number_style === 'point' ? '.' : answer.number_style === 'comma' ? ',' : null
    if (!decimalMark) return { reading: null, question: askForMark(evidence) }
  } else if (point !== comma) {
    decimalMark = point > comma ? '.' : ','
  }

  let percentScale: ColumnReading['percentScale'] = null
  if (isPercent && evidence.unsigned > 0) {
    const { percent_scale } = answer
    if (percent_scale !== 'points' && percent_scale !== 'fraction') {
      return { reading: null, question: askForScale(evidence.unsignedExample ?? '', decimalMark) }
    }
    percentScale = percent_scale
  }
  return { reading: { ...undecided, decimalMark, percentScale }, question: null }
}

function askForMark(evidence: NumberEvidence): Question {
  const example = (found: string | null, mark: DecimalMark): string => {
    const decimal = found === null ? null : decimalOfBody(found, mark)
    return decimal === null ? '' : `${found} = ${spelledOut(decimal)}`
  }
  return {
    ask: 'number_style',
    choices: [
      { answer: 'point', example: example(evidence.eitherExample ?? evidence.pointExample, '.') },
      { answer: 'comma', example: example(evidence.eitherExample ?? evidence.commaExample, ',') },
    ],
  }
}

/** `1234`, or `1 + 234/1000`: a form that no reader can take for thousands. */
function spelledOut(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  return fraction ? `${whole} + ${fraction}/1${'0'.repeat(fraction.length)}` : whole
}

function askForScale(found: string, mark: DecimalMark | null): Question {
  const decimal = decimalOfBody(found, mark ?? (markOf(found) === 'comma' ? ',' : '.')) ?? found
  return {
    ask: 'percent_scale',
    choices: [
      { answer: 'points', example: `${found} = ${shiftDecimal(decimal, 0)} %` },
      { answer: 'fraction', example: `${found} = ${shiftDecimal(decimal, 2)} %` },
    ],
  }
}
