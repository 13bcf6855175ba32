import type { RunContext, StoredFile } from '../../engine/define-task'
import type { CsvLayout } from '../../values/bank-layout'
import { writeBankCsv } from './formats/csv'
import { writeNacha } from './formats/nacha'
import { writePain001 } from './formats/pain001'
import { type BankFile, sumOf } from './payment'

export type ExportInput = { file: BankFile; layout: CsvLayout }
export type ExportOutput = { stored: StoredFile }

const TYPES = { xml: 'application/xml', ach: 'text/plain; charset=us-ascii', csv: 'text/csv; charset=utf-8' } as const

/** Writes the bank's file; a sum of transfers that is not the sum of the nets writes none. */
export default async function exportBankFile({ file, layout }: ExportInput, ctx: RunContext): Promise<ExportOutput> {
  if (sumOf(file.payments) !== BigInt(file.controlMinor)) {
    throw new RangeError(`the transfers come to ${sumOf(file.payments)}, the nets to ${file.controlMinor}`)
  }
  const kind = file.format === 'csv' ? 'csv' : file.format.startsWith('nacha') ? 'ach' : 'xml'
  const bytes = new TextEncoder().encode(textOf(file, layout))
  return { stored: await ctx.putFile(bytes, TYPES[kind], `${file.reference}.${kind}`) }
}

function textOf(file: BankFile, layout: CsvLayout): string {
  switch (file.format) {
    case 'csv':
      return writeBankCsv(file, layout)
    case 'nacha':
    case 'nacha-balanced':
      return writeNacha(file, file.format === 'nacha-balanced')
    default:
      return writePain001(file, file.format)
  }
}
