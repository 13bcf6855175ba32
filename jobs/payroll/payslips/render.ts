import { layPayslip } from './layout'
import type { Payslip, PayslipFrame } from './payslip'
import { writePdf } from './pdf/write-pdf'

/**
 * One payslip as a PDF. Without a password the same slip gives the same bytes, whenever and wherever it is made. `pages` spares the layout
 * where the caller has it.
 */
export function renderPayslip(slip: Payslip, frame: PayslipFrame, pages = layPayslip(slip, frame)): Uint8Array {
  return writePdf(pages, {
    title: `Payslip ${slip.year}/${slip.number}`,
    createdAt: frame.approvedAt,
    password: slip.password,
    picture: frame.logo,
  })
}

/** The payslips of a run in one PDF, for the printer: the pages that `layPayslip` made of each. */
export function mergePayslips(pages: string[], frame: PayslipFrame): Uint8Array {
  return writePdf(pages, { title: `Payslips of run ${frame.run.id}`, createdAt: frame.approvedAt, picture: frame.logo })
}
