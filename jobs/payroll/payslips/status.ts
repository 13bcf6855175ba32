import type { Db } from '../../../db/open'
import * as payslips from '../../../db/queries/payslips'
import { readSetting } from '../../shared/settings'
import { issuedRun } from './approved-run'
import { type Finding, guardAddresses } from './guard'
import { lacking } from './password'

export type PayslipStatus = {
  made: boolean
  people: number
  makingTask: number | null
  sendingTask: number | null
  /** Those who have not got theirs yet, with what the guard says of their address. */
  toSend: Finding<payslips.AddresseeRow>[]
  mails: payslips.PayslipMailRow[]
}

/** How far the payslips of an approved run are: made, to be sent, sent. Throws as `issuedRun` does. */
export function payslipStatus(db: Db, runId: number): PayslipStatus {
  issuedRun(db, runId)
  const { password } = readSetting(db, 'payslips')
  const made = payslips.mergedPayslips(db, runId) !== undefined
  const mails = payslips.payslipMails(db, runId)
  const mailed = new Set(mails.map((mail) => mail.slip_id))
  return {
    made,
    people: payslips.slipOrder(db, runId).length,
    makingTask: payslips.taskOfRun(db, 'payroll.generate_payslips', runId),
    sendingTask: payslips.taskOfRun(db, 'payroll.send_payslips', runId),
    toSend: guardAddresses(
      made
        ? payslips
            .addressees(db, runId)
            .map((row) => ({ ...row, lastEmail: row.last_email, ...lacking(password, row) }))
        : [],
    ).filter(({ person }) => !mailed.has(person.slip_id)),
    mails,
  }
}
