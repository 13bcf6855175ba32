import type { Change, Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import {
  changesOf,
  dateOf,
  finding,
  inOneLine,
  madeOnce,
  numberOf,
  rowPlan,
  saidBefore,
  textOf,
} from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'

export type KnownOwner = {
  partyId: number
  ref: string | null
  name: string
  email: string | null
  phone: string | null
}
export type VehicleFacts = {
  category: string | null
  energy: string | null
  fiscalPower: number | null
  firstRegisteredOn: LocalDate | null
  make: string | null
  model: string | null
}
export type KnownVehicle = VehicleFacts & { id: number; plate: string; plateKey: string; ownerId: number | null }
export type VehicleSnapshot = { vehicles: KnownVehicle[]; owners: KnownOwner[] }

export type ToldOwner = { ref: string | null; name: string | null; email: string | null; phone: string | null }
export type VehicleDeed = VehicleFacts & {
  plate: string
  plateKey: string
  /** Null: the row names no owner. `key` is shared by the rows of one file about the same new owner. */
  owner: { known: KnownOwner | null; told: ToldOwner; key: string } | null
}

/** A plate as it is compared: letters and digits only, capitals. */
export const plateKey = (plate: string): string =>
  plate
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const byPlate = madeOnce((vehicles: KnownVehicle[]) => new Map(vehicles.map((one) => [one.plateKey, one])))
const saidOf = madeOnce((_snapshot: VehicleSnapshot) => new Map<string, string>())
const ownerLookups = madeOnce((owners: KnownOwner[]) => {
  const byRef = new Map<string, KnownOwner>()
  const byName = new Map<string, KnownOwner[]>()
  for (const one of owners) {
    if (one.ref !== null) byRef.set(one.ref, one)
    byName.set(fold(one.name), [...(byName.get(fold(one.name)) ?? []), one])
  }
  return { byRef, byName }
})

/** Decides what one row of a vehicles file does: a vehicle is its plate, its owner a taxpayer. */
export function decideVehicle(
  row: Row,
  snapshot: VehicleSnapshot,
  office: OfficeFacts,
): { plan: RowPlan; deed: VehicleDeed | null } {
  const errors: Finding[] = []
  const plate = textOf(row, 'plate')
  const key = plate === null ? '' : plateKey(plate)
  if (plate === null || key === '') errors.push(finding('plate', plate, 'cash.plate_missing'))
  const facts: VehicleFacts = {
    category: textOf(row, 'category'),
    energy: textOf(row, 'energy'),
    fiscalPower: numberOf(row, 'fiscal_power'),
    firstRegisteredOn: dateOf(row, 'first_registered_on'),
    make: textOf(row, 'make'),
    model: textOf(row, 'model'),
  }
  const { firstRegisteredOn } = facts
  if (firstRegisteredOn !== null && firstRegisteredOn > office.today) {
    errors.push(
      finding('first_registered_on', firstRegisteredOn, 'cash.registered_in_future', { found: firstRegisteredOn }),
    )
  }
  const told = {
    ref: textOf(row, 'owner_number'),
    name: textOf(row, 'owner_name'),
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
  }
  const vehicle = byPlate(snapshot.vehicles).get(key) ?? null
  const owner = ownerOf(told, snapshot, errors)
  const before = snapshot.owners.find(({ partyId }) => partyId === vehicle?.ownerId)
  const changes = [
    ...ownerChanges(owner, before ?? null),
    ...changesOf([
      ['category', vehicle?.category ?? null, facts.category],
      ['energy', vehicle?.energy ?? null, facts.energy],
      ['fiscal_power', vehicle?.fiscalPower ?? null, facts.fiscalPower],
      ['first_registered_on', vehicle?.firstRegisteredOn ?? null, firstRegisteredOn],
      ['make', vehicle?.make ?? null, facts.make],
      ['model', vehicle?.model ?? null, facts.model],
    ]),
  ]
  const entity = vehicle ? `vehicle:${vehicle.id}` : null
  const plan = rowPlan({ key: key === '' ? null : key, entity, changes, errors })
  return { plan, deed: errors.length > 0 ? null : { ...facts, plate: plate ?? '', plateKey: key, owner } }
}

/** Another owner of the same name is still another owner, so the change of one is always told. */
function ownerChanges(owner: VehicleDeed['owner'], before: KnownOwner | null): Change[] {
  if (!owner) return []
  const { known, told } = owner
  const moves = known === null || known.partyId !== before?.partyId
  const after = told.name ?? known?.name ?? null
  return [
    ...(moves ? [{ field: 'owner_name', before: before?.name ?? null, after }] : []),
    ...changesOf([
      ['owner_name', known?.name ?? null, moves ? null : told.name],
      ['owner_number', known?.ref ?? null, told.ref],
      ['email', known?.email ?? null, told.email],
      ['phone', known?.phone ?? null, told.phone],
    ]),
  ]
}

/** The tax number decides, else the exact name; somebody new is entered. The rows of a file must say the same of one owner. */
function ownerOf(told: ToldOwner, snapshot: VehicleSnapshot, errors: Finding[]): VehicleDeed['owner'] {
  const { byRef, byName } = ownerLookups(snapshot.owners)
  if (told.ref === null && told.name === null) {
    const found = told.email ?? told.phone
    if (found !== null) errors.push(finding('owner_name', null, 'cash.owner_missing'))
    return null
  }
  const numbered = told.ref === null ? undefined : byRef.get(told.ref)
  const namesakes = (told.name === null ? [] : (byName.get(fold(told.name)) ?? [])).filter(
    (one) => told.ref === null || one.ref === null,
  )
  const [only, ...more] = numbered ? [numbered] : namesakes
  if (more.length > 0) {
    const candidates = inOneLine(namesakes.map((one) => `${one.name} (${one.ref ?? one.email ?? '–'})`))
    errors.push(finding('owner_name', told.name, 'cash.which_owner', { name: told.name ?? '', candidates }))
    return null
  }
  if (!only && told.name === null) {
    errors.push(finding('owner_number', told.ref, 'cash.unknown_owner', { number: told.ref ?? '' }))
    return null
  }
  const key = only ? `party:${only.partyId}` : told.ref !== null ? `ref:${told.ref}` : `name:${fold(told.name ?? '')}`
  const differs = Object.entries(told).some(
    ([field, word]) => word !== null && saidBefore(saidOf(snapshot), `${key}|${field}`, word) !== null,
  )
  if (differs) {
    errors.push(finding('owner_name', told.name, 'cash.owner_contradicts', { name: told.name ?? only?.name ?? key }))
  }
  return { known: only ?? null, told, key }
}
