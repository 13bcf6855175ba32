import { structureId } from '../../../db/queries/payroll/components'
import { allPeriods } from '../../../db/queries/payroll/periods'
import { allRuns, type RunRow, regularRun, runsOfPeriod } from '../../../db/queries/payroll/runs'
import { contractsOf, setTerms } from '../../payroll'
import { approveRun, markRunPaid, needRun, userOf } from '../../payroll/approve'
import { readEditedComponents, saveComponents } from '../../payroll/components'
import { needPeriod } from '../../payroll/load-run'
import { changePeriod, createPeriod } from '../../payroll/periods'
import { requestRun } from '../../payroll/request-run'
import { withDifferences } from '../../payroll/sheets/keep-differences'
import { findSecondPerson } from '../../shared/users/second-person'
import { faultPoint } from '../../values/faults'
import { Problem } from '../../values/problem'
import { parseLocalDate } from '../../values/time'
import type { payrollContract } from '../contract/payroll'
import type { HandlersOf, Office } from '../office'
import { periodView, runView, slipViews } from './payroll-views'

const view = (office: Office, id: number) => periodView(office, needPeriod(office.db, id), runsOfPeriod(office.db, id))

function detail(office: Office, id: number) {
  const run = needRun(office.db, id)
  return runView(office.db, run, needPeriod(office.db, run.period_id))
}

const components = (office: Office) => ({ items: readEditedComponents(office.db), next: null })

/** What was not given is not a change. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export const payrollHandlers: HandlersOf<typeof payrollContract> = {
  'payroll.create_period': async (office, input, { actor }) =>
    view(office, await office.engine.write(actor, (write) => createPeriod(write, input))),
  'payroll.periods': async (office) => {
    const runs = new Map<number, RunRow[]>()
    for (const run of allRuns(office.db)) runs.set(run.period_id, [...(runs.get(run.period_id) ?? []), run])
    const items = allPeriods(office.db).map((row) => periodView(office, row, runs.get(row.id) ?? []))
    return { items: await Promise.all(items), next: null }
  },
  'payroll.period': (office, { id }) => view(office, id),
  'payroll.change_period': async (office, { id, ...patch }, { actor }) => {
    await office.engine.write(actor, (write) => changePeriod(write, id, given(patch)))
    return view(office, id)
  },
  'payroll.run_period': async (office, { id, force }, { actor }) => {
    const started = await withDifferences(office.db, regularRun(office.db, id)?.id, () =>
      office.engine.write(actor, (write) => requestRun(write, id, force ?? false)),
    )
    return { task_id: String(started.taskId), state: started.state, deduplicated: started.deduplicated }
  },
  'payroll.run': (office, { id }) => detail(office, id),
  'payroll.slips': ({ db }, { id }) => {
    needRun(db, id)
    return { items: slipViews(db, id), next: null }
  },
  'payroll.approve_run': async (office, { id, second_passphrase }, { actor }) => {
    needRun(office.db, id)
    const second =
      second_passphrase === undefined || second_passphrase === null
        ? null
        : await findSecondPerson(office, userOf(actor), second_passphrase)
    await office.engine.write(actor, (write) => approveRun(write, id, second))
    faultPoint('payroll.approved')
    return detail(office, id)
  },
  'payroll.mark_paid': async (office, { id }, { actor }) => {
    await office.engine.write(actor, (write) => markRunPaid(write, id))
    return detail(office, id)
  },
  'payroll.components': (office) => components(office),
  'payroll.save_components': async (office, { items }, { actor }) => {
    await office.engine.write(actor, (write) => saveComponents(write, items))
    return components(office)
  },
  'payroll.set_terms': async (office, { employee_id, from, structure, schedule }, { actor }) => {
    const date = parseLocalDate(from)
    if (!date) throw new Problem('payroll.period_date_unreadable', { field: 'from', found: from })
    const ended = await office.engine.write(actor, (write) => {
      if (contractsOf(write.db, [employee_id]).length === 0) {
        throw new Problem('payroll.no_contract_to_change', { id: employee_id }, { kind: 'not_found' })
      }
      const structureOf = (code: string | null) => (code === null ? null : structureId(write.db, code))
      const terms = {
        ...(structure === undefined ? {} : { structureId: structureOf(structure) }),
        ...(schedule === undefined ? {} : { schedule }),
      }
      return setTerms(write, { partyId: employee_id, from: date, terms, origin: actor })
    })
    if (ended) throw new Problem(ended.code, ended.params, { kind: 'conflict' })
    return { changed: true }
  },
}
