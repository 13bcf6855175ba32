import { bankFileRow, setBankFileUnsent } from '../../../db/queries/payroll/bank'
import { runRow } from '../../../db/queries/payroll/runs'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { Problem } from '../../values/problem'

/**
 * Says that a bank file never went to the bank, or that it did after all: a correction of a payslip in it pays the whole
 * net, or the difference. Refuses `bank.unknown_file`, and `bank.run_is_paid` once the money is said to have left.
 */
export function markBankFile(write: Write, id: number, { unsent }: { unsent: boolean }): void {
  const file = bankFileRow(write.db, id)
  if (!file) throw new Problem('bank.unknown_file', { id }, { kind: 'not_found' })
  if (unsent === (file.unsent_at !== null)) return
  if (runRow(write.db, file.run_id)?.status === 'paid')
    throw new Problem('bank.run_is_paid', { reference: file.reference }, { kind: 'conflict' })
  setBankFileUnsent(write.db, id, unsent ? write.now : null)
  recordAudit(write, {
    action: `payroll.bank_file_${unsent ? 'unsent' : 'sent'}`,
    entity: `run:${file.run_id}`,
    payload: { reference: file.reference },
  })
  write.emit({ type: 'run_changed', id: file.run_id, bank_file: id })
}
