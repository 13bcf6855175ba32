import { bankText } from '../../../values/bank-text'
import { type BankFile, sumOf } from '../payment'

const RECORD = 94
const BLOCK = 10
/** Ten digits of cents are what an entry holds, twelve a total. */
export const MOST_CENTS = 9_999_999_999
export const MOST_TOTAL_CENTS = 999_999_999_999n

const CREDIT = { checking: '22', savings: '32' } as const
const DEBIT_CHECKING = '27'
const MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

type Entry = { code: string; routing: string; account: string; cents: bigint; id: string; name: string }

/**
 * An ACH file of one PPD batch of credits (Nacha Operating Rules, appendix three: records of 94 characters in blocks of
 * ten). Balanced, an entry that debits the office's own account with the whole sum closes the batch; unbalanced, the bank
 * makes that entry itself. The entry description PAYROLL is what the rules ask for wages.
 */
export function writeNacha(file: BankFile, balanced: boolean): string {
  const { payer } = file
  const credits = file.payments.map(
    ({ account, amountMinor, externalRef, slipId, name }): Entry => ({
      code: CREDIT[account.accountType ?? 'checking'],
      routing: account.routing ?? '',
      account: account.number ?? '',
      cents: BigInt(amountMinor),
      id: externalRef ?? `S${slipId}`,
      name: account.holder ?? name,
    }),
  )
  const credit = sumOf(file.payments)
  const offset: Entry = {
    code: DEBIT_CHECKING,
    routing: payer.routing,
    account: payer.number,
    cents: credit,
    id: `R${file.runId}`,
    name: payer.holder,
  }
  const entries = balanced ? [...credits, offset] : credits
  const debit = balanced ? credit : 0n
  const originator = payer.routing.slice(0, 8)
  const service = balanced ? '200' : '220'
  const hash = digits(entries.reduce((sum, { routing }) => sum + BigInt(routing.slice(0, 8)), 0n) % 10_000_000_000n, 10)
  const count = entries.length
  const totals = (wide: number) => digits(count, wide) + hash + digits(debit, 12) + digits(credit, 12)

  const lines = [
    `101 ${payer.routing}${right(payer.companyId, 10)}${day(file.createdOn)}${file.createdTime.slice(0, 5).replace(':', '')}` +
      `${MODIFIERS[(file.no - 1) % MODIFIERS.length]}094101${left(payer.bankName, 23)}${left(payer.holder, 23)}${left('', 8)}`,
    `5${service}${left(payer.holder, 16)}${left(file.no > 1 ? `DUPLICATE ${file.no}` : '', 20)}${left(payer.companyId, 10)}` +
      `PPD${left('PAYROLL', 10)}${day(file.payOn)}${day(file.payOn)}   1${originator}${digits(1, 7)}`,
    ...entries.map(
      (one, index) =>
        `6${one.code}${one.routing}${left(one.account, 17)}${digits(one.cents, 10)}${left(one.id, 15)}${left(one.name, 22)}` +
        `  0${originator}${digits(index + 1, 7)}`,
    ),
    `8${service}${totals(6)}${left(payer.companyId, 10)}${left('', 19)}${left('', 6)}${originator}${digits(1, 7)}`,
  ]
  const blocks = Math.ceil((lines.length + 1) / BLOCK)
  lines.push(`9${digits(1, 6)}${digits(blocks, 6)}${totals(8)}${left('', 39)}`)
  while (lines.length < blocks * BLOCK) lines.push('9'.repeat(RECORD))
  const wrong = lines.findIndex((line) => line.length !== RECORD)
  if (wrong >= 0) throw new RangeError(`record ${wrong + 1} has ${lines[wrong]?.length} characters`)
  return lines.map((line) => `${line}\r\n`).join('')
}

const plain = (text: string) => bankText(text, 94).text.toUpperCase()
const left = (text: string, wide: number) => plain(text).slice(0, wide).padEnd(wide)
const right = (text: string, wide: number) => plain(text).slice(0, wide).padStart(wide)
const digits = (value: bigint | number, wide: number) => String(value).padStart(wide, '0')
const day = (date: string) => date.slice(2).replace(/-/g, '')
