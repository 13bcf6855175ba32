import type { Write } from '../../../jobs/engine/write'
import { approveRun } from '../../../jobs/payroll/approve'
import { type EditedComponent, saveComponents } from '../../../jobs/payroll/components'
import type { PayrollOffice } from './payroll-office'

export const made = (given: Partial<EditedComponent> & { code: string }): EditedComponent => ({
  name: given.code,
  kind: 'deduction',
  method: 'fixed',
  order: 700,
  taxable: false,
  prorate: false,
  one_off: false,
  amount_minor: null,
  rate_ppm: null,
  base: [],
  bands: null,
  formula: null,
  rate_table: null,
  months: null,
  carry_over: false,
  cap_minor: null,
  rounding: 'half_up',
  structures: null,
  active: true,
  ...given,
})

export const only = <T>(list: T[]): T => {
  if (list.length !== 1 || list[0] === undefined) throw new Error(`${list.length} where one was expected`)
  return list[0]
}

export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

const LAST = ['', '31', '29', '31', '30', '31', '30']

/** What an administrator does month by month in 2024. */
export function monthsOf(office: PayrollOffice) {
  const write = <T>(work: (write: Write) => T) => office.engine.write('user:1', work)
  async function run(periodId: number, approves = true) {
    await office.process({ period_id: periodId })
    const { id } = office.run(periodId)
    const lines = office.lines(id)
    const slips = office.slips(id).map((slip) => ({
      ...slip,
      amounts: Object.fromEntries(
        lines.filter((line) => line.slip_id === slip.id).map((line) => [line.code, line.amount_minor]),
      ),
    }))
    if (approves) await write((w) => approveRun(w, id))
    return slips
  }
  return {
    write,
    add: (...components: EditedComponent[]) => write((w) => saveComponents(w, components)),
    /** Computes a period and, unless it is to stay a draft, approves it. Answers with the slips and their amounts. */
    run,
    month: async (n: number, approves = true) =>
      run(
        await office.addPeriod({
          start_date: `2024-0${n}-01`,
          end_date: `2024-0${n}-${LAST[n]}`,
          description: `Month ${n}`,
        }),
        approves,
      ),
    periodOf: (runId: number) =>
      office.db.prepare('select period_id from pay_run where id = ?').pluck().get(runId) as number,
  }
}
