import type { RunContext } from '../../engine/define-task'
import type { Reason } from '../../values/problem'
import { guardAddresses } from './guard'
import type { PasswordRule } from './password'

export type Addressee = {
  slipId: number
  partyId: number
  name: string
  externalRef: string | null
  email: string | null
  lastEmail: string | null
  lacksPassword: boolean
  /** How the mail says what opens the file; `none`: nothing does. */
  password: PasswordRule
  language: string
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
  ctx.check()
  const warnings: PayslipWarning[] = []
  const mails: PayslipMail[] = []
  for (const { person, email, reaches, reason } of guardAddresses(people)) {
    if (reason) warnings.push({ party_id: person.partyId, external_ref: person.externalRef, reason })
    if (reaches) mails.push({ ...person, email, held: reason })
  }
  for (let at = 0; at < mails.length; at += CHUNK) {
    await ctx.stage(mails.slice(at, at + CHUNK))
    ctx.progress(Math.min(at + CHUNK, mails.length), mails.length, 'Payslip mails')
  }
  return { mails: mails.length, held: mails.filter(({ held }) => held !== null).length, warnings }
}
