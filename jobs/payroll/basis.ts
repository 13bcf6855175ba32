import { createHash } from 'node:crypto'
import type { Db } from '../../db/open'
import { type PeriodRow, periodRow } from '../../db/queries/payroll/periods'
import type { RunRow } from '../../db/queries/payroll/runs'
import { partiesOfRun } from '../../db/queries/payroll/slips'
import { finallyPaid, postedRuns, runsInEffect, tookEffectSince } from '../../db/queries/payroll/supplementary'
import { readStand, type Stand, type StandOf } from './stand'
import { askOf, periodsOf } from './supplementary/ask'

/** What the figures of a draft rest on that other runs post; kept with it, to tell later whether they still hold. */
type Basis = {
  /** The runs that had taken effect up to its period: as long as they are the same, nothing else is looked at. */
  runs: string
  stands: (StandOf & { digest: string })[]
  /** Of a supplementary run: the runs that make up what is posted for its periods. */
  posted?: string
  /** Leavers who are not in it because they got their final pay. */
  leftOut?: number[]
  /** What it was computed from otherwise; of a reversal nothing. */
  facts?: string
}

type Rested = {
  stands: readonly Stand[]
  /** Null: everybody. */
  people: readonly number[] | null
  leftOut?: number[]
  facts?: string
}

/**
 * The basis of a draft. Of what is posted only its own people's is part of it: the approval of a weekly run must not turn
 * away the monthly draft beside it.
 */
export function basisOf(db: Db, run: Pick<RunRow, 'period_id' | 'ask'>, rested: Rested): string {
  const basis: Basis = {
    runs: inEffect(db, run.period_id),
    stands: rested.stands.map((stand) => {
      const { periodId, codes, isOffCycle } = stand
      return { periodId, codes, isOffCycle, digest: digestOf(stand, rested.people) }
    }),
    ...(run.ask !== null && { posted: postedRuns(db, periodsOf(run, askOf(run))) }),
    ...(rested.leftOut && rested.leftOut.length > 0 && { leftOut: rested.leftOut }),
    ...(rested.facts !== undefined && { facts: rested.facts }),
  }
  return JSON.stringify(basis)
}

/** Whether other runs have taken effect that the figures of a draft rest on. */
export function isStale(db: Db, run: RunRow): boolean {
  const period = periodOf(db, run.period_id)
  // A draft of an older Daybook, which kept no basis: it is known only whether anything took effect since.
  if (run.basis === null) return tookEffectSince(db, period.end_on, run.computed_at ?? 0)
  const posted = () => postedRuns(db, periodsOf(run, askOf(run)))
  const basis = JSON.parse(run.basis) as Basis | unknown[] // written by basisOf, or by an older Daybook
  if (Array.isArray(basis)) return run.basis !== posted()
  if (basis.posted !== undefined && basis.posted !== posted()) return true
  if (basis.runs === inEffect(db, run.period_id)) return false
  if (basis.leftOut) {
    const paid = finallyPaid(db, period.end_on)
    if (basis.leftOut.some((partyId) => !paid.has(partyId))) return true
  }
  const people = run.kind === 'arrears' && run.ask !== null ? peopleOf(run) : partiesOfRun(db, run.id)
  return basis.stands.some((one) => {
    const stand = readStand(db, periodOf(db, one.periodId), one.codes, one.isOffCycle)
    return digestOf(stand, people) !== one.digest
  })
}

/** The digest of what people had typed or brought in when a draft was computed; null where it was not kept. */
export function factsOf(run: RunRow): string | null {
  const basis = run.basis === null ? null : (JSON.parse(run.basis) as Basis | unknown[]) // as above
  return basis === null || Array.isArray(basis) ? null : (basis.facts ?? null)
}

function peopleOf(run: RunRow): number[] | null {
  const ask = askOf(run)
  return ask.kind === 'arrears' ? ask.people : null
}

function periodOf(db: Db, id: number): PeriodRow {
  const row = periodRow(db, id)
  if (!row) throw new Error(`period ${id} of a draft is not there`)
  return row
}

const inEffect = (db: Db, periodId: number): string =>
  sha256(JSON.stringify(runsInEffect(db, periodOf(db, periodId).end_on)))

/** Sums of zero are as good as none: a run that was taken back leaves such. */
function digestOf({ balances, year }: Stand, people: readonly number[] | null): string {
  const own = people && new Set(people)
  const isPart = (row: { party_id: number; amount_minor: number }) =>
    row.amount_minor !== 0 && (own === null || own.has(row.party_id))
  const rows = [
    ...balances.filter(isPart).map((row) => [row.party_id, row.kind, row.code, row.ref_id, row.amount_minor].join(' ')),
    ...year.filter(isPart).map((row) => [row.party_id, row.code, row.amount_minor].join(' ')),
  ]
  return sha256(rows.sort().join('\n'))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
