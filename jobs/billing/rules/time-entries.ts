import type { Finding, OfficeFacts, Row, RowPlan } from '../../imports/kind'
import {
  changesOf,
  dateOf,
  finding,
  inOneLine,
  madeOnce,
  mayCreate,
  moneyOf,
  rowPlan,
  textOf,
} from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'
import { clientCalled, type KnownClient, UNKNOWN_CLIENT } from './clients'
import { minutesBetween, readMinutes, readTimeOfDay, shownMinutes } from './times'

export type KnownWorker = { partyId: number; ref: string | null; name: string; email: string | null }
export type KnownProject = { id: number; clientId: number; name: string }

/** What an entry says; project by name, since a new one has no id yet. */
export type Entry = {
  personId: number
  clientId: number | null
  project: string | null
  onDate: LocalDate
  fromTime: string | null
  toTime: string | null
  minutes: number
  description: string | null
  billable: boolean
  rateMinor: number | null
}
export type KnownEntry = Entry & { id: number; sourceKey: string; ref: string | null; locked: boolean }
export type EntrySnapshot = {
  workers: KnownWorker[]
  clients: KnownClient[]
  projects: KnownProject[]
  entries: KnownEntry[]
}
/** `newClient`: the name of one that the office does not have yet. */
export type EntryDeed = Entry & { sourceKey: string; ref: string | null; newClient: string | null }

type Told = Pick<Entry, 'personId' | 'onDate' | 'fromTime' | 'project' | 'description'> & {
  clientId: number | string | null
}

/** What tells an entry without a number from others. */
function wordsKey({ personId, onDate, fromTime, clientId, project, description }: Told): string {
  const words = [fromTime, clientId, project && fold(project), description && fold(description)]
  return `row:${[personId, onDate, ...words.map((one) => one ?? '')].join('|')}`
}

/** How many entries say the same as far as their words go. */
const alikeOf = madeOnce((entries: KnownEntry[]) => {
  const counts = new Map<string, number>()
  for (const one of entries) counts.set(wordsKey(one), (counts.get(wordsKey(one)) ?? 0) + 1)
  return counts
})

const entriesByKey = madeOnce((entries: KnownEntry[]) => new Map(entries.map((one) => [one.sourceKey, one])))

/**
 * Decides what one row of a timesheet does. Its number tells it from others; without one, the person, day, start, client,
 * project and description do; where no start is told either, two that say the same may be two: a person is asked. Empty
 * cells leave what is known of an entry.
 */
export function decideEntry(
  row: Row,
  snapshot: EntrySnapshot,
  office: OfficeFacts,
): { plan: RowPlan; deed: EntryDeed | null } {
  const errors: Finding[] = []
  const warnings: Finding[] = []
  const onDate = dateOf(row, 'date')
  if (onDate === null) errors.push(finding('date', null, 'billing.day_missing'))
  else if (onDate > office.today) warnings.push(finding('date', onDate, 'billing.day_in_future', { found: onDate }))
  const worker = workerOf(row, snapshot.workers, errors)
  const { client, newClient, project } = workOf(row, snapshot, errors)
  const span = spanOf(row, errors, warnings)
  const billable = yesOrNo(row, errors)
  const rate = moneyOf(row, 'rate')
  const description = textOf(row, 'description')
  if (onDate === null || !worker) {
    return { plan: rowPlan({ key: null, entity: null, changes: [], errors }), deed: null }
  }

  const ref = textOf(row, 'entry_number')
  const another = textOf(row, 'another')
  const clientId = client?.partyId ?? (newClient === null ? null : `new ${fold(newClient)}`)
  const own = wordsKey({ personId: worker.partyId, onDate, fromTime: span.from, clientId, project, description })
  const sourceKey = ref !== null ? `ref:${ref}` : another === null ? own : `${own}|${another}`
  const isWeak = ref === null && span.from === null && another === null
  const alike = isWeak ? { known: alikeOf(snapshot.entries).get(own) ?? 0 } : null
  const known = entriesByKey(snapshot.entries).get(sourceKey) ?? null
  const minutes = span.minutes ?? known?.minutes ?? null
  if (minutes === null && errors.length === 0) errors.push(finding('duration', null, 'billing.duration_missing'))
  const told = {
    personId: worker.partyId,
    onDate,
    clientId: client?.partyId ?? (newClient === null ? (known?.clientId ?? null) : null),
    project: project ?? known?.project ?? null,
    fromTime: span.from ?? known?.fromTime ?? null,
    toTime: span.to ?? known?.toTime ?? null,
    minutes: minutes ?? 0,
    description: description ?? known?.description ?? null,
    billable: billable ?? known?.billable ?? true,
    rateMinor: rate === null ? (known?.rateMinor ?? null) : Number(rate),
  }
  const changes = known ? entryChanges(known, { ...told, newClient }, snapshot) : []
  if (known?.locked && changes.length > 0) errors.push(finding(null, null, 'billing.entry_locked'))
  const entity = known ? `time_entry:${known.id}` : null
  const plan = rowPlan({ key: sourceKey, entity, changes, errors, warnings, alike })
  return { plan, deed: errors.length > 0 ? null : { ...told, sourceKey, ref, newClient } }
}

