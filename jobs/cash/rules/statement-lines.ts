import type { Finding, Row, RowPlan } from '../../imports/kind'
import { changesOf, dateOf, finding, madeOnce, moneyOf, rowPlan, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'

/** Amounts in minor units; what goes out is negative. */
export type StatementLine = {
  account: string
  bookedOn: LocalDate
  valueOn: LocalDate | null
  amountMinor: number
  balanceMinor: number | null
  reference: string | null
  counterparty: string | null
  counterpartyAccount: string | null
  description: string | null
  sourceKey: string
}
export type KnownLine = StatementLine & { id: number }
export type LineSnapshot = { lines: KnownLine[] }
export type LineOptions = { account?: string | undefined }

/** How many lines say the same as far as their words go. */
const alikeOf = madeOnce((lines: KnownLine[]) => {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return counts
})

const byKey = madeOnce((lines: KnownLine[]) => new Map(lines.map((one) => [one.sourceKey, one])))

/**
 * Decides what one row of a bank statement does. The bank's own reference tells lines of a day and amount apart; where it
 * gives none, the balance after the line does, and the words of the line. Without either, two lines that say the same may
 * be two: a person is asked.
 */
export function decideLine(
  row: Row,
  { lines }: LineSnapshot,
  options: LineOptions,
): { plan: RowPlan; deed: StatementLine | null } {
  const errors: Finding[] = []
  const bookedOn = dateOf(row, 'booked_on')
  if (bookedOn === null) errors.push(finding('booked_on', null, 'cash.booking_date_missing'))
  const amount = amountOf(row, errors)
  if (bookedOn === null || amount === null) {
    return { plan: rowPlan({ key: null, entity: null, changes: [], errors }), deed: null }
  }
  const balance = moneyOf(row, 'balance')
  const told = {
    account: (textOf(row, 'account') ?? options.account ?? '').replace(/\s/g, '').toUpperCase(),
    bookedOn,
    valueOn: dateOf(row, 'value_on'),
    amountMinor: Number(amount),
    balanceMinor: balance === null ? null : Number(balance),
    reference: textOf(row, 'reference'),
    counterparty: textOf(row, 'counterparty'),
    counterpartyAccount: textOf(row, 'counterparty_account'),
    description: textOf(row, 'description'),
  }
  const another = textOf(row, 'another')
  const own = keyOf(told)
  const line: StatementLine = { ...told, sourceKey: another === null ? own : `${own}|${another}` }
  const isWeak = told.reference === null && told.balanceMinor === null && another === null
  const alike = isWeak ? { known: alikeOf(lines).get(own) ?? 0 } : null
  const known = byKey(lines).get(line.sourceKey) ?? null
  const minor = (value: number | null | undefined) => (value == null ? null : BigInt(value))
  const changes = changesOf([
    ['value_on', known?.valueOn ?? null, line.valueOn],
    ['balance', minor(known?.balanceMinor), minor(line.balanceMinor)],
    ['counterparty', known?.counterparty ?? null, line.counterparty],
    ['counterparty_account', known?.counterpartyAccount ?? null, line.counterpartyAccount],
    ['description', known?.description ?? null, line.description],
  ])
  const entity = known ? `statement_line:${known.id}` : null
  const plan = rowPlan({ key: line.sourceKey, entity, changes, errors, alike })
  return { plan, deed: errors.length > 0 ? null : line }
}

function keyOf(line: Omit<StatementLine, 'sourceKey'>): string {
  const { account, bookedOn, amountMinor, reference, balanceMinor } = line
  const own =
    reference !== null
      ? `ref:${reference}`
      : [balanceMinor, line.counterparty && fold(line.counterparty), line.description && fold(line.description)]
          .map((one) => one ?? '')
          .join('|')
  return [account, bookedOn, amountMinor, own].join('|')
}

/** One signed column, or one of two: debit is what went out, whichever sign the bank gives it. */
function amountOf(row: Row, errors: Finding[]): bigint | null {
  const amount = signedAmount(row, errors)
  const [debit, credit] = ['debit', 'credit'].map((field) => moneyOf(row, field))
  const out = debit === null || debit === undefined || debit === 0n ? null : debit < 0n ? debit : -debit
  const into = credit === null || credit === undefined || credit === 0n ? null : credit
  if (into !== null && into < 0n) errors.push(finding('credit', null, 'cash.credit_negative'))
  if (out !== null && into !== null) {
    errors.push(finding('debit', null, 'cash.debit_and_credit'))
    return null
  }
  const split = out ?? into
  if (amount === null || amount === undefined) {
    if (split !== null) return split
    if (debit === 0n || credit === 0n) return 0n
    errors.push(finding('amount', null, 'cash.amount_missing'))
    return null
  }
  if (split !== null && split !== amount) errors.push(finding('amount', null, 'cash.amount_differs'))
  return amount
}

const OUT = new Set(
  '- d dr db dt debit dbit débito débit s soll sollbuchung belastung lastschrift debe cargo out withdrawal af saída naame'.split(
    ' ',
  ),
)
const INTO = new Set(
  '+ c cr ct k credit crdt crédito crédit h haben gutschrift haber abono in deposit bij entrada jama'.split(' '),
)

/** The amount with the sign that the column beside it says: `Soll` or `D` went out, `Haben` or `C` came in. */
function signedAmount(row: Row, errors: Finding[]): bigint | null {
  const amount = moneyOf(row, 'amount')
  const said = textOf(row, 'direction')
  if (amount === null || said === null) return amount
  const word = fold(said).replace(/\.$/, '')
  if (OUT.has(word)) return amount > 0n ? -amount : amount
  if (!INTO.has(word)) errors.push(finding('direction', said, 'cash.direction_unknown', { found: said }))
  else if (amount < 0n) errors.push(finding('direction', said, 'cash.direction_contradicts', { found: said }))
  return amount
}
