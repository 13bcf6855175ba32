import { nameOfEntity } from '../../../db/queries/shared/entity-names'
import { importKinds } from '../../imports'
import { actorName } from '../../shared/users/actor-name'
import { type Currency, toDecimal } from '../../values/money'
import { taskInWords } from '../../values/task-names'
import { parseInstant, wallClock } from '../../values/time'
import type { exportContract } from '../contract/exports'
import * as list from '../contract/lists'
import { type Cell, listFile, pagesOf } from '../exports/list-file'
import type { HandlersOf, Office } from '../office'
import { chartFiles } from './chart-files'
import { importsHandlers } from './imports'
import { officeHandlers } from './office'
import { outboxHandlers } from './outbox'
import { payrollHandlers } from './payroll'
import { peopleHandlers } from './people'
import { scheduleHandlers } from './schedules'
import { taskHandlers } from './tasks'

/** Rows that one turn reads. */
const PAGE = 200

export const exportHandlers: HandlersOf<typeof exportContract> = {
  ...chartFiles,

  'exports.tasks': (office, filter, caller) =>
    listFile(office, {
      name: 'tasks',
      headers: ['Number', ...Object.values(list.taskColumns), 'Ended at', 'Queue', 'Why', 'How to mend it'],
      pages: pagesOf(async (cursor?: number) => {
        const asked = { ...filter, limit: PAGE, cursor }
        return numbered(await taskHandlers['tasks.list'](office, asked, caller))
      }),
      cells: (task) => [
        Number(task.task_id),
        localTime(office, task.created_at),
        list.taskStates[task.state],
        taskInWords(task.task),
        secondsOf(task.started_at, task.finished_at),
        whoAsked(office, task.origin),
        localTime(office, task.finished_at),
        task.queue,
        task.error?.message ?? null,
        task.error?.fix ?? null,
      ],
    }),

  'exports.people': (office, { q }, caller) => {
    const { number, name, department, base, mail } = list.peopleColumns
    return listFile(office, {
      name: 'people',
      headers: [number, name, department, base, 'Currency', mail, 'First day', 'Last day'],
      pages: pagesOf((cursor?: string) =>
        peopleHandlers['people.list_employees'](office, { q, limit: PAGE, cursor }, caller),
      ),
      cells: (one) => [
        one.external_ref,
        one.name,
        one.department,
        amount(one.base_minor, one.currency),
        one.currency,
        one.email,
        one.hire_date,
        one.termination_date,
      ],
    })
  },

  'exports.periods': (office, { ids }, caller) => {
    const { month, period, type, state, due, people, net } = list.payRunColumns
    return listFile(office, {
      name: 'pay-runs',
      headers: ['First day', month, period, type, state, due, people, 'Gross', net, 'Currency'],
      pages: pagesOf(async () => {
        const page = await payrollHandlers['payroll.periods'](office, {}, caller)
        return { ...page, items: page.items.filter(({ id }) => ids === undefined || ids.includes(id)) }
      }),
      cells: (one) => {
        const run = list.mainRun(one.runs)
        return [
          one.start_date,
          one.end_date,
          one.description,
          list.periodTypes[one.period_type],
          list.payRunStates[list.periodState(one)],
          localTime(office, one.due_at),
          run?.employees ?? null,
          run ? amount(run.gross_minor, run.currency) : null,
          run ? amount(run.net_minor, run.currency) : null,
          run?.currency ?? null,
        ]
      },
    })
  },

  'exports.schedules': (office, { ids }, caller) => {
    const { next, schedule } = list.scheduleColumns
    return listFile(office, {
      name: 'schedules',
      headers: [schedule, 'Task', 'Rule', 'Cron', 'Time zone', next, 'Why it rests', 'Warning'],
      pages: pagesOf(async (cursor?: number) => {
        const page = numbered(await scheduleHandlers['schedules.list'](office, { limit: PAGE, cursor }, caller))
        return { ...page, items: page.items.filter(({ id }) => ids === undefined || ids.includes(id)) }
      }),
      cells: (one) => [
        one.name,
        taskInWords(one.task),
        one.sentence,
        one.cron,
        one.zone,
        localTime(office, one.next_due_at),
        one.resting?.message ?? null,
        one.warnings.map(({ message }) => message).join(' ') || null,
      ],
    })
  },

  'exports.outbox': (office, filter, caller) => {
    const { at, state, to, subject, last } = list.mailColumns
    return listFile(office, {
      name: 'outbox',
      headers: [at, state, 'Name', to, subject, last, 'Answer of the server', 'Why'],
      pages: pagesOf(async (cursor?: number) =>
        numbered(await outboxHandlers['outbox.list'](office, { ...filter, limit: PAGE, cursor }, caller)),
      ),
      cells: (mail) => [
        localTime(office, mail.created_at),
        list.mailStates[mail.state],
        mail.to_name,
        mail.to,
        mail.subject,
        localTime(office, mail.changed_at),
        mail.smtp_reply,
        mail.reason?.message ?? null,
      ],
    })
  },

  'exports.audit': (office, filter, caller) =>
    listFile(office, {
      name: 'audit',
      headers: Object.values(list.auditColumns),
      pages: pagesOf((before?: number) =>
        officeHandlers['office.audit'](office, { ...filter, after: 0, order: 'newest', before, limit: PAGE }, caller),
      ),
      cells: (entry) => [
        entry.seq,
        localTime(office, entry.at),
        actorName(office.db, entry.actor),
        entry.action,
        entry.name === null ? entry.entity : `${entry.entity}, ${entry.name}`,
        entry.detail,
        entry.hash,
      ],
    }),

  'exports.imports': (office, filter, caller) => {
    const { when, file, kind, state, who } = list.importColumns
    const labels = new Map(importKinds().map((one) => [one.kind, one.label]))
    return listFile(office, {
      name: 'imports',
      headers: [when, file, kind, state, 'Rows', 'New', 'Changed', 'Unchanged', 'Repeated', 'With errors', who],
      pages: pagesOf((cursor?: number) =>
        importsHandlers['imports.list'](office, { ...filter, limit: PAGE, cursor }, caller),
      ),
      cells: ({ counts, ...one }) => [
        localTime(office, one.undone_at ?? one.applied_at ?? one.created_at),
        one.file_name,
        labels.get(one.kind) ?? one.kind,
        list.importStates[one.state],
        counts.rows,
        counts.create,
        counts.update,
        counts.unchanged,
        counts.duplicate,
        counts.error,
        actorName(office.db, one.applied_by ?? one.created_by),
      ],
    })
  },
}

/** Cursors of these lists are numbers; their answers carry them as text. */
const numbered = <Row>({ items, next }: { items: Row[]; next: string | null }) => ({
  items,
  next: next === null ? null : Number(next),
})

/** 2026-11-25 14:32 on the office's wall clock: what every spreadsheet reads as a date. */
function localTime(office: Office, iso: string | null): Cell {
  const at = iso === null ? null : parseInstant(iso)
  if (at === null) return null
  const { date, time } = wallClock(at, office.engine.zone())
  return `${date} ${time.slice(0, 5)}`
}

const secondsOf = (from: string | null, to: string | null): Cell =>
  from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 1000

const amount = (minor: number | null, currency: string): Cell =>
  minor === null ? null : toDecimal(BigInt(minor), currency as Currency)

/** A schedule is called by its name. */
const whoAsked = (office: Office, origin: string): string =>
  (origin.startsWith('schedule:') && nameOfEntity(office.db, origin)) || actorName(office.db, origin)
