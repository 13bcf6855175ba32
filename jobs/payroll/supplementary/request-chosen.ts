import { type ItemComponent, itemComponents } from '../../../db/queries/payroll/components'
import { contractsOfParty } from '../../../db/queries/payroll/contracts'
import { periodsSharingDays } from '../../../db/queries/payroll/periods'
import { slipOf } from '../../../db/queries/payroll/review'
import { regularRun } from '../../../db/queries/payroll/runs'
import { finallyPaid } from '../../../db/queries/payroll/supplementary'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { needPeriod } from '../load-run'
import { checkItem } from '../month-items'
import type { AskedItem } from './ask'
import { conflict, draftsFor, open, type Requested, refuseInactive } from './request'

/**
 * Off-cycle pay: chosen people get chosen items, which no regular run pays, and of the other components those in `codes`
 * (the tax on them). Refuses `payroll.period_not_active` and what is wrong with an item.
 */
export function requestOffCycle(
  write: Write,
  periodId: number,
  asked: { items: AskedItem[]; codes: string[]; reason: string },
): Requested {
  const period = needPeriod(write.db, periodId)
  refuseInactive(period)
  const components = checkItems(write, asked.items)
  for (const code of asked.codes) {
    if (!components.has(code)) throw new Problem('payroll.unknown_item_code', { code })
  }
  for (const { partyId } of asked.items) needEmployee(write, partyId)
  return open(write, period.id, null, { kind: 'off_cycle', ...asked })
}

/**
 * Final pay of a leaver, before the period of the last day is run for everybody: the employed days, absence, the items of
 * this and later months, and what was typed. Refuses `payroll.no_last_day`, `no_period_for_last_day`,
 * `leaver_already_paid` and `draft_in_the_way`.
 */
export function requestFinalPay(
  write: Write,
  partyId: number,
  asked: { items: AskedItem[]; reason: string },
): Requested {
  const contracts = needEmployee(write, partyId)
  const last = contracts.at(-1)
  if (!last?.to_on) throw conflict('payroll.no_last_day')
  checkItems(write, asked.items)
  const period = periodsSharingDays(write.db, last.to_on, last.to_on).find(
    (one) => (last.schedule === null || last.schedule === one.period_type) && one.status !== 'closed',
  )
  if (!period) throw conflict('payroll.no_period_for_last_day', { day: last.to_on })
  refuseInactive(period)
  if (finallyPaid(write.db, period.end_on).get(partyId)?.includes(period.id)) {
    throw conflict('payroll.leaver_already_paid', { period: period.description })
  }
  const run = regularRun(write.db, period.id)
  if (run && run.status !== 'draft' && run.status !== 'computing' && slipOf(write.db, run.id, partyId)) {
    throw conflict('payroll.leaver_already_paid', { period: period.description })
  }
  const other = draftsFor(write, 'final', (ask) => ask.kind === 'final' && ask.people.includes(partyId))
  if (other) throw conflict('payroll.draft_in_the_way', { no: other.no })
  return open(write, period.id, null, { kind: 'final', people: [partyId], ...asked })
}

function needEmployee(write: Write, partyId: number) {
  const contracts = contractsOfParty(write.db, partyId)
  if (contracts.length === 0) {
    throw new Problem('payroll.no_contract_to_change', { id: partyId }, { kind: 'not_found' })
  }
  return contracts
}

function checkItems(write: Write, items: readonly AskedItem[]): Map<string, ItemComponent> {
  const components = itemComponents(write.db)
  for (const { code, amountMinor, quantity, rateMinor } of items) {
    checkItem(
      {
        code,
        ...(amountMinor !== null && { amountMinor }),
        ...(quantity !== null && { quantity }),
        ...(rateMinor !== null && { rateMinor }),
      },
      components,
    )
  }
  return components
}
