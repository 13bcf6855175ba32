import type { RunContext, StoredFile } from '../../engine/define-task'
import { faultPoint } from '../../values/faults'
import { monthOf } from '../../values/time'
import { isPrintable, layPayslip } from './layout'
import { loadLogo, type SlipLogo } from './logo'
import type { Payslip, PayslipFrame } from './payslip'
import { mergePayslips, renderPayslip } from './render'

export type GenerateInput = {
  frame: Omit<PayslipFrame, 'logo'>
  logo: SlipLogo | null
  /** Slip ids in the order in which they are numbered and merged; empty: the payslips are there already. */
  order: number[]
  firstNumber: number
}
/** A slip as `page` reads it, still without its number. */
export type SlipPageRow = Omit<Payslip, 'number' | 'year'>
export type StoredPayslip = { slip_id: number; number: number; sha256: string; size: number; original_name: string }
/** `unprintable`: slips whose employee's name the payslip could not show. */
export type GenerateOutput = { made: number; unprintable: number[] }

/** Stores a PDF for each slip, a page of slips at a time, and at the end all of them in one. */
export default async function generate(
  { frame: bare, logo, order, firstNumber }: GenerateInput,
  ctx: RunContext<SlipPageRow, StoredPayslip>,
): Promise<GenerateOutput> {
  if (order.length === 0) return { made: 0, unprintable: [] }
  const frame: PayslipFrame = { ...bare, logo: await loadLogo(logo, ctx.readFile) }
  const numbers = new Map(order.map((slipId, index) => [slipId, firstNumber + index]))
  const pages = new Map<number, string[]>()
  const unprintable: number[] = []
  const year = Number(frame.period.end.slice(0, 4))
  for (let rows = await ctx.page(); rows; rows = await ctx.page()) {
    const slips = rows.map((row) => ({ ...row, year, number: numbers.get(row.slipId) ?? 0 }))
    const made = slips.map((slip) => {
      const laid = layPayslip(slip, frame)
      pages.set(slip.slipId, laid)
      if (!isPrintable(slip.employee.name)) unprintable.push(slip.slipId)
      const bytes = renderPayslip(slip, frame, laid)
      return { bytes, mediaType: 'application/pdf', originalName: fileName(slip, frame) }
    })
    const stored = await ctx.putFiles(made)
    const chunk = slips.flatMap((slip, index) => {
      const file = stored[index]
      return file ? [staged(slip.slipId, slip.number, file)] : []
    })
    await ctx.stage(chunk)
    ctx.progress(pages.size, order.length, 'Payslips')
  }
  const merged = mergePayslips(
    order.flatMap((slipId) => pages.get(slipId) ?? []),
    frame,
  )
  const file = await ctx.putFile(merged, 'application/pdf', `payslips-${monthOf(frame.period.end)}.pdf`)
  await ctx.stage([staged(0, 0, file)])
  faultPoint('payslips.rendered')
  return { made: pages.size, unprintable: unprintable.sort((a, b) => a - b) }
}

const fileName = (slip: Payslip, frame: PayslipFrame) =>
  `payslip-${monthOf(frame.period.end)}-${slip.year}-${slip.number}.pdf`

const staged = (slip_id: number, number: number, { sha256, size, originalName }: StoredFile): StoredPayslip => ({
  slip_id,
  number,
  sha256,
  size,
  original_name: originalName,
})
