import { z } from 'zod'
import type { Db } from '../../../../db/open'
import * as payslips from '../../../../db/queries/payslips'
import { defineTask, type TaskCall } from '../../../engine/define-task'
import type { Enqueued, Write } from '../../../engine/write'
import { recordAudit } from '../../../shared/audit'
import { headerText, queueMail } from '../../../shared/outbox'
import { readSetting } from '../../../shared/settings'
import { Problem } from '../../../values/problem'
import { approvedRun } from '../approved-run'
import { letterLines, periodOf, wordsIn } from '../language'
import { lacking } from '../password'
import { payslipRuns } from '../runs'
import type { Addressee, PayslipMail, SendOutput } from '../send-run'

const KIND = 'payslip'
type Args = { run_id: number }

/**
 * A person's click: mails its payslip to each employee of an approved run. Payslips that are not made (yet) are ordered
 * again, which changes nothing where they are under way; the mails wait for them.
 */
export function requestSend(write: Write, runId: number): Enqueued {
  approvedRun(write.db, runId)
  if (!payslips.mergedPayslips(write.db, runId)) write.enqueue('payroll.generate_payslips', { run_id: runId })
  return write.enqueue('payroll.send_payslips', { run_id: runId })
}

/** One mail per employee with their payslip, never a second for the same figures. */
export const sendPayslips = defineTask({
  name: 'payroll.send_payslips',
  queue: 'processing',
  args: z.object({ run_id: z.number().int().positive() }),
  positional: ['run_id'],
  key: ({ run_id }) => String(run_id),
  limits: { softSeconds: 300, hardSeconds: 600 },
  // Asked for right after the approval, the payslips of a large office are still being made: half a second to ten.
  retry: { max: 60, delaySeconds: 3, backoff: 'fixed' },
  load: readAddressees,
  version: (db, { run_id }) => payslips.mergedPayslips(db, run_id) ?? '',
  run: payslipRuns['payroll.send_payslips'],
  // The mails themselves, not a staging of them: their keys make a second attempt change nothing.
  stage: queueMails,
  commit: (write, { mails, held, warnings }: SendOutput, { run_id }, { taskId }) => {
    const queued = payslips.queuedBy(write.db, `task:${taskId}`, KIND)
    const with_ = (code: string) => warnings.filter(({ reason }) => reason.code === code)
    const result = {
      queued,
      already: mails - queued,
      held,
      without_address: with_('payslips.no_address').length,
      shared: with_('payslips.shared_address').length,
      misspelt: with_('payslips.address_misspelt').length,
      changed: with_('payslips.address_changed').length,
      lot: `task:${taskId}`,
      warnings,
    }
    recordAudit(write, {
      action: 'payroll.payslips_sent',
      entity: `run:${run_id}`,
      payload: { queued, already: result.already, held, without_address: result.without_address },
    })
    return result
  },
})

function readAddressees(db: Db, { run_id }: Args): Addressee[] {
  approvedRun(db, run_id)
  if (!payslips.mergedPayslips(db, run_id)) {
    throw new Problem('payslips.not_made_yet', { id: run_id }, { kind: 'conflict', transient: true })
  }
  const { language } = readSetting(db, 'office')
  const { password } = readSetting(db, 'payslips')
  return payslips.addressees(db, run_id).map((row) => ({
    slipId: row.slip_id,
    partyId: row.party_id,
    name: row.name,
    externalRef: row.external_ref,
    email: row.email,
    lastEmail: row.last_email,
    ...lacking(password, row),
    language: row.language ?? language,
    sha256: row.sha256,
  }))
}

function queueMails(write: Write, { run_id }: Args, mails: PayslipMail[], { taskId }: TaskCall): void {
  const run = approvedRun(write.db, run_id)
  const office = headerText(readSetting(write.db, 'office').name)
  for (const mail of mails) {
    const name = headerText(mail.name)
    const words = wordsIn(mail.language)
    const period = periodOf(run, words)
    queueMail(write, {
      dedupeKey: `payslip:${mail.slipId}:${run.version}`,
      kind: KIND,
      to: { name, address: mail.email },
      subject: `${words.payslip} ${period}`,
      text: letterLines({ name, period, office, opens: mail.password }, words).join('\n'),
      attachments: [{ sha256: mail.sha256, name: `${words.payslip} ${run.end_on.slice(0, 7)}.pdf` }],
      entity: `slip:${mail.slipId}`,
      partyId: mail.partyId,
      taskId,
      ...(mail.held ? { hold: mail.held } : {}),
    })
  }
}
