import type { Db } from '../../../db/open'
import type { RunRow } from '../../../db/queries/payroll/runs'
import { chainOf, type PostedRow, postedFor, slipRanges } from '../../../db/queries/payroll/supplementary'
import { Problem } from '../../values/problem'
import { needRun } from '../approve'
import { basisOf } from '../basis'
import { type RunFacts, readFacts } from '../load-run'
import type { heldIn } from '../load-terms'
import { askOf } from './ask'
import { arrearsFacts, digestOfParts, heldOfArrears, type SlipsAsk, slipFacts } from './facts'

/** A closed period as it would be computed today, beside what is posted for it. */
export type ArrearsPart = { periodId: number; facts: RunFacts; posted: PostedRow[] }

export type SupplementaryInput = {
  /** The approved runs the figures rest on. */
  basis: string
} & (
  | {
      kind: 'slips'
      facts: RunFacts /** Who gets a slip of zero where nothing is paid them any more. */
      people: number[]
    }
  | { kind: 'mirror'; of: number[]; ranges: { from: number; to: number }[]; digest: string }
  | {
      kind: 'arrears'
      currency: string
      parts: ArrearsPart[]
      /** Whose pay is held back in the period it is posted in. */
      held: ReturnType<typeof heldIn>
    }
)

/** Slips that one turn mirrors: about 25 ms with 20 lines each. */
const MIRRORED_AT_ONCE = 250

/** Everything a supplementary run is computed from. Throws `payroll.run_not_a_draft`. */
export function loadSupplementary(db: Db, { run_id }: { run_id: number }): SupplementaryInput {
  const run = needSupplementaryDraft(db, run_id)
  const ask = askOf(run)
  switch (ask.kind) {
    case 'correction':
      return slipsFrom(db, run, ask, ask.people)
    case 'final':
    case 'off_cycle':
    case 'trial':
      return slipsFrom(db, run, ask)
    case 'reversal': {
      const of = chainOf(db, run.of_run_id ?? 0)
      const digest = of.map((id) => needRun(db, id).digest).join(' ')
      const basis = basisOf(db, run, { stands: [], people: [] })
      return { kind: 'mirror', basis, of, ranges: slipRanges(db, of, MIRRORED_AT_ONCE), digest }
    }
    case 'arrears': {
      const read = arrearsFacts(db, ask, readFacts)
      const people = ask.people && new Set(ask.people)
      const parts = read.map(({ stand, ...facts }) => ({
        periodId: stand.periodId,
        facts,
        posted: postedFor(db, stand.periodId).filter((row) => people === null || people.has(row.party_id)),
      }))
      const held = heldOfArrears(db, run, ask)
      const facts = digestOfParts(read, held)
      const basis = basisOf(db, run, { stands: read.map(({ stand }) => stand), people: ask.people, facts })
      return { kind: 'arrears', basis, currency: run.currency, parts, held }
    }
  }
}

/** `people`: who gets a slip of zero where nothing is paid them any more. */
function slipsFrom(
  db: Db,
  run: RunRow,
  ask: SlipsAsk,
  people: number[] = [],
): Extract<SupplementaryInput, { kind: 'slips' }> {
  const { stand, ...facts } = slipFacts(db, run, ask, readFacts)
  const all = [...new Set([...facts.employees.map(({ partyId }) => partyId), ...people])]
  const basis = basisOf(db, run, { stands: [stand], people: all, facts: digestOfParts([facts]) })
  return { kind: 'slips', basis, facts, people }
}

export function needSupplementaryDraft(db: Db, id: number): RunRow {
  const run = needRun(db, id)
  if (run.kind === 'regular' || (run.status !== 'draft' && run.status !== 'computing')) {
    throw new Problem('payroll.run_not_a_draft', { no: run.no, status: run.status }, { kind: 'conflict' })
  }
  return run
}
