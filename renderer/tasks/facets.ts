import type { Output } from '../../jobs/api/contract'
import type { FacetValue } from '../components/facet-list'
import type { Term } from '../components/filter-line'
import type { Filter } from '../components/use-filter'
import { taskInWords, words } from '../words/en'
import { queueInWords } from '../words/en/tasks'

type Count = Output<'tasks.counts'>['items'][number]
export type Facet = 'state' | 'task' | 'queue'
export const FACETS: Facet[] = ['state', 'task', 'queue']
const STATES = ['FAILURE', 'RUNNING', 'WAITING', 'SUCCESS', 'REVOKED', 'EXPIRED'] as const

export const nameOf = (facet: Facet, value: string): string => {
  if (facet === 'task') return taskInWords(value)
  if (facet === 'queue') return queueInWords(value)
  return facet === 'state' ? (words.tasks.states[value] ?? value) : value
}

export const termOf = (facet: Facet, value: string): Term => ({
  facet,
  facetName: words.tasks.facets[facet],
  value,
  name: nameOf(facet, value),
})

const matches = (count: Count, filter: Filter, except?: Facet) =>
  FACETS.every((facet) => facet === except || filter[facet] === undefined || filter[facet] === count[facet])

/** How many tasks the filter leaves over; null where text is looked for, which nobody counts. */
export const leftOver = (counts: Count[], filter: Filter): number | null =>
  filter.q !== undefined || filter.state === 'RETRY' ? null : sum(counts.filter((count) => matches(count, filter)))

const sum = (counts: Count[]) => counts.reduce((all, { n }) => all + n, 0)

/** The values of a facet, each with what it would leave over of what the other facets leave. */
export function facetValues(counts: Count[], filter: Filter, facet: Facet): FacetValue[] {
  const left = counts.filter((count) => matches(count, filter, facet))
  const values = facet === 'state' ? STATES : [...new Set(counts.map((count) => count[facet]))].sort()
  return values
    .map((value) => ({
      value,
      name: nameOf(facet, value),
      count: sum(left.filter((count) => count[facet] === value)),
      chosen: filter[facet] === value,
    }))
    .filter(({ count, chosen }) => facet === 'state' || count > 0 || chosen)
}

/** What typing completes to. */
export const termsOf = (counts: Count[]): Term[] => [
  ...STATES.map((value) => termOf('state', value)),
  termOf('state', 'RETRY'),
  ...[...new Set(counts.map((count) => count.task))].map((value) => termOf('task', value)),
  ...[...new Set(counts.map((count) => count.queue))].map((value) => termOf('queue', value)),
]
