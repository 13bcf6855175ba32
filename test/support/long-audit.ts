import type { TestOffice } from './office'

/** More than two pages of the audit; two entries for each. */
const PEOPLE = 105

/** Adds people until the audit is read in three pages. Best while no window shows it: each entry is asked for. */
export async function writesLongAudit(api: TestOffice['api']): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, n) => ({ name: `Person ${n}`, hire_date: '2026-01-01' }))
  const added = await Promise.all(people.map((one) => api('POST', '/api/employees', one)))
  const refused = added.find(({ status }) => status >= 400)
  if (refused) throw new Error(`employee: ${refused.status} ${JSON.stringify(refused.body)}`)
}
