import type { OfficeClient } from './client'
import { usage } from './usage'

/** A schedule's number, or its name as the list shows it. */
export async function scheduleIdOf(office: OfficeClient, wanted: string): Promise<number> {
  if (/^\d+$/.test(wanted)) return Number(wanted)
  const { items } = await office.call('schedules.list', { limit: 500 })
  const named = items.filter((one) => one.name === wanted || one.task === wanted)
  if (named.length !== 1) throw usage('cli.no_such_schedule', { found: wanted, matches: named.length })
  return named[0]?.id ?? 0
}
