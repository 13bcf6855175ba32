import { createHash } from 'node:crypto'
import type { RunFacts } from './load-run'
import type { Employee } from './rules/slip'

/**
 * What a draft is computed from and people type or bring in by files: contracts, items, leave, loans, held pay, components,
 * rate tables, days off. What other runs post is left out: `basis.ts` tells of that.
 */
export function digestOfFacts({ period, currency, components, rules, employees }: RunFacts): string {
  const typed = { period, currency, components, rules, employees: employees.map(withoutPosted) }
  return createHash('sha256').update(JSON.stringify(typed)).digest('hex')
}

function withoutPosted({ partyId, segments, items, unpaid, loans, hold }: Employee) {
  return [
    partyId,
    segments,
    items,
    unpaid,
    loans?.map(({ id, code, instalmentMinor }) => [id, code, instalmentMinor]),
    hold?.isHeld ? [hold.mostMinor] : undefined,
  ]
}
