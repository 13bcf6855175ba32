import { bankText } from '../../../values/bank-text'
import { type Currency, toDecimal } from '../../../values/money'
import { type BankFile, type Payment, sumOf } from '../payment'

/** Where the two versions of the message differ, as far as this file uses it. */
const VERSIONS = {
  'pain.001.001.03': { bic: 'BIC', day: (date: string) => date },
  'pain.001.001.09': { bic: 'BICFI', day: (date: string) => element('Dt', date) },
} as const
export type PainVersion = keyof typeof VERSIONS

/**
 * A customer credit transfer initiation (ISO 20022): one payment instruction, a transaction per slip. In euro it asks for
 * the SEPA service level; everywhere it says that these are salaries (SALA), which many banks book as one line.
 */
export function writePain001(file: BankFile, version: PainVersion): string {
  const { bic, day } = VERSIONS[version]
  const money = (minor: bigint) => toDecimal(minor, file.currency as Currency)
  const totals = element('NbOfTxs', String(file.payments.length)) + element('CtrlSum', money(sumOf(file.payments)))
  const { payer } = file
  const name = element('Nm', written(payer.holder, 70))
  const isSepa = file.currency === 'EUR'
  const agent = payer.bic === '' ? element('Othr', element('Id', 'NOTPROVIDED')) : element(bic, payer.bic)
  const header = element(
    'GrpHdr',
    element('MsgId', file.reference) +
      element('CreDtTm', `${file.createdOn}T${file.createdTime}`) +
      totals +
      element('InitgPty', name),
  )
  const transfers = file.payments.map((payment) =>
    element(
      'CdtTrfTxInf',
      element('PmtId', element('EndToEndId', endToEndId(file, payment))) +
        element('Amt', amount(money(BigInt(payment.amountMinor)), file.currency)) +
        (payment.account.bic ? element('CdtrAgt', element('FinInstnId', element(bic, payment.account.bic))) : '') +
        element('Cdtr', element('Nm', written(payment.account.holder ?? payment.name, 70))) +
        element('CdtrAcct', element('Id', element('IBAN', payment.account.iban ?? ''))) +
        element('RmtInf', element('Ustrd', written(file.purpose, 140))),
    ),
  )
  const instruction = element(
    'PmtInf',
    element('PmtInfId', file.reference) +
      element('PmtMtd', 'TRF') +
      element('BtchBookg', String(payer.batchBooking)) +
      totals +
      element(
        'PmtTpInf',
        (isSepa ? element('SvcLvl', element('Cd', 'SEPA')) : '') + element('CtgyPurp', element('Cd', 'SALA')),
      ) +
      element('ReqdExctnDt', day(file.payOn)) +
      element('Dbtr', name) +
      element('DbtrAcct', element('Id', element('IBAN', payer.iban)) + element('Ccy', file.currency)) +
      element('DbtrAgt', element('FinInstnId', agent)) +
      (isSepa ? element('ChrgBr', 'SLEV') : '') +
      `\n${transfers.join('\n')}\n`,
  )
  const space = `urn:iso:std:iso:20022:tech:xsd:${version}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${space}"><CstmrCdtTrfInitn>\n${header}\n${instruction}\n</CstmrCdtTrfInitn></Document>\n`
}

/** The same in every file of a run, so that a payment that went out twice shows as one. */
const endToEndId = ({ runId }: BankFile, { slipId }: Payment) => `PAY-R${runId}-S${slipId}`

const written = (text: string, most: number): string => escaped(bankText(text, most).text)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const element = (name: string, content: string) => `<${name}>${content}</${name}>`
const amount = (text: string, currency: string) => `<InstdAmt Ccy="${currency}">${text}</InstdAmt>`
