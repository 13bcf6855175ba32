import type { Db } from '../../../db/open'
import { type SlipAmounts, slipAmounts, slipsByName } from '../../../db/queries/payroll/pay-sheets'

export type SlipFigures = { slip: SlipAmounts; figures: Map<string, number> }

/** Slips that are read at once. */
export const SLIPS_A_STEP = 500

/** Everybody's slip in a run with what it comes to in each column, by name; of error slips there are no figures. */
export function* runFigures(db: Db, runId: number): Generator<SlipFigures[], void, undefined> {
  const ids = slipsByName(db, runId)
  for (let at = 0; at < ids.length; at += SLIPS_A_STEP) {
    yield slipAmounts(db, ids.slice(at, at + SLIPS_A_STEP)).map((slip) => ({ slip, figures: figuresOf(slip) }))
  }
}

function figuresOf(slip: SlipAmounts): Map<string, number> {
  const figures = new Map<string, number>()
  if (slip.status === 'error') return figures
  for (const line of slip.lines?.split('\n') ?? []) {
    const at = line.indexOf(' ')
    const code = line.slice(0, at)
    figures.set(code, (figures.get(code) ?? 0) + Number(line.slice(at + 1)))
  }
  figures.set('gross', slip.gross_minor)
  figures.set('deductions', slip.deductions_minor)
  figures.set('employer_cost', slip.employer_minor)
  figures.set('net', slip.net_minor)
  return figures
}
