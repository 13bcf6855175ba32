import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { startImport } from '../../imports'
import { readFileLink } from '../../shared/files'
import { Problem } from '../../values/problem'
import { monthOfYear } from '../rules/month'
import { peopleRuns } from '../runs'
import { MonthNumber, Year } from './month-args'

const Args = z.strictObject({
  /** A file the office has stored: dropped before, or kept with an earlier import. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  year: Year,
  month: MonthNumber,
  salary_period: z.enum(['monthly', 'annual']).default('monthly'),
})

/**
 * Starts the import of a stored salary file for a month; the importer checks it and whoever looks after the office applies
 * it. One unfinished task per file and month; the same file again is told by the importer and changes nothing.
 */
export const importSalaries = defineTask({
  name: 'people.import_salaries',
  queue: 'default',
  args: Args,
  positional: ['sha256', 'year', 'month', 'salary_period'],
  key: (args) => `${args.sha256}/${monthOfYear(args.year, args.month)}`,
  load: (db, { sha256 }) => {
    const stored = readFileLink(db, sha256)
    if (!stored) throw new Problem('people.file_not_stored', { sha256 }, { kind: 'not_found' })
    return stored
  },
  run: peopleRuns['people.import_salaries'],
  commit: (write, stored, { year, month, salary_period }) => {
    const { importId, taskId } = startImport(write, stored, 'salaries', { year, month, salary_period })
    return { import_id: importId, task_id: String(taskId) }
  },
})
