import { probablyMeant, sharedAddresses } from '../../shared/mail-guard'
import { addressFault } from '../../values/email'
import type { Reason } from '../../values/problem'

/** Why an employee gets no mail (`reaches` false), or gets it only after somebody has looked. Null: it goes. */
export type Finding<T> = { person: T; email: string; reaches: boolean; reason: Reason | null }

/**
 * Sorts people before a bulk mail: without an address or with one that is none, with one that somebody else has too,
 * with one that looks misspelt, and the rest.
 */
export function guardAddresses<T extends { email: string | null }>(people: readonly T[]): Finding<T>[] {
  const findings = people.map((person): Finding<T> => {
    const email = person.email?.trim() ?? ''
    const fault = email === '' ? { code: 'payslips.no_address', params: {} } : addressFault(email)
    return { person, email, reaches: fault === null, reason: fault }
  })
  const reached = findings.filter(({ reaches }) => reaches)
  for (const group of sharedAddresses(reached.map((finding) => ({ address: finding.email, finding })))) {
    for (const { finding } of group)
      finding.reason = { code: 'payslips.shared_address', params: { people: group.length } }
  }
  for (const finding of reached) {
    const meant = finding.reason ? null : probablyMeant(finding.email)
    if (meant) finding.reason = { code: 'payslips.address_misspelt', params: { meant } }
  }
  return findings
}
