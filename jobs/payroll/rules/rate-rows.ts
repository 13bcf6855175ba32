import type { Finding, Row, RowPlan } from '../../imports/kind'
import {
  changesOf,
  dateOf,
  finding,
  madeOnce,
  moneyOf,
  numberOf,
  rowPlan,
  saidBefore,
  textOf,
} from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'
import type { Band } from './component'
import { isTableCode, type TableKind, type TableVersion } from './rate-table'

/** A rate table as it is kept, with where each version is published. */
export type KnownTable = {
  id: number
  code: string
  name: string
  kind: TableKind
  versions: (TableVersion & { source: string })[]
}
/** `taken`: codes that are no table's: components, and the names formulas have already. */
export type RateTableSnapshot = { tables: KnownTable[]; taken: string[] }

/** What a row says: one band of a version, or its rate or amount. */
export type RateRow = {
  code: string
  kind: TableKind
  from: LocalDate
  name: string | null
  source: string | null
  band: Band | null
  ratePpm: number | null
  amountMinor: number | null
}

/** What the kinds are called in files, beside their own names. */
const KINDS: Record<string, TableKind> = Object.fromEntries(
  (
    [
      [
        'bands',
        'bands band brackets bracket slabs slab steps tranches tranche barème tramos tramo escala faixas faixa stufen staffel',
      ],
      [
        'rate',
        'rate rates percent percentage taux pourcentage tasa tipo porcentaje taxa percentagem prozent prozentsatz satz dar',
      ],
      ['amount', 'amount fixed sum montant somme importe monto valor montante betrag rashi'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [fold(name), kind])),
)

const byCode = madeOnce((tables: KnownTable[]) => new Map(tables.map((one) => [one.code, one])))
/** Of which kind the rows before have said a table is. */
const kinds = madeOnce((_: RateTableSnapshot) => new Map<string, string>())

/**
 * Decides what one row of a file of rate tables does. A row is known by its table, the day from which it holds and the band's
 * upper end: of what is kept, rates, amounts, names and sources change, while the bands of a version stay as many as they are.
 */
export function decideRateRow(row: Row, snapshot: RateTableSnapshot): { plan: RowPlan; deed: RateRow | null } {
  const code = textOf(row, 'code')
  const from = dateOf(row, 'from')
  const kindText = textOf(row, 'kind')
  const kind = kindText === null ? null : (KINDS[fold(kindText)] ?? null)
  const known = code === null ? undefined : byCode(snapshot.tables).get(code)
  const errors: Finding[] = []
  if (code === null) errors.push(finding('code', null, 'payroll.rate_row_without_code'))
  else if (!isTableCode(code)) errors.push(finding('code', code, 'payroll.rate_table_code_unreadable', { code }))
  else if (snapshot.taken.includes(code)) errors.push(finding('code', code, 'payroll.rate_table_code_taken', { code }))
  if (from === null) errors.push(finding('from', null, 'payroll.rate_row_without_day'))
  if (kind === null) errors.push(finding('kind', kindText, 'payroll.rate_row_kind_unknown', { found: kindText ?? '' }))
  const other =
    kind && code && ((known && known.kind !== kind && known.kind) || saidBefore(kinds(snapshot), code, kind))
  if (other) errors.push(finding('kind', kindText, 'payroll.rate_table_kind_stays', { code, kind: other }))
  const rate = numberOf(row, 'rate')
  const upTo = moneyOf(row, 'up_to')
  const amount = moneyOf(row, 'amount')
  errors.push(...valueFindings(kind, { rate, upTo, amount }))

  const version = known?.versions.find((one) => one.from === from)
  const limit = upTo === null ? null : Number(upTo)
  const band = version?.bands?.find((one) => one.upToMinor === limit)
  if (errors.length === 0 && kind === 'bands' && version && !band) {
    errors.push(finding('up_to', null, 'payroll.rate_row_other_bands', { code, from }))
  }
  const key = code === null || from === null ? null : [code, from, kind === 'bands' ? (upTo ?? 'open') : ''].join('|')
  const changes = changesOf([
    ['name', known?.name ?? null, textOf(row, 'name')],
    ['rate', (kind === 'bands' ? band?.ratePpm : version?.ratePpm) ?? null, kind === 'amount' ? null : rate],
    ['amount', version?.amountMinor == null ? null : BigInt(version.amountMinor), kind === 'amount' ? amount : null],
    ['source', version?.source ?? null, textOf(row, 'source')],
  ])
  const plan = rowPlan({ key, entity: known && version ? `rate_table:${known.id}` : null, changes, errors })
  if (errors.length > 0 || code === null || from === null || kind === null) return { plan, deed: null }
  const deed: RateRow = {
    code,
    kind,
    from,
    name: textOf(row, 'name'),
    source: textOf(row, 'source'),
    band: kind === 'bands' ? { upToMinor: limit, ratePpm: rate ?? 0 } : null,
    ratePpm: kind === 'rate' ? rate : null,
    amountMinor: kind === 'amount' ? Number(amount) : null,
  }
  return { plan, deed }
}

type Told = { rate: number | null; upTo: bigint | null; amount: bigint | null }

function valueFindings(kind: TableKind | null, { rate, upTo, amount }: Told): Finding[] {
  if (kind === null) return []
  const found: Finding[] = []
  if (kind === 'amount' && amount === null) found.push(finding('amount', null, 'payroll.rate_row_without_amount'))
  if (kind !== 'amount' && rate === null) found.push(finding('rate', null, 'payroll.rate_row_without_rate'))
  if (kind !== 'bands' && upTo !== null)
    found.push(finding('up_to', null, 'payroll.rate_row_band_of_no_bands', { kind }))
  if (kind === 'bands' && upTo !== null && upTo <= 0n) found.push(finding('up_to', null, 'payroll.rate_row_band_empty'))
  return found
}
