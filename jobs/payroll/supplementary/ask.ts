import type { RunRow } from '../../../db/queries/payroll/runs'

/** An amount, or units with a rate, that somebody typed for one person. */
export type AskedItem = {
  partyId: number
  code: string
  amountMinor: number | null
  /** Plain decimal. */
  quantity: string | null
  rateMinor: number | null
}

/** What a supplementary run was asked for, as it is kept with the run: computing it again asks the same. */
export type Ask = { reason: string } & (
  | { kind: 'correction'; people: number[] }
  | { kind: 'reversal' }
  /** `people` null: everybody. */
  | { kind: 'arrears'; periods: number[]; people: number[] | null }
  /** `codes`: the components that are computed beside the items, such as the tax on them. */
  | { kind: 'off_cycle'; items: AskedItem[]; codes: string[] }
  | { kind: 'final'; people: number[]; items: AskedItem[] }
  /** Everybody, as a regular run would pay them; it never takes effect. */
  | { kind: 'trial' }
)

export const askOf = (run: Pick<RunRow, 'ask'>): Ask => {
  if (run.ask === null) throw new Error('a regular run: nobody asked for anything')
  return JSON.parse(run.ask) as Ask // written by the office itself
}

/** The periods whose posted figures the run rests on. */
export const periodsOf = (run: Pick<RunRow, 'period_id'>, ask: Ask): number[] =>
  ask.kind === 'arrears' ? ask.periods : [run.period_id]
