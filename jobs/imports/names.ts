import type { QueueName } from '../engine/define-task'

/** The kinds of API.md (and rate tables, domains/payroll.md) and the queue their work goes to (domains/shared.md, routing). */
export const KIND_QUEUES = {
  employees: 'default',
  salaries: 'default',
  time_entries: 'default',
  clients: 'default',
  bank_statement: 'default',
  vehicles: 'default',
  tax_rates: 'default',
  rate_tables: 'default',
  students: 'academic',
  teachers: 'users',
  parents: 'users',
  classrooms: 'academic',
  marks: 'academic',
} as const satisfies Record<string, QueueName>

export const queueOfKind = (kind: string): QueueName =>
  (KIND_QUEUES as Record<string, QueueName | undefined>)[kind] ?? 'default'

/**
 * The lock of whoever writes an import or takes one back. Its pages are transactions of their own, and what it compares its
 * rows with changes by its own doing: of two at once each would write on facts that nobody was shown.
 */
export const WRITES_LOCK = 'imports.written'
