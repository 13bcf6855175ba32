import { z } from 'zod'
import { defineMethod, FileAnswer, Id } from '../method'
import { chartAsk, peopleAsk } from './charts'
import { ImportFilter } from './imports'
import { AuditFilter } from './office'
import { MailFilter } from './outbox'
import { CHART_NAMES } from './tables'
import { TaskFilter } from './tasks'

const ThoseOf = z.strictObject({
  /** Numbers between commas; all where it is left out. */
  ids: z
    .string()
    .transform((text): unknown[] => text.split(','))
    .pipe(z.array(Id))
    .optional(),
})
const FileFormat = z.enum(['csv', 'xlsx'])

/** A list of the window as a file: every row that fits the filter, as CSV, its texts such that no spreadsheet runs them. */
const listFile = <Filter extends z.ZodType>(
  list: string,
  summary: string,
  input: Filter,
  role: 'viewer' | 'clerk' | 'manager' = 'viewer',
) =>
  defineMethod({
    summary: `${summary} as a CSV file`,
    input,
    output: FileAnswer,
    role,
    rest: [{ verb: 'GET', path: `/api/exports/${list}.csv` }],
  })

export const exportContract = {
  'exports.tasks': listFile('tasks', 'Tasks, newest first, filtered as the list is,', TaskFilter),
  'exports.people': listFile(
    'people',
    'Employees by name, filtered as the list is,',
    z.strictObject({ q: z.string().max(200).default('') }),
  ),
  'exports.periods': listFile(
    'periods',
    'Payroll periods with their newest run, or those of the numbers that are given,',
    ThoseOf,
  ),
  'exports.schedules': listFile('schedules', 'Schedules, or those of the numbers that are given,', ThoseOf),
  'exports.outbox': listFile('outbox', 'Mail, newest first, filtered as the list is,', MailFilter, 'clerk'),
  'exports.audit': listFile('audit', 'The audit chain, newest first, filtered as the list is,', AuditFilter, 'manager'),
  'exports.charts': defineMethod({
    summary: 'A chart’s table as a CSV file or a workbook.',
    input: z.strictObject({ chart: z.enum(CHART_NAMES), format: FileFormat, ...chartAsk }),
    output: FileAnswer,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/exports/charts/:chart.:format' }],
  }),
  'exports.chart_people': defineMethod({
    summary: 'The people a month’s charts count, filtered as the list is, as a CSV file or a workbook.',
    input: z.strictObject({ format: FileFormat, ...peopleAsk }),
    output: FileAnswer,
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/exports/chart-people.:format' }],
  }),
  'exports.imports': listFile('imports', 'Imports, newest first, filtered as the list is,', ImportFilter),
}
