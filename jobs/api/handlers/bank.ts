import { type BankFileRow, bankFileRow, bankFileRows, changedAccounts } from '../../../db/queries/payroll/bank'
import { runBefore } from '../../../db/queries/payroll/review'
import type { Actor } from '../../engine/write'
import { needRun } from '../../payroll/approve'
import {
  type BankFormat,
  bankFileOf,
  changedAccountWords,
  confirmAccounts,
  markBankFile,
  payOnOf,
  payOut,
} from '../../payroll/bank'
import { needPeriod } from '../../payroll/load-run'
import { readSetting } from '../../shared/settings'
import { STANDARD_LAYOUT } from '../../values/bank-layout'
import { Problem, type Reason } from '../../values/problem'
import { dateIn, instant, toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { bankContract } from '../contract/bank'
import type { HandlersOf, Office } from '../office'

const inWords = (reason: Reason) => ({ code: reason.code, ...wordReason(reason) })

export const bankHandlers: HandlersOf<typeof bankContract> = {
  'payroll.pay_out': ({ db, clock, engine }, { id, format: asked }) => {
    const { iban, routing, layouts } = readSetting(db, 'bank')
    const format = asked ?? (iban === '' && routing !== '' ? 'nacha' : 'pain.001.001.03')
    const out = payOut(db, id, format)
    return {
      format,
      layouts: [STANDARD_LAYOUT.name, ...layouts.map(({ name }) => name)],
      payments: out.payments.length,
      control_minor: out.controlMinor,
      currency: out.currency,
      otherwise: { people: out.otherwise.people, net_minor: out.otherwise.netMinor },
      to_have_back: { people: out.toHaveBack.people, amount_minor: out.toHaveBack.minor },
      pay_on: payOnOf(db, null, dateIn(clock.now(), engine.zone())),
      findings: out.findings.map((one) => ({
        employee_id: one.partyId,
        external_ref: one.externalRef,
        reason: inWords(one.reason),
      })),
      office_faults: out.officeFaults.map(inWords),
      files: bankFileRows(db, id).map(fileView),
    }
  },
  'payroll.export_bank_file': async (office, { id, ...terms }, { actor }) =>
    fileView(await exported(office, id, terms, actor)),
  'payroll.bank_file': async (office, { id, ...terms }, { actor }) =>
    fileAnswer(await exported(office, id, terms, actor)),
  'payroll.saved_bank_file': ({ db }, { id }) => fileAnswer(needFile(db, id)),
  'payroll.mark_bank_file': async ({ db, engine }, { id, unsent }, { actor }) => {
    await engine.write(actor, (write) => markBankFile(write, id, { unsent }))
    return fileView(needFile(db, id))
  },
  'payroll.changed_accounts': ({ db }, { id }) => {
    const period = needPeriod(db, needRun(db, id).period_id)
    const before = runBefore(db, period.period_type, period.start_on)
    const since = before ? (needRun(db, before.id).approved_at ?? 0) : 0
    return {
      items: changedAccounts(db, id, since).map((row) => ({
        employee_id: row.party_id,
        name: row.name,
        external_ref: row.external_ref,
        ...changedAccountWords(row),
        changed_at: toIso(instant(row.changed_at)),
        confirmed: row.confirmed_at !== null,
      })),
      next: null,
    }
  },
  'payroll.confirm_accounts': async ({ engine }, { employee_ids }, { actor }) => ({
    confirmed: await engine.write(actor, (write) => confirmAccounts(write, employee_ids)),
  }),
}

type Terms = { format: BankFormat; layout?: string | null | undefined; pay_on?: string | null | undefined }

/** The file is made by a task, as everything that is written to disk; whoever asks waits for it. */
async function exported({ engine, db, clock }: Office, id: number, terms: Terms, actor: Actor) {
  const args = { ...terms, run_id: id }
  bankFileOf(db, args, clock.now(), engine.zone()) // what can be refused is refused here with its particulars
  const { taskId } = await engine.enqueue('payroll.export_bank_file', args, { origin: actor })
  const ended = await engine.finished(taskId)
  if (ended.error) throw new Problem(ended.error.code, ended.error.params, { kind: 'conflict' })
  const { bank_file_id } = ended.result as { bank_file_id: number }
  return needFile(db, bank_file_id)
}

function needFile(db: Office['db'], id: number): BankFileRow & { original_name: string } {
  const row = bankFileRow(db, id)
  if (!row) throw new Problem('bank.unknown_file', { id }, { kind: 'not_found' })
  return row
}

const nameOf = (row: BankFileRow) => `${row.reference}.${ending(row.format)}`
const ending = (format: string) => (format === 'csv' ? 'csv' : format.startsWith('nacha') ? 'ach' : 'xml')
const MEDIA = { csv: 'text/csv; charset=utf-8', ach: 'text/plain; charset=us-ascii', xml: 'application/xml' } as const

const fileAnswer = (row: BankFileRow) => ({
  fileName: nameOf(row),
  mediaType: MEDIA[ending(row.format)],
  sha256: row.sha256,
})

const fileView = (row: BankFileRow) => ({
  id: row.id,
  no: row.no,
  format: row.format,
  reference: row.reference,
  duplicate: row.no > 1,
  payments: row.payments,
  control_minor: row.control_minor,
  currency: row.currency,
  pay_on: row.pay_on,
  file_name: nameOf(row),
  made_at: toIso(instant(row.created_at)),
  unsent: row.unsent_at !== null,
})
