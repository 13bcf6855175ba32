import {
  replaceRunComponents,
  runRow,
  saveFigures,
  setComputing,
  setDraft,
  setNote,
} from '../../../db/queries/payroll/runs'
import { dropStaged, promoteStaged, stageSlips } from '../../../db/queries/payroll/slips'
import {
  copyComponents,
  markForPeriods,
  setBasis,
  slipFigures,
  stageMirror,
} from '../../../db/queries/payroll/supplementary'
import type { TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { faultPoint } from '../../values/faults'
import type { Reason } from '../../values/problem'
import type { StagedSlip } from '../compute-run'
import { notifyOfSupplementary } from '../notification'
import { freeRun } from '../save-run'
import type { DatedSlip, SupplementaryChunk, SupplementaryOutput } from './compute'
import { finalNote } from './final-note'
import { needSupplementaryDraft } from './load'

type Args = { run_id: number }

export function beginSupplementary(write: Write, { run_id }: Args, call: TaskCall): void {
  needSupplementaryDraft(write.db, run_id)
  dropStaged(write.db, run_id)
  setComputing(write.db, run_id, call.taskId, write.now)
}

export function stageSupplementary(write: Write, { run_id }: Args, chunks: SupplementaryChunk[]): void {
  needSupplementaryDraft(write.db, run_id)
  for (const chunk of chunks) {
    if (chunk.kind === 'mirror') stageMirror(write.db, run_id, chunk.of, chunk.range)
    else if (chunk.kind === 'slips') stageSlips(write.db, run_id, JSON.parse(chunk.slips) as StagedSlip[])
    else {
      const slips = JSON.parse(chunk.slips) as DatedSlip[] // what our own run wrote
      stageSlips(write.db, run_id, slips)
      for (const { partyId, forPeriods } of slips) markForPeriods(write.db, run_id, partyId, forPeriods)
    }
  }
}

/** The computed slips become the draft's. The same figures again leave the draft, its slips and its version as they are. */
export function saveSupplementary(write: Write, output: SupplementaryOutput, { run_id }: Args, call: TaskCall) {
  const { db, now } = write
  const run = needSupplementaryDraft(db, run_id)
  const unchanged = run.version > 0 && run.digest === output.digest
  if (unchanged) {
    dropStaged(db, run_id)
    setDraft(db, run_id, null, now)
  } else {
    // Nobody to pay stages nothing: what an attempt on other input has left there would count for them.
    if (output.people === 0) dropStaged(db, run_id)
    promoteStaged(db, run_id)
    const figures = slipFigures(db, run_id)
    if (output.components === null) copyComponents(db, run_id, output.mirrored)
    else {
      const components = output.components.map((one) => ({ ...one, taxable: one.taxable ? 1 : 0 }))
      replaceRunComponents(db, run_id, components)
    }
    const { currency } = run
    saveFigures(db, run_id, { ...figures, currency, digest: output.digest, note: null, taskId: call.taskId, now })
  }
  setBasis(db, run_id, output.basis)
  const note = finalNote(db, run)
  if (note) setNote(db, run_id, JSON.stringify(note))
  const saved = runRow(db, run_id) ?? run
  recordAudit(write, {
    action: 'payroll.run_computed',
    entity: `run:${run_id}`,
    payload: {
      period: run.period_id,
      kind: run.kind,
      of: run.of_run_id,
      version: saved.version,
      employees: saved.employees,
      errors: saved.errors,
      digest: output.digest,
      unchanged,
    },
    personal: {
      partyId: null,
      payload: { gross: saved.gross_minor, net: saved.net_minor, currency: saved.currency },
    },
  })
  notifyOfSupplementary(write, saved)
  faultPoint('payroll.supplementary_promoted_before_commit')
  write.emit({ type: 'run_changed', id: run_id, period_id: run.period_id, status: 'draft', prepared: true })
  return {
    run_id,
    period_id: run.period_id,
    kind: run.kind,
    employees: saved.employees,
    errors: saved.errors,
    gross_minor: saved.gross_minor,
    net_minor: saved.net_minor,
    currency: saved.currency,
    unchanged,
  }
}

/** The computing task failed, was revoked or expired. */
export function supplementaryFailed(
  write: Write,
  { run_id }: Args,
  reason: { code: string; params: Record<string, unknown> },
): void {
  const run = runRow(write.db, run_id)
  if (run?.status === 'computing') freeRun(write, run, { code: reason.code, params: reason.params as Reason['params'] })
}
