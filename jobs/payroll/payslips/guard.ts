import { probablyMeant, sharedAddresses } from '../../shared/mail-guard'
import { addressFault } from '../../values/email'
import type { Reason } from '../../values/problem'

/** Why an employee gets no mail (`reaches` false), or gets it only after somebody has looked. Null: it goes. */
export type Finding<T> = { person: T; email: string; reaches: boolean; reason: Reason | null }

/** `lacksPassword`: the office wants payslips to open with one, and this person has not got what it is made of. */
export type Addressed = { email: string | null; lastEmail: string | null; lacksPassword: boolean }

/**
 * Sorts people before a bulk mail: without an address or with one that is none, with one that somebody else has too,
 * with one that looks misspelt, with another one than their last payslip went to, and the rest.
 */
export function guardAddresses<T extends Addressed>(people: readonly T[]): Finding<T>[] {
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
    if (!finding.reason && finding.person.lacksPassword) finding.reason = { code: 'payslips.no_password', params: {} }
    const meant = finding.reason ? null : probablyMeant(finding.email)
    if (meant) finding.reason = { code: 'payslips.address_misspelt', params: { meant } }
    else if (finding.reason === null && isChanged(finding.person, finding.email)) {
      finding.reason = { code: 'payslips.address_changed', params: {} }
    }
  }
  return findings
}

/** Pay is diverted by mail too: a new address is looked at once, by whoever knows the person. */
const isChanged = ({ lastEmail }: { lastEmail: string | null }, email: string): boolean =>
  lastEmail !== null && lastEmail.toLowerCase() !== email.toLowerCase()
