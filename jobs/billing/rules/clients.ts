import type { Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import { changesOf, finding, inOneLine, madeOnce, moneyOf, numberOf, rowPlan, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'

export type KnownClient = {
  partyId: number
  ref: string | null
  name: string
  email: string | null
  phone: string | null
  address: string | null
  taxNumber: string | null
  currency: string | null
  rateMinor: number | null
  paymentDays: number | null
}
export type ClientSnapshot = { clients: KnownClient[] }
export type ClientDeed = {
  client: KnownClient | null
  told: Omit<KnownClient, 'partyId' | 'name'> & { name: string | null }
}

export const UNKNOWN_CLIENT = 'billing.unknown_client'

type Lookups = { byRef: Map<string, KnownClient>; byName: Map<string, KnownClient[]> }
const lookups = madeOnce((clients: KnownClient[]): Lookups => {
  const made: Lookups = { byRef: new Map(), byName: new Map() }
  for (const one of clients) {
    if (one.ref !== null) made.byRef.set(one.ref, one)
    made.byName.set(fold(one.name), [...(made.byName.get(fold(one.name)) ?? []), one])
  }
  return made
})

const shownClient = (one: KnownClient): string => `${one.name} (${one.ref ?? '–'})`

/** Decides what one row of a clients file does: a client is its number, else its exact name. */
export function decideClient(
  row: Row,
  { clients }: ClientSnapshot,
  office: OfficeFacts,
): { plan: RowPlan; deed: ClientDeed | null } {
  const rate = moneyOf(row, 'rate')
  const told = {
    ref: textOf(row, 'client_number'),
    name: textOf(row, 'name'),
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    address: textOf(row, 'address'),
    taxNumber: textOf(row, 'tax_number'),
    currency: textOf(row, 'currency')?.toUpperCase() ?? null,
    rateMinor: rate === null ? null : Number(rate),
    paymentDays: numberOf(row, 'payment_days'),
  }
  const errors: Finding[] = []
  const { client, error } = clientOfRow(told.ref, told.name, clients)
  if (error) errors.push(error)
  else if (!client && told.name === null) errors.push(finding('name', null, 'billing.client_name_missing'))
  if (told.currency !== null && !/^[A-Z]{3}$/.test(told.currency)) {
    errors.push(finding('currency', told.currency, 'billing.unknown_currency', { found: told.currency }))
  } else if (told.rateMinor !== null && (told.currency ?? client?.currency ?? office.currency) !== office.currency) {
    const currency = told.currency ?? client?.currency ?? ''
    errors.push(finding('rate', null, 'billing.rate_in_other_currency', { currency, office: office.currency }))
  }
  const minor = (value: number | null | undefined) => (value == null ? null : BigInt(value))
  const changes = changesOf([
    ['client_number', client?.ref ?? null, told.ref],
    ['name', client?.name ?? null, told.name],
    ['email', client?.email ?? null, told.email],
    ['phone', client?.phone ?? null, told.phone],
    ['address', client?.address ?? null, told.address],
    ['tax_number', client?.taxNumber ?? null, told.taxNumber],
    ['currency', client?.currency ?? office.currency, told.currency],
    ['rate', minor(client?.rateMinor), minor(told.rateMinor)],
    ['payment_days', client?.paymentDays ?? null, told.paymentDays],
  ])
  const key = client
    ? `party:${client.partyId}`
    : told.ref !== null
      ? `ref:${told.ref}`
      : told.name && `name:${fold(told.name)}`
  const plan = rowPlan({
    key: error ? null : key || null,
    entity: client ? `party:${client.partyId}` : null,
    changes,
    errors,
  })
  return { plan, deed: errors.length > 0 ? null : { client, told } }
}

/** The number decides; a number nobody has may be that of a namesake who has none. */
function clientOfRow(
  ref: string | null,
  name: string | null,
  clients: KnownClient[],
): { client: KnownClient | null; error: Finding | null } {
  const numbered = ref === null ? undefined : lookups(clients).byRef.get(ref)
  if (numbered) return { client: numbered, error: null }
  if (ref === null && name === null) return { client: null, error: finding('name', null, 'billing.no_client_named') }
  const namesakes = (name === null ? [] : (lookups(clients).byName.get(fold(name)) ?? [])).filter(
    (one) => ref === null || one.ref === null,
  )
  const [only, ...more] = namesakes
  if (more.length === 0) return { client: only ?? null, error: null }
  const params = { name: name ?? '', candidates: inOneLine(namesakes.map(shownClient)) }
  return { client: null, error: finding('name', name, 'billing.which_client', params) }
}

/** The client a cell names by number or name. */
export function clientCalled(
  said: string,
  clients: KnownClient[],
): { client: KnownClient | null; error: Finding | null } {
  const numbered = lookups(clients).byRef.get(said)
  const named = lookups(clients).byName.get(fold(said)) ?? []
  const [only, ...more] = numbered ? [numbered] : named
  if (only && more.length === 0) return { client: only, error: null }
  const params = { name: said, candidates: inOneLine(named.map(shownClient)) }
  const code = more.length > 0 ? 'billing.which_client' : UNKNOWN_CLIENT
  return { client: null, error: finding('client', said, code, params) }
}