function entryChanges(
  known: KnownEntry,
  told: Entry & Pick<EntryDeed, 'newClient'>,
  { workers, clients }: EntrySnapshot,
) {
  const worker = (id: number) => workers.find((one) => one.partyId === id)?.name ?? null
  const client = (id: number | null) => clients.find((one) => one.partyId === id)?.name ?? null
  const minor = (value: number | null) => (value === null ? null : BigInt(value))
  const yes = (value: boolean) => (value ? 'yes' : 'no')
  return changesOf([
    ['date', known.onDate, told.onDate],
    ['start', known.fromTime, told.fromTime],
    ['end', known.toTime, told.toTime],
    ['duration', shownMinutes(known.minutes), shownMinutes(told.minutes)],
    ['person', worker(known.personId), known.personId === told.personId ? null : worker(told.personId)],
    [
      'client',
      client(known.clientId),
      told.newClient ?? (known.clientId === told.clientId ? null : client(told.clientId)),
    ],
    ['project', known.project, fold(known.project ?? '') === fold(told.project ?? '') ? null : told.project],
    ['description', known.description, told.description],
    ['billable', yes(known.billable), yes(told.billable)],
    ['rate', minor(known.rateMinor), minor(told.rateMinor)],
  ])
}

function workerOf(row: Row, workers: KnownWorker[], errors: Finding[]): KnownWorker | null {
  const said = textOf(row, 'person')
  if (said === null) {
    errors.push(finding('person', null, 'billing.person_missing'))
    return null
  }
  const { byKey, byName } = workerLookups(workers)
  const numbered = byKey.get(said) ?? byKey.get(fold(said))
  const named = byName.get(fold(said)) ?? []
  const [only, ...more] = numbered ? [numbered] : named
  if (only && more.length === 0) return only
  const candidates = inOneLine(named.map((one) => `${one.name} (${one.ref ?? one.email ?? '–'})`))
  const code = more.length > 0 ? 'billing.which_person' : 'billing.unknown_person'
  errors.push(finding('person', said, code, { name: said, candidates }))
  return null
}

const workerLookups = madeOnce((workers: KnownWorker[]) => {
  const byKey = new Map<string, KnownWorker>()
  const byName = new Map<string, KnownWorker[]>()
  for (const one of workers) {
    if (one.email !== null) byKey.set(fold(one.email), one)
    if (one.ref !== null) byKey.set(one.ref, one)
    byName.set(fold(one.name), [...(byName.get(fold(one.name)) ?? []), one])
  }
  return { byKey, byName }
})

const NO_WORK = { client: null, newClient: null, project: null }

/** Client and project; a project alone tells its client where only one has a project of that name. */
function workOf(
  row: Row,
  { clients, projects }: EntrySnapshot,
  errors: Finding[],
): { client: KnownClient | null; newClient: string | null; project: string | null } {
  const said = textOf(row, 'client')
  const project = textOf(row, 'project')
  if (said !== null) {
    const { client, error } = clientCalled(said, clients)
    if (error?.reason.code === UNKNOWN_CLIENT && mayCreate(row, 'client')) {
      return { client: null, newClient: said, project }
    }
    if (error) errors.push(error)
    return { client, newClient: null, project }
  }
  if (project === null) return NO_WORK
  const owners = projects.filter((one) => fold(one.name) === fold(project)).map(({ clientId }) => clientId)
  const [only, ...more] = clients.filter((one) => owners.includes(one.partyId))
  if (only && more.length === 0) return { client: only, newClient: null, project }
  const code = more.length > 0 ? 'billing.whose_project' : 'billing.project_without_client'
  const params = { project, candidates: inOneLine([only, ...more].flatMap((one) => one?.name ?? [])) }
  errors.push(finding('project', project, code, params))
  return { ...NO_WORK, project }
}

type Span = { from: string | null; to: string | null; minutes: number | null }

/** Start, end and how long; the duration that is told counts, since there may be a break between start and end. */
function spanOf(row: Row, errors: Finding[], warnings: Finding[]): Span {
  const time = (field: 'start' | 'end') => {
    const said = textOf(row, field)
    const read = said === null ? null : readTimeOfDay(said)
    if (said !== null && read === null) errors.push(finding(field, said, 'billing.no_time_of_day', { found: said }))
    return read
  }
  const [from, to, said] = [time('start'), time('end'), textOf(row, 'duration')]
  const between = from !== null && to !== null ? minutesBetween(from, to) : null
  const told = said === null ? null : readMinutes(said)
  if (said !== null && told === null) errors.push(finding('duration', said, 'billing.no_duration', { found: said }))
  const minutes = told ?? between
  if (minutes !== null && (minutes <= 0 || minutes > 1440)) {
    errors.push(
      finding(said === null ? 'end' : 'duration', said, 'billing.duration_outside_day', {
        found: shownMinutes(minutes),
      }),
    )
  } else if (told !== null && between !== null && told !== between) {
    const params = { told: shownMinutes(told), between: shownMinutes(between) }
    warnings.push(finding('duration', said, 'billing.duration_differs', params))
  }
  return { from, to, minutes }
}

const YES = new Set('yes,y,true,1,x,oui,o,si,sí,sim,s,ja,j,haan,billable'.split(','))
const NO = new Set('no,n,false,0,non,não,nao,nein,nahin,not billable,non-billable'.split(','))

function yesOrNo(row: Row, errors: Finding[]): boolean | null {
  const said = textOf(row, 'billable')
  if (said === null) return null
  const word = fold(said)
  if (YES.has(word)) return true
  if (NO.has(word)) return false
  errors.push(finding('billable', said, 'billing.not_yes_or_no', { found: said }))
  return null
}
