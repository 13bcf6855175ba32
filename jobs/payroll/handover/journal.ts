/** The two sides of a booking; empty: not known. */
export type Accounts = { debit: string; credit: string }

/** What a run comes to in one component. */
export type JournalSum = {
  runId: number
  code: string
  name: string
  kind: 'earning' | 'deduction' | 'employer' | 'information'
  people: number
  amountMinor: number
}

/** A booking: `debit` to `credit`, in minor units; below zero it is the other way round. */
export type JournalEntry = JournalSum & Accounts

/** Accounts by component, else by kind. */
export type AccountPlan = {
  components: Record<string, Accounts>
  kinds: Record<'earning' | 'deduction' | 'employer', Accounts>
}

/**
 * The payroll journal: earnings to the wages payable, deductions out of it, what the employer pays on top beside it. Each
 * component is one booking a run, so that debit and credit are equal by construction, and what is left on the wages
 * payable is the net. Components that only inform are not booked.
 */
export function journalOf(sums: readonly JournalSum[], plan: AccountPlan): JournalEntry[] {
  return sums.flatMap((sum) => {
    if (sum.kind === 'information' || sum.amountMinor === 0) return []
    const own = plan.components[sum.code]
    const usual = plan.kinds[sum.kind]
    return [{ ...sum, debit: own?.debit || usual.debit, credit: own?.credit || usual.credit }]
  })
}

/** Codes whose booking lacks an account on either side. */
export const withoutAccount = (journal: readonly JournalEntry[]): string[] => [
  ...new Set(journal.filter(({ debit, credit }) => debit === '' || credit === '').map(({ code }) => code)),
]
