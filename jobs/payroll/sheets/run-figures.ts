import type { Db } from '../../../db/open'
import { type SlipAmounts, slipAmounts } from '../../../db/queries/payroll/pay-sheets'

/** Everybody's slip in a run with what it comes to in each column; of error slips there are no figures. */
export function runFigures(db: Db, runId: number): { slip: SlipAmounts; figures: Map<string, number> }[] {
  return slipAmounts(db, runId).map((slip) => {
    if (slip.status === 'error') return { slip, figures: new Map() }
    const figures = new Map<string, number>()
    for (const line of slip.lines?.split('\n') ?? []) {
      const at = line.indexOf(' ')
      const code = line.slice(0, at)
      figures.set(code, (figures.get(code) ?? 0) + Number(line.slice(at + 1)))
    }
    figures.set('gross', slip.gross_minor)
    figures.set('deductions', slip.deductions_minor)
    figures.set('employer_cost', slip.employer_minor)
    figures.set('net', slip.net_minor)
    return { slip, figures }
  })
}
