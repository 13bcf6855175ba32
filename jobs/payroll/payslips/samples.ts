import { randomUUID } from 'node:crypto'
import { type SampleRow, sampleCandidates, whoHasAddress } from '../../../db/queries/payslip-samples'
import * as payslips from '../../../db/queries/payslips'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { probablyMeant } from '../../shared/mail-guard'
import { headerText, queueMail } from '../../shared/outbox'
import { readSetting } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { approvedRun } from './approved-run'
import { letterLines, periodOf, wordsIn } from './language'
import { passwordOf } from './password'
import { pickSamples, type Sample } from './pick-samples'

/** Of these mails no employee is told to have got a payslip: everything that asks for `payslip` passes them by. */
const KIND = 'payslip_sample'

export type SentSamples = { to: string; samples: { name: string; why: Sample<SampleRow>['why'] }[] }

/**
 * Mails three payslips of an approved run to the office's own address, as their employees will get them, marked SAMPLE.
 * Throws `payslips.sample_no_address`, `sample_address_misspelt`, and where an employee has that address
 * `sample_to_employee`, unless that was confirmed: whoever reads it sees other people's pay.
 */
export function sendSamples(write: Write, runId: number, confirmed: boolean): SentSamples {
  const run = approvedRun(write.db, runId)
  if (!payslips.mergedPayslips(write.db, runId))
    throw new Problem('payslips.not_made_yet', { id: runId }, { kind: 'conflict' })
  const to = ownAddress(write, confirmed)
  const picked = pickSamples(sampleCandidates(write.db, runId))
  for (const { why, slip } of picked) queueSample(write, run, to, why, slip)
  recordAudit(write, {
    action: 'payroll.samples_sent',
    entity: `run:${runId}`,
    payload: { version: run.version, slips: picked.map(({ slip }) => slip.slipId), confirmed },
    personal: { partyId: null, payload: { to } },
  })
  return { to, samples: picked.map(({ why, slip }) => ({ why, name: slip.name })) }
}

/** Set by a manager in the settings and never typed here: a slip of the pen cannot send pay to a stranger. */
function ownAddress(write: Write, confirmed: boolean): string {
  const address = readSetting(write.db, 'office').notification_address
  if (!address) throw new Problem('payslips.sample_no_address', {}, { kind: 'conflict' })
  const meant = probablyMeant(address)
  if (meant) throw new Problem('payslips.sample_address_misspelt', { to: address, meant }, { kind: 'conflict' })
  const [name] = whoHasAddress(write.db, address)
  if (name !== undefined && !confirmed)
    throw new Problem('payslips.sample_to_employee', { to: address, name }, { kind: 'conflict' })
  return address
}

function queueSample(
  write: Write,
  run: payslips.PayslipRunRow,
  to: string,
  why: Sample<SampleRow>['why'],
  slip: SampleRow,
): void {
  const words = wordsIn(slip.language ?? readSetting(write.db, 'office').language)
  const name = headerText(slip.name)
  const office = headerText(readSetting(write.db, 'office').name)
  const period = periodOf(run, words)
  const { password: rule } = readSetting(write.db, 'payslips')
  const opens = passwordOf(rule, { externalRef: slip.externalRef, account: slip.account }) === null ? 'none' : rule
  queueMail(write, {
    dedupeKey: `payslip-sample:${slip.slipId}:${randomUUID()}`, // asked for again, it is sent again
    kind: KIND,
    to: { name: null, address: to },
    subject: `SAMPLE: ${words.payslip} ${period}, ${name}`,
    text: [
      `This is a sample (${WHY[why]}). It went to the office alone; ${name} has not got it.`,
      'From here on it reads as it will arrive:',
      '',
      ...letterLines({ name, period, office, opens }, words),
    ].join('\n'),
    attachments: [
      { sha256: slip.sha256, name: `SAMPLE ${words.payslip} ${run.end_on.slice(0, 7)} ${slip.slipId}.pdf` },
    ],
    entity: `run:${run.id}`,
    partyId: slip.partyId,
    notBefore: write.now, // to the office itself: nothing to recall
  })
}

const WHY: Record<Sample<SampleRow>['why'], string> = {
  smallest: 'the smallest net of the run',
  median: 'the net in the middle of the run',
  unusual: 'the one that differs most from last time',
}
