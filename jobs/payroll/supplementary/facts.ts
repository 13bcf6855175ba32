import { createHash } from 'node:crypto'
import type { Db } from '../../../db/open'
import { itemsFrom } from '../../../db/queries/payroll/month-items'
import type { PeriodRow } from '../../../db/queries/payroll/periods'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import { finalRuns } from '../../../db/queries/payroll/supplementary'
import type { Steps } from '../../shared/steps'
import { monthOf } from '../../values/time'
import { digestOfFacts } from '../facts-digest'
import { neededTables } from '../load-rules'
import { needPeriod, type PostedFacts, type ReadFacts, type RunFacts, readTypedFacts, toItem } from '../load-run'
import { heldIn, holdToday, wholeLoans } from '../load-terms'
import { chosenComponents } from '../rules/chosen-components'
import type { OneOffItem } from '../rules/one-off'
import type { Employee } from '../rules/slip'
import { type Ask, type AskedItem, askOf } from './ask'

type AskOf<K extends Ask['kind']> = Extract<Ask, { kind: K }>
/** What is asked of one period, whose slips the draft's own are computed as. */
export type SlipsAsk = AskOf<'correction' | 'final' | 'off_cycle' | 'trial'>

/** What the slips of a draft would be computed from today, of its own people alone. */
export function slipFacts(db: Db, run: RunRow, ask: SlipsAsk, read: ReadFacts): PostedFacts {
  switch (ask.kind) {
    case 'correction':
      return correctedFacts(db, runOf(db, run.of_run_id), ask.people, read)
    case 'final':
      return finalFacts(db, run, ask, read)
    case 'off_cycle':
      return offCycleFacts(db, run, ask, read)
    case 'trial':
      return read(db, needPeriod(db, run.period_id))
  }
}

/** What one period of a draft of arrears would be computed from today. */
const arrearsOf = (db: Db, { people }: AskOf<'arrears'>, periodId: number, read: ReadFacts): PostedFacts =>
  withLeavers(db, read(db, needPeriod(db, periodId), { people }))

export const arrearsFacts = (db: Db, ask: AskOf<'arrears'>, read: ReadFacts): PostedFacts[] =>
  ask.periods.map((periodId) => arrearsOf(db, ask, periodId, read))

/** Whose pay is held back in the period that arrears are posted in. */
export const heldOfArrears = (db: Db, run: RunRow, { people }: AskOf<'arrears'>): Held =>
  heldIn(db, needPeriod(db, run.period_id)).filter(({ partyId }) => people === null || people.includes(partyId))

/**
 * The digest of what a draft beside the regular run would be computed from today; null: of nothing that people type, as a
 * reversal, which mirrors what was posted. A step for each period of arrears: everybody of a large office takes tens of
 * milliseconds. Throws as computing it would.
 */
export function* digestOfDraft(db: Db, run: RunRow): Steps<string | null> {
  const ask = askOf(run)
  if (ask.kind === 'reversal') return null
  if (ask.kind !== 'arrears') return digestOfParts([slipFacts(db, run, ask, readTypedFacts)])
  const digests: string[] = []
  for (const periodId of ask.periods) {
    digests.push(digestOfFacts(arrearsOf(db, ask, periodId, readTypedFacts)))
    yield
  }
  return digestOf(digests, heldOfArrears(db, run, ask))
}

type Held = ReturnType<typeof heldIn>

/** `held`: what arrears take up beside the facts of their periods. */
export const digestOfParts = (parts: readonly RunFacts[], held: Held = []): string =>
  digestOf(parts.map(digestOfFacts), held)

const digestOf = (digests: readonly string[], held: Held): string =>
  createHash('sha256')
    .update(JSON.stringify([digests, held]))
    .digest('hex')

function runOf(db: Db, id: number | null): RunRow {
  const run = runRow(db, id ?? 0)
  if (!run) throw new Error(`run ${id}, which a draft rests on, is not there`)
  return run
}

function only(facts: PostedFacts, people: readonly number[]): PostedFacts {
  const wanted = new Set(people)
  return { ...facts, employees: facts.employees.filter(({ partyId }) => wanted.has(partyId)) }
}

/** What some slips of a run would be computed from today: of final pay, as final pay takes them. */
function correctedFacts(db: Db, root: RunRow, people: number[], read: ReadFacts): PostedFacts {
  const ask = root.kind === 'final' ? askOf(root) : null
  if (ask?.kind === 'final') return finalFacts(db, root, { ...ask, people }, read)
  return read(db, needPeriod(db, root.period_id), { people })
}

/** Facts of a closed period, those of leavers who got their final pay in it as that takes them. */
function withLeavers(db: Db, facts: PostedFacts): PostedFacts {
  const leavers = new Map(
    finalRuns(db, facts.stand.periodId).flatMap((id) => {
      const run = runOf(db, id)
      const ask = askOf(run)
      return ask.kind === 'final'
        ? finalFacts(db, run, ask, () => facts).employees.map((one) => [one.partyId, one] as const)
        : []
    }),
  )
  return { ...facts, employees: facts.employees.map((one) => leavers.get(one.partyId) ?? one) }
}

/** A leaver's whole period, with the items of later months, all that is owed, and what was typed: no run comes after. */
function finalFacts(db: Db, run: RunRow, ask: AskOf<'final'>, read: ReadFacts): PostedFacts {
  const period = needPeriod(db, run.period_id)
  const facts = only(read(db, period, { people: ask.people }), ask.people)
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
function offCycleFacts(db: Db, run: RunRow, ask: AskOf<'off_cycle'>, read: ReadFacts): PostedFacts {
  const period = needPeriod(db, run.period_id)
  const people = [...new Set(ask.items.map((item) => item.partyId))]
  const facts = read(db, period, { people, isOffCycle: true })
  const known = new Set(facts.employees.map(({ partyId }) => partyId))
  // Who is not employed in the period gets a slip that says so, instead of none.
  const others: Employee[] = people
    .filter((id) => !known.has(id))
    .map((partyId) => ({ partyId, segments: [], items: [] }))
  const codes = new Set([...ask.items.map((item) => item.code), ...ask.codes])
  const components = chosenComponents(facts.components, codes, facts.currency)
  return {
    ...facts,
    components,
    // A rate that no component of it takes must not make it another draft.
    rules: { ...facts.rules, tables: neededTables(facts.rules.tables, components) },
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
