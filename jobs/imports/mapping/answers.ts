import { addedFields, isAdded } from '../../values/added-fields'
import type { JoinRule, SplitRule } from '../../values/parted-text'
import { Problem } from '../../values/problem'
import type { Answers, Chosen, FileFacts } from '../checking/facts'
import type { ColumnAnswer } from '../reading'
import { fieldCalled } from './added-columns'
import { neverRule } from './candidates'
import { findColumn, isRowNumber, NO_COLUMN } from './columns'
import type { MappedField } from './propose'

/** `mapping`: {field: column, or null for none}. `answers`: {what was asked about: the choice}. */
export type Said = {
  mapping: Record<string, string | null>
  answers: Record<string, string | null>
  /** By column and by field; null takes it back. */
  splits?: Record<string, SplitRule | null>
  joins?: Record<string, JoinRule | null>
}

/**
 * What stood before, with what somebody says now. Fields, columns and choices that do not exist are refused in words; of
 * a file that was not read yet only the fields are known.
 */
export function takeAnswers(
  fields: readonly MappedField[],
  facts: FileFacts | null,
  before: Chosen,
  said: Said,
): Chosen {
  const after: Chosen = { mapping: { ...before.mapping }, answers: structuredClone(before.answers) }
  const claimed = new Map<string, string>()
  const take = (fieldName: string, columnName: string | null): void => {
    const field = fieldMeant(fields, fieldName)
    const column = columnName === null ? null : columnMeant(field, columnName, facts)
    const first = column === null ? undefined : claimed.get(column)
    if (first !== undefined && first !== field.name) {
      throw new Problem('import.column_twice', { column, first, second: field.name })
    }
    if (column !== null) {
      for (const [other, held] of Object.entries(after.mapping)) if (held === column) delete after.mapping[other]
      claimed.set(column, field.name)
    }
    after.mapping[field.name] = column
  }
  takeParting(fields, facts, after.answers, said)
  for (const [field, column] of Object.entries(said.mapping)) take(field, column)
  for (const [about, choice] of Object.entries(said.answers)) {
    if (choice === null) continue
    const question = facts?.questions.find((one) => one.column === about)
    const isNone = choice === NO_COLUMN && question?.choices.includes(NO_COLUMN)
    if (question?.part === 'field' || (!question && fields.some(({ name }) => name === about))) {
      take(about, isNone ? null : choice)
    } else answer(after.answers, facts, about, choice)
  }
  return after
}

/** Which columns are split, and which are joined into a field. */
function takeParting(
  fields: readonly MappedField[],
  facts: FileFacts | null,
  answers: Answers,
  { splits = {}, joins = {} }: Said,
): void {
  const known = (name: string): string => {
    const column = facts === null ? { name } : findColumn(facts.columns, name)
    if (column) return column.name
    const columns = facts?.columns.map((one) => one.name).join(', ') ?? ''
    throw new Problem('import.unknown_column', { column: name, columns })
  }
  answers.splits = { ...answers.splits }
  for (const [name, rule] of Object.entries(splits)) {
    if (rule === null || PART_FIELDS.every((part) => fields.some((field) => field.name === part)))
      answers.splits[known(name)] = rule
    else throw new Problem('import.no_name_parts', { column: name })
  }
  answers.joins = { ...answers.joins }
  for (const [name, rule] of Object.entries(joins)) {
    const field = fieldMeant(fields, name)
    if (rule !== null && field.type !== 'text') throw new Problem('import.join_no_text', { field: field.label })
    answers.joins[field.name] = rule && { ...rule, columns: rule.columns.map(known) }
  }
}

const PART_FIELDS = ['given_name', 'family_name']

function fieldMeant(fields: readonly MappedField[], name: string): MappedField {
  const field = fieldCalled(fields, name) ?? fields.find(({ label }) => label === name)
  if (field) return field
  if (isAdded(name)) throw new Problem('import.not_added', { fields: addedFields(name).join(', ') })
  throw new Problem('import.unknown_field', { field: name, fields: fields.map((one) => one.name).join(', ') })
}

function columnMeant(field: MappedField, name: string, facts: FileFacts | null): string {
  if (facts === null) return name
  if (isRowNumber(facts.columns, field, name)) return name
  const column = findColumn(facts.columns, name)
  if (!column) {
    const columns = facts.columns.map((one) => one.name).join(', ')
    throw new Problem('import.unknown_column', { column: name, columns })
  }
  const never = neverRule(field, column)
  if (never === null) return column.name
  throw new Problem('import.column_never_field', { column: column.name, field: field.label, reason: never })
}

const FILE_PARTS = ['encoding', 'delimiter', 'sheet', 'header_row'] as const
const isFilePart = (name: string): name is (typeof FILE_PARTS)[number] => FILE_PARTS.some((part) => part === name)

function answer(answers: Answers, facts: FileFacts | null, about: string, choice: string): void {
  const questions = facts?.questions.filter(({ column }) => column === about) ?? []
  const question = questions.find(({ choices }) => choices.includes(choice)) ?? questions[0]
  if (question && !question.choices.includes(choice)) {
    throw new Problem('import.unknown_choice', { column: about, choice, choices: question.choices.join(', ') })
  }
  if (isFilePart(about)) {
    answers.file[about] = choice
    return
  }
  const column = facts ? findColumn(facts.columns, about) : undefined
  const part = question?.part ?? PART_OF_CHOICE[choice]
  if (!column || part === undefined || part === 'file' || part === 'field') {
    const open = facts?.questions.map((one) => one.column).join(', ') || 'none'
    throw new Problem('import.unknown_question', { column: about, choice, open })
  }
  answers.columns[column.name] = { ...answers.columns[column.name], [part]: choice }
}

/** An answer can be changed when its question is gone: the choice itself says what it answers. */
const PART_OF_CHOICE: Record<string, keyof ColumnAnswer> = {
  day_first: 'date_order',
  month_first: 'date_order',
  '1900s': 'two_digit_year',
  '2000s': 'two_digit_year',
  split_30: 'two_digit_year',
  keep: 'typed_dates',
  swap: 'typed_dates',
  point: 'number_style',
  comma: 'number_style',
  points: 'percent_scale',
  fraction: 'percent_scale',
}
