import { z } from 'zod'
import type { Db } from '../../../../db/open'
import { insertBankFile } from '../../../../db/queries/payroll/bank'
import { defineTask, type TaskCall } from '../../../engine/define-task'
import { recordAudit } from '../../../shared/audit'
import { linkFile } from '../../../shared/files'
import { readSetting } from '../../../shared/settings'
import { type CsvLayout, STANDARD_LAYOUT } from '../../../values/bank-layout'
import { Problem } from '../../../values/problem'
import type { ExportInput, ExportOutput } from '../export-run'
import { bankFileOf, type ExportArgs } from '../pay-out'
import { BANK_FORMATS } from '../payment'
import { bankRuns } from '../runs'

/** The file that pays a run: the control sum is Σ net, and from the second file of the run on it says DUPLICATE. */
export const exportBankFile = defineTask({
  name: 'payroll.export_bank_file',
  queue: 'processing',
  args: z.object({
    run_id: z.number().int().positive(),
    format: z.enum(BANK_FORMATS).default('pain.001.001.03'),
    layout: z.string().max(100).nullish(),
    pay_on: z.string().max(40).nullish(),
  }),
  positional: ['run_id', 'format'],
  key: ({ run_id, format, layout, pay_on }) => [run_id, format, layout ?? '', pay_on ?? ''].join('/'),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: readFile,
  // Two formats asked for at once: the one that ends second finds another number, and is written again as a duplicate.
  run: bankRuns['payroll.export_bank_file'],
  commit: (write, { stored }: ExportOutput, args, call) => {
    const { file } = readFile(write.db, args, call)
    linkFile(write, stored)
    const id = insertBankFile(write.db, {
      run_id: file.runId,
      no: file.no,
      format: file.format,
      reference: file.reference,
      payments: file.payments.length,
      control_minor: file.controlMinor,
      currency: file.currency,
      pay_on: file.payOn,
      sha256: stored.sha256,
      origin: `task:${call.taskId}`,
      created_at: write.now,
    })
    recordAudit(write, {
      action: `payroll.bank_file_exported${file.no > 1 ? '_duplicate' : ''}`,
      entity: `run:${file.runId}`,
      payload: {
        format: file.format,
        reference: file.reference,
        duplicate: file.no > 1,
        payments: file.payments.length,
        pay_on: file.payOn,
        sha256: stored.sha256,
      },
      personal: { partyId: null, payload: { control_minor: file.controlMinor, currency: file.currency } },
    })
    write.emit({ type: 'run_changed', id: file.runId, bank_file: id })
    return {
      bank_file_id: id,
      reference: file.reference,
      duplicate: file.no > 1,
      payments: file.payments.length,
      control_minor: file.controlMinor,
      currency: file.currency,
      sha256: stored.sha256,
    }
  },
})

function readFile(db: Db, args: ExportArgs, call: TaskCall): ExportInput {
  const layout = args.format === 'csv' ? layoutOf(db, args.layout ?? null) : STANDARD_LAYOUT
  return { file: bankFileOf(db, args, call.now, call.zone), layout }
}

/** Refuses a layout nobody has made. */
function layoutOf(db: Db, name: string | null): CsvLayout {
  if (name === null || name === '' || name === STANDARD_LAYOUT.name) return STANDARD_LAYOUT
  const { layouts } = readSetting(db, 'bank')
  const found = layouts.find((one) => one.name === name)
  if (found) return found
  const known = [STANDARD_LAYOUT.name, ...layouts.map((one) => one.name)].join(', ')
  throw new Problem('bank.unknown_layout', { found: name, known }, { kind: 'not_found' })
}
