import type { PeriodRow } from '../../../db/queries/payroll/periods'
import { slipById } from '../../../db/queries/payroll/review'
import { type RunRow, setComputing } from '../../../db/queries/payroll/runs'
import {
  chainOf,
  draftsOfKind,
  draftsOn,
  insertSupplementary,
  setDiscarded,
  slipInChain,
} from '../../../db/queries/payroll/supplementary'
import type { Enqueued, Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { readSetting } from '../../shared/settings'
import { faultPoint } from '../../values/faults'
import { Problem, type Reason } from '../../values/problem'
import { needRun } from '../approve'
import { needPeriod } from '../load-run'
import { keepDifferences } from '../sheets/keep-differences'
import { type Ask, askOf } from './ask'
import { needSupplementaryDraft } from './load'

export type Requested = Enqueued & { runId: number }

export const conflict = (code: string, params: Reason['params'] = {}) => new Problem(code, params, { kind: 'conflict' })

/** Opens the draft and has it computed; the same ask can be computed again as long as it is a draft. */
export function open(write: Write, periodId: number, ofRunId: number | null, ask: Ask): Requested {
  const runId = insertSupplementary(write.db, {
    periodId,
    kind: ask.kind,
    ofRunId,
    ask: JSON.stringify(ask),
    currency: readSetting(write.db, 'office').currency,
    origin: write.actor,
    now: write.now,
  })
  const started = write.enqueue('payroll.prepare_supplementary_run', { run_id: runId })
  setComputing(write.db, runId, started.taskId, write.now)
  const { kind, reason, ...rest } = ask
  recordAudit(write, {
    action: `payroll.${kind}_requested`,
    entity: `run:${runId}`,
    payload: { period: periodId, of: ofRunId, task: started.taskId },
    personal: { partyId: null, payload: { reason, ...rest } },
  })
  write.emit({ type: 'run_changed', id: runId, period_id: periodId, status: 'computing' })
  faultPoint('payroll.asked_before_commit')
  return { ...started, runId }
}

/** The run at the head of a chain of corrections. */
const rootId = (run: RunRow): number => (run.kind === 'correction' ? (run.of_run_id ?? run.id) : run.id)

export function refuseInactive(period: PeriodRow): void {
  if (period.status !== 'active' && period.status !== 'missed') {
    throw conflict('payroll.period_not_active', { status: period.status })
  }
}

function refuseClosed(write: Write, periodId: number): void {
  const period = needPeriod(write.db, periodId)
  if (period.status === 'closed') throw conflict('payroll.period_is_closed', { period: period.description })
}

function needEffective(run: RunRow): void {
  if (run.status !== 'approved' && run.status !== 'paid') {
    throw conflict('payroll.run_not_effective', { no: run.no, status: run.status })
  }
}

/**
 * A mirror run: every line of an approved run and of its corrections negated. Once it is approved the period can be
 * computed anew. Refuses `payroll.run_not_effective`, `run_cannot_be_reversed`, `draft_in_the_way`, `period_is_closed`.
 */
export function requestReversal(write: Write, runId: number, reason: string): Requested {
  const run = needRun(write.db, rootId(needRun(write.db, runId)))
  if (run.kind === 'reversal') throw conflict('payroll.run_cannot_be_reversed', { no: run.no })
  needEffective(run)
  refuseClosed(write, run.period_id)
  const [other] = draftsOn(write.db, run.id)
  if (other) throw conflict('payroll.draft_in_the_way', { no: other.no })
  return open(write, run.period_id, run.id, { kind: 'reversal', reason })
}

/**
 * A correction of one slip: computed anew from today's facts, it takes the slip's place when it is approved, and the
 * rest of the run stays. Refuses `payroll.slip_not_effective`, `run_cannot_be_corrected`, `draft_in_the_way`,
 * `period_is_closed` (what is to change there is posted as arrears).
 */
export function requestCorrection(write: Write, slipId: number, reason: string): Requested {
  const slip = slipById(write.db, slipId)
  if (!slip) throw new Problem('payroll.slip_not_found', { id: slipId }, { kind: 'not_found' })
  const run = needRun(write.db, slip.run_id)
  const root = needRun(write.db, rootId(run))
  needEffective(run)
  if (root.kind !== 'regular' && root.kind !== 'final')
    throw conflict('payroll.run_cannot_be_corrected', { no: root.no })
  refuseClosed(write, run.period_id)
  for (const draft of draftsOn(write.db, root.id)) {
    const ask = JSON.parse(draft.ask) as Ask // written by the office itself
    if (ask.kind !== 'correction' || ask.people.includes(slip.party_id)) {
      throw conflict('payroll.draft_in_the_way', { no: draft.no })
    }
  }
  if (slipInChain(write.db, chainOf(write.db, root.id), slip.party_id)?.id !== slipId) {
    throw conflict('payroll.slip_not_effective', { name: slip.name })
  }
  return open(write, run.period_id, root.id, { kind: 'correction', people: [slip.party_id], reason })
}

/** The draft as it would be computed now. */
export function requestRecompute(write: Write, runId: number): Requested {
  const run = needSupplementaryDraft(write.db, runId)
  keepDifferences(write, run)
  const started = write.enqueue('payroll.prepare_supplementary_run', { run_id: runId })
  setComputing(write.db, runId, started.taskId, write.now)
  recordAudit(write, {
    action: 'payroll.run_requested',
    entity: `run:${runId}`,
    payload: { kind: run.kind, task: started.taskId },
  })
  return { ...started, runId }
}

/** A supplementary draft that is not wanted: it keeps its number, and nothing of it is paid. */
export function discardRun(write: Write, runId: number): void {
  const run = needSupplementaryDraft(write.db, runId)
  if (run.status === 'computing') throw conflict('payroll.run_is_computing', { task: run.task_id })
  setDiscarded(write.db, runId, write.now)
  recordAudit(write, {
    action: 'payroll.run_discarded',
    entity: `run:${runId}`,
    payload: { period: run.period_id, kind: askOf(run).kind, of: run.of_run_id },
  })
  write.emit({ type: 'run_changed', id: runId, period_id: run.period_id, status: 'discarded' })
}

/** The draft of a kind that stands in a period. */
export const draftOfPeriod = (write: Write, kind: RunRow['kind'], periodId: number) =>
  draftsOfKind(write.db, kind).find((draft) => draft.period_id === periodId)

/** Supplementary drafts of a kind that are asked for some of these people, or for everybody. */
export function draftsFor(write: Write, kind: RunRow['kind'], concerns: (ask: Ask) => boolean) {
  return draftsOfKind(write.db, kind).find((draft) => concerns(JSON.parse(draft.ask) as Ask))
}
