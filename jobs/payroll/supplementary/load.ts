import type { Db } from '../../../db/open'
import { itemsFrom } from '../../../db/queries/payroll/month-items'
import type { PeriodRow } from '../../../db/queries/payroll/periods'
import type { RunRow } from '../../../db/queries/payroll/runs'
import { chainOf, finalRuns, type PostedRow, postedFor, slipRanges } from '../../../db/queries/payroll/supplementary'
import { Problem } from '../../values/problem'
import { monthOf } from '../../values/time'
import { needRun } from '../approve'
import { basisOf } from '../basis'
import { needPeriod, type PostedFacts, type RunFacts, readFacts, toItem } from '../load-run'
import { heldIn, holdToday, wholeLoans } from '../load-terms'
import { chosenComponents } from '../rules/chosen-components'
import type { OneOffItem } from '../rules/one-off'
import type { Employee } from '../rules/slip'
import { type Ask, type AskedItem, askOf } from './ask'

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
      return slipsFrom(db, run, factsOfRun(db, needRun(db, run.of_run_id ?? 0), ask.people), ask.people)
    case 'final':
      return slipsFrom(db, run, finalFacts(db, run, ask))
    case 'off_cycle':
      return slipsFrom(db, run, offCycleFacts(db, run, ask))
    case 'trial':
      return slipsFrom(db, run, readFacts(db, needPeriod(db, run.period_id)))
    case 'reversal': {
      const of = chainOf(db, run.of_run_id ?? 0)
      const digest = of.map((id) => needRun(db, id).digest).join(' ')
      const basis = basisOf(db, run, { stands: [], people: [] })
      return { kind: 'mirror', basis, of, ranges: slipRanges(db, of, MIRRORED_AT_ONCE), digest }
    }
    case 'arrears': {
      const read = ask.periods.map((periodId) => {
        const facts = withLeavers(db, periodId, readFacts(db, needPeriod(db, periodId)))
        return ask.people ? only(facts, ask.people) : facts
      })
      const people = ask.people && new Set(ask.people)
      const parts = read.map(({ stand, ...facts }) => ({
        periodId: stand.periodId,
        facts,
        posted: postedFor(db, stand.periodId).filter((row) => people === null || people.has(row.party_id)),
      }))
      const basis = basisOf(db, run, { stands: read.map(({ stand }) => stand), people: ask.people })
      return { kind: 'arrears', basis, currency: run.currency, parts, held: heldIn(db, needPeriod(db, run.period_id)) }
    }
  }
}

/** `people`: who gets a slip of zero where nothing is paid them any more. */
function slipsFrom(
  db: Db,
  run: RunRow,
  { stand, ...facts }: PostedFacts,
  people: number[] = [],
): Extract<SupplementaryInput, { kind: 'slips' }> {
  const all = [...new Set([...facts.employees.map(({ partyId }) => partyId), ...people])]
  return { kind: 'slips', basis: basisOf(db, run, { stands: [stand], people: all }), facts, people }
}

export function needSupplementaryDraft(db: Db, id: number): RunRow {
  const run = needRun(db, id)
  if (run.kind === 'regular' || (run.status !== 'draft' && run.status !== 'computing')) {
    throw new Problem('payroll.run_not_a_draft', { no: run.no, status: run.status }, { kind: 'conflict' })
  }
  return run
}

function only(facts: PostedFacts, people: readonly number[]): PostedFacts {
  const wanted = new Set(people)
  return { ...facts, employees: facts.employees.filter(({ partyId }) => wanted.has(partyId)) }
}

/** What some slips of a run would be computed from today: of final pay, as final pay takes them. */
function factsOfRun(db: Db, root: RunRow, people: number[]): PostedFacts {
  const ask = root.kind === 'final' ? askOf(root) : null
  if (ask?.kind === 'final') return finalFacts(db, root, { ...ask, people })
  return only(readFacts(db, needPeriod(db, root.period_id)), people)
}

/** Facts of a closed period, those of leavers who got their final pay in it as that takes them. */
function withLeavers(db: Db, periodId: number, facts: PostedFacts): PostedFacts {
  const leavers = new Map(
    finalRuns(db, periodId).flatMap((id) => {
      const run = needRun(db, id)
      const ask = askOf(run)
      return ask.kind === 'final'
        ? finalFacts(db, run, ask, facts).employees.map((one) => [one.partyId, one] as const)
        : []
    }),
  )
  return { ...facts, employees: facts.employees.map((one) => leavers.get(one.partyId) ?? one) }
}

/** A leaver's whole period, with the items of later months, all that is owed, and what was typed: no run comes after. */
function finalFacts(db: Db, run: RunRow, ask: Extract<Ask, { kind: 'final' }>, all?: PostedFacts): PostedFacts {
  const period = needPeriod(db, run.period_id)
  const facts = only(all ?? readFacts(db, period), ask.people)
  const taken = new Set(facts.employees.flatMap((one) => one.items.map((item) => `${one.partyId} ${item.month}`)))
  const employees = facts.employees.map((one) => {
    const later = itemsFrom(db, one.partyId, monthOf(period.start_on)).filter(
      (item) => !taken.has(`${item.party_id} ${item.month}`),
    )
    const typed = ask.items.filter((item) => item.partyId === one.partyId)
    const { hold: _, ...rest } = one
    const hold = holdToday(db, period, one.partyId)
    return {
      ...rest,
      ...(hold && { hold }),
      loans: wholeLoans(db, period, one.partyId),
      loansWait: true as const,
      items: [...one.items, ...later.map(toItem), ...typed.map((item) => asItem(run, period, item))],
    }
  })
  return { ...facts, employees }
}

/**
 * The items that were typed, and of the components only theirs and those that were chosen beside them. Instalments, what
 * waits from earlier periods and what was held are left to the regular run, which takes them as if no other run had been in
 * its period: taken here they would be taken twice.
 */
function offCycleFacts(db: Db, run: RunRow, ask: Extract<Ask, { kind: 'off_cycle' }>): PostedFacts {
  const period = needPeriod(db, run.period_id)
  const people = [...new Set(ask.items.map((item) => item.partyId))]
  const facts = only(readFacts(db, period, true), people)
  const known = new Set(facts.employees.map(({ partyId }) => partyId))
  // Who is not employed in the period gets a slip that says so, instead of none.
  const others: Employee[] = people
    .filter((id) => !known.has(id))
    .map((partyId) => ({ partyId, segments: [], items: [] }))
  const codes = new Set([...ask.items.map((item) => item.code), ...ask.codes])
  return {
    ...facts,
    components: chosenComponents(facts.components, codes, facts.currency),
    employees: [...facts.employees, ...others].map(({ loans: _, carried: __, hold, ...one }) => ({
      ...one,
      ...(hold?.isHeld && { hold }),
      items: ask.items.filter((item) => item.partyId === one.partyId).map((item) => asItem(run, period, item)),
    })),
  }
}

const asItem = (run: RunRow, period: PeriodRow, item: AskedItem): OneOffItem => ({
  month: monthOf(period.end_on),
  source: `run ${run.id}`,
  code: item.code,
  amountMinor: item.amountMinor,
  quantity: item.quantity,
  rateMinor: item.rateMinor,
})
