import type { z } from 'zod'
import { nearest } from '../values/nearest'

/** One thing wrong with an input, in words. */
export type InputProblem = { where: string; found: string; expected: string; fix: string }

/** A schema's finding as where, found, expected and fix. */
export function wordIssue(issue: z.core.$ZodIssue, input: unknown): InputProblem {
  const where = pathInWords(issue.path)
  const value = valueAt(input, issue.path)
  const found = showValue(value)
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `“${key}”`).join(', ')
    return {
      where,
      found: `the unknown field${issue.keys.length > 1 ? 's' : ''} ${names}`,
      expected: 'only fields that are known here',
      fix: `Leave ${names} out, or correct the spelling.`,
    }
  }
  if (issue.code === 'custom') return { where, found, expected: issue.message, fix: `Give ${issue.message}.` }
  const expected = expectation(issue, value)
  if (value === undefined) return { where, found: 'nothing', expected, fix: `Give ${where}: ${expected}.` }
  return { where, found, expected, fix: `Change ${where} to ${expected}.` }
}

function expectation(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? `a value of type ${issue.expected}`
    case 'too_small':
      return bound('at least', issue.origin, Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return bound('at most', issue.origin, Number(issue.maximum), issue.inclusive ?? true)
    case 'invalid_format':
      return FORMATS[issue.format] ?? `text in the form ${issue.pattern ?? issue.format}`
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    case 'invalid_value': {
      const values = issue.values.map(String)
      const [near] = typeof value === 'string' ? nearest(value, values, 1) : []
      return `one of ${values.join(', ')}${near === undefined ? '' : ` (“${near}” is nearest)`}`
    }
    case 'invalid_union': {
      const ways = issue.errors.map((errors) => errors[0]).filter((one) => one !== undefined)
      return [...new Set(ways.map((one) => expectation(one, value)))].join(', or ') || 'another kind of value'
    }
    case 'invalid_key':
      return 'a field name that is known here'
    default:
      return issue.message
  }
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  nan: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
  date: 'a date',
}

const FORMATS: Record<string, string> = {
  datetime: 'an instant as ISO 8601 with its offset, such as 2026-11-25T02:00:00Z',
  date: 'a date as YYYY-MM-DD',
  time: 'a time as HH:MM',
  email: 'one mail address, such as ana@example.org',
  url: 'a web address',
}

function bound(word: 'at least' | 'at most', origin: string, limit: number, inclusive: boolean): string {
  if (origin === 'string') {
    if (word === 'at least' && limit === 1) return 'text that is not empty'
    return `text of ${word} ${limit} characters`
  }
  if (origin === 'array' || origin === 'set') return `a list of ${word} ${limit} entries`
  if (inclusive) return `a number of ${word} ${limit}`
  return word === 'at least' ? `a number greater than ${limit}` : `a number less than ${limit}`
}

/** `lines[2].amount` as “lines, entry 3, amount”. */
export function pathInWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the input'
  return path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : `“${String(part)}”`)).join(', ')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

function showValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (value !== null && typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? `“${value}”` : String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
