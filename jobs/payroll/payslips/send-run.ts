import type { RunContext } from '../../engine/define-task'
import { probablyMeant, sharedAddresses } from '../../shared/mail-guard'
import { addressFault } from '../../values/email'
import type { Reason } from '../../values/problem'

export type Addressee = {
  slipId: number
  partyId: number
  name: string
  externalRef: string | null
  email: string | null
  sha256: string
}
/** `held`: why the mail waits for a click. */
export type PayslipMail = Addressee & { email: string; held: Reason | null }
export type PayslipWarning = { party_id: number; external_ref: string | null; reason: Reason }
export type SendOutput = { mails: number; held: number; warnings: PayslipWarning[] }

const CHUNK = 100

/**
 * Sorts the employees of a run: without an address, with one that is none, with one that somebody else has too or that
 * looks misspelt (their mail is held until somebody has looked), and the rest. Mails are queued chunk by chunk.
 */
export default async function send(people: Addressee[], ctx: RunContext<unknown, PayslipMail>): Promise<SendOutput> {
  const warnings: PayslipWarning[] = []
  const warn = ({ partyId, externalRef }: Addressee, reason: Reason) => {
    warnings.push({ party_id: partyId, external_ref: externalRef, reason })
    return reason
  }
  const mails: PayslipMail[] = []
  for (const person of people) {
    ctx.check()
    const email = person.email?.trim() ?? ''
    const fault = email === '' ? { code: 'payslips.no_address', params: {} } : addressFault(email)
    if (fault) warn(person, fault)
    else mails.push({ ...person, email, held: null })
  }
  for (const group of sharedAddresses(mails.map((mail) => ({ address: mail.email, mail })))) {
    const reason = { code: 'payslips.shared_address', params: { people: group.length } }
    for (const { mail } of group) mail.held = warn(mail, reason)
  }
  for (const mail of mails) {
    const meant = mail.held ? null : probablyMeant(mail.email)
    if (meant) mail.held = warn(mail, { code: 'payslips.address_misspelt', params: { meant } })
  }
  for (let at = 0; at < mails.length; at += CHUNK) {
    await ctx.stage(mails.slice(at, at + CHUNK))
    ctx.progress(Math.min(at + CHUNK, mails.length), mails.length, 'Payslip mails')
  }
  return { mails: mails.length, held: mails.filter(({ held }) => held !== null).length, warnings }
}
