import { z } from 'zod'
import type { Db } from '../../../db/open'
import { regularRun, runsOfPeriod } from '../../../db/queries/payroll/runs'
import { linesOfRun, slipsOfRun } from '../../../db/queries/payroll/slips'
import { createClock, type TestClock } from '../../../jobs/engine/clock'
import { defineTask } from '../../../jobs/engine/define-task'
import type { Engine, Finished } from '../../../jobs/engine/engine'
import { notify } from '../../../jobs/notify'
import { notifyRuns } from '../../../jobs/notify/runs'
import { payroll, setBasePay, setEmployment } from '../../../jobs/payroll'
import { needPeriod } from '../../../jobs/payroll/load-run'
import { createPeriod, type PeriodInput } from '../../../jobs/payroll/periods'
import { payrollRuns } from '../../../jobs/payroll/runs'
import { people } from '../../../jobs/people'
import { peopleRuns } from '../../../jobs/people/runs'
import { createParty, giveRole } from '../../../jobs/shared/parties'
import { instant, type LocalDate } from '../../../jobs/values/time'
import { makeEngine } from '../../support/engine'

/** The payslips are another part's; here it only counts that they are ordered. */
const passOn = () => Promise.resolve({ default: (args: unknown) => args })
const generatePayslips = defineTask({
  name: 'payroll.generate_payslips',
  queue: 'processing',
  args: z.strictObject({ run_id: z.int() }),
  run: passOn as never,
})

export type PayrollOffice = Awaited<ReturnType<typeof payrollOffice>>

/** A real engine and database with payroll's tasks, at noon (UTC) of a day; Lisbon's zone. */
export async function payrollOffice(today = '2024-02-10', options: { started?: boolean; db?: Db } = {}) {
  const clock: TestClock = createClock()
  clock.set(instant(Date.parse(`${today}T12:00:00Z`)))
  const { engine, db } = makeEngine({
    ...(options.db && { db: options.db }),
    clock,
    tasks: [...payroll.tasks, ...people.tasks, ...notify.tasks, generatePayslips],
    runs: { ...payrollRuns, ...peopleRuns, ...notifyRuns, 'payroll.generate_payslips': passOn },
  })
  if (options.started !== false) await engine.start()
  return { engine, db, clock, ...verbs(engine, db) }
}

function verbs(engine: Engine, db: Db) {
  return {
    /** An employee with a base pay per month, or without one. */
    hire: (name: string, baseMinor: number | null, from = '2020-01-01', to: string | null = null) =>
      engine.write('user:1', (w) => {
        const partyId = createParty(w, { kind: 'person', name, origin: 'user:1' })
        giveRole(w, partyId, {
          role: 'employee',
          externalRef: `E${partyId}`,
          from: from as LocalDate,
          origin: 'user:1',
        })
        setEmployment(w, { partyId, from: from as LocalDate, to: to as LocalDate | null, origin: 'user:1' })
        if (baseMinor !== null) setBasePay(w, { partyId, baseMinor, from: from as LocalDate, origin: 'user:1' })
        return partyId
      }),
    addPeriod: (given: Partial<PeriodInput> = {}) =>
      engine.write('user:1', (w) => createPeriod(w, { ...FEBRUARY, ...given })),
    process: async (args: { period_id: number; force?: boolean; due_at?: number }): Promise<Finished> =>
      engine.finished((await engine.enqueue('payroll.process_payroll_period', args)).taskId),
    autoRun: async (): Promise<Finished> =>
      engine.finished((await engine.enqueue('payroll.auto_run_payroll', {})).taskId),
    period: (id: number) => needPeriod(db, id),
    runs: (periodId: number) => runsOfPeriod(db, periodId),
    run: (periodId: number) => {
      const run = regularRun(db, periodId)
      if (!run) throw new Error('there is no run')
      return run
    },
    slips: (runId: number) => slipsOfRun(db, runId),
    lines: (runId: number) => linesOfRun(db, runId),
    outbox: () => db.prepare('select to_address, subject, body_text from outbox order by id').all() as Mail[],
    audits: (action: string) => db.prepare('select count(*) from audit where action = ?').pluck().get(action) as number,
  }
}

type Mail = { to_address: string; subject: string; body_text: string }

export const FEBRUARY: PeriodInput = {
  start_date: '2024-02-01',
  end_date: '2024-02-29',
  period_type: 'monthly',
  automation_enabled: false,
  automation_rule: null,
  status: 'active',
  description: 'February 2024 Payroll',
}

/** The body of the guide, as it stands there. */
export const GUIDE: PeriodInput = {
  ...FEBRUARY,
  automation_enabled: true,
  automation_rule: { days_before_end: 3, cron: '0 2 * * *', notification_emails: ['finance@company.com'] },
}
