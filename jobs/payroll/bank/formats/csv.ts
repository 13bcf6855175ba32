import type { CsvField, CsvLayout } from '../../../values/bank-layout'
import { bankText } from '../../../values/bank-text'
import { csvLines } from '../../../values/csv'
import { type Currency, toDecimal } from '../../../values/money'
import type { BankFile, Payment } from '../payment'

/** A line per transfer in the layout's columns; amounts stay exact, text that a spreadsheet would run is marked as text. */
export function writeBankCsv(file: BankFile, layout: CsvLayout): string {
  const text = (value: string | null) => (value !== null && layout.plain ? bankText(value, 200).text : value)
  const rows = file.payments.map((payment, index) =>
    layout.columns.map(({ field }) => text(fields[field](payment, file, layout, index))),
  )
  const header = layout.header ? [layout.columns.map(({ title, field }) => title || field)] : []
  return csvLines([...header, ...rows], layout.delimiter)
}

type Reading = (payment: Payment, file: BankFile, layout: CsvLayout, index: number) => string | null

const fields: Record<CsvField, Reading> = {
  name: ({ account, name }) => account.holder ?? name,
  external_ref: ({ externalRef }) => externalRef,
  account: ({ account }) => account.iban ?? account.number,
  iban: ({ account }) => account.iban,
  bic: ({ account }) => account.bic,
  routing: ({ account }) => account.routing,
  account_number: ({ account }) => account.number,
  account_type: ({ account }) => account.accountType,
  amount: ({ amountMinor }, { currency }, { decimal }) =>
    toDecimal(BigInt(amountMinor), currency as Currency).replace('.', decimal),
  amount_minor: ({ amountMinor }) => String(amountMinor),
  currency: (_payment, { currency }) => currency,
  pay_on: (_payment, { payOn }, { date }) => {
    const [year = '', month = '', day = ''] = payOn.split('-')
    return date.replace('YYYY', year).replace('MM', month).replace('DD', day)
  },
  purpose: (_payment, { purpose }) => purpose,
  reference: (_payment, { reference }) => reference,
  end_to_end_id: ({ slipId }, { runId }) => `PAY-R${runId}-S${slipId}`,
  number: (_payment, _file, _layout, index) => String(index + 1),
  payer_name: (_payment, { payer }) => payer.holder,
  payer_account: (_payment, { payer }) => payer.iban || payer.number || null,
  empty: () => null,
}
