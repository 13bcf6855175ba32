import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { addressFault } from '../values/email'
import { withoutInvisible } from '../values/invisible'
import { isCurrency } from '../values/money'
import { isZone } from '../values/time'

/** `office@example.org` or `Office <office@example.org>`. */
export const isSender = (text: string): boolean =>
  addressFault((/^[^<>,;]*<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim()) === null

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0
  } catch {
    return false
  }
}

export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** The message of a refusal is its code, worded in `jobs/shared/words.ts` or by the area that uses the field. */
const code = (name: string) => ({ message: name })

const count = (name: string, most: number) => z.int(code(name)).min(0, code(name)).max(most, code(name))
const PORT = code('mail.not_a_port')
const SECONDS = code('mail.not_seconds')

export const OfficeSetting = z.object({
  name: z.string().transform(withoutInvisible).pipe(z.string().trim().max(200)).default(''),
  /** As it is printed: several lines. */
  address: z.string().max(1000).default(''),
  /** ISO 4217 */
  currency: z.string().refine(isCurrency, code('office.unknown_currency')),
  /** IANA */
  zone: z.string().refine(isZone, code('office.unknown_zone')),
  /** BCP 47 */
  language: z.string().refine(isLanguage, code('office.unknown_language')),
  /** 1 Monday to 7 Sunday (ISO 8601) */
  workdays: z.array(z.int().min(1).max(7)).min(1, code('office.no_workdays')).default([1, 2, 3, 4, 5]),
  /** Where failures and results go when a rule names nobody. */
  notification_address: z
    .string()
    .trim()
    .refine((text) => addressFault(text) === null, code('office.not_an_address'))
    .nullable()
    .default(null),
  /** A window in which nobody did anything for so long asks for the passphrase again; 0: never. */
  lock_after_minutes: count('office.not_lock_minutes', 1440).default(15),
})

export const PayrollSetting = z.object({
  /** A pay run is approved only with the passphrase of a second manager or owner. */
  two_person_approval: z.boolean(code('payroll.not_yes_or_no')).default(false),
  /** MM-DD on which the year begins that cumulative bands and year(…) count from. Not the 29th of February. */
  tax_year_starts: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, code('payroll.not_a_day_of_year'))
    .default('01-01'),
})

/** What the PDF of a payslip opens with. */
export const PayslipsSetting = z.object({
  password: z.enum(['none', 'account', 'number'], code('payslips.not_a_password_rule')).default('none'),
})

const days = count('office.not_days', 36_500)

/** How long tasks are kept, in days since their end; 0: for ever. */
export const TasksSetting = z.object({
  results_days: days.default(30),
  /** Where a day is too long: hours since the end, in place of the days; 0: the days count. */
  results_hours: count('office.not_hours', 8_760).default(0),
  tasks_days: days.default(365),
  /** Tasks that are kept otherwise, by name. */
  by_task: z.record(z.string().max(200), days).default({}),
})

export const MailSetting = z.object({
  /** Empty: mail stays in the outbox. */
  host: z
    .string()
    .trim()
    .max(253, code('mail.not_a_host'))
    .regex(/^[^\s/@]*$/, code('mail.not_a_host'))
    .default(''),
  port: z.int(PORT).min(1, PORT).max(65_535, PORT).default(587),
  security: z.enum(['none', 'starttls', 'tls'], code('mail.unknown_security')).default('starttls'),
  /** Empty: without signing in. */
  user: z.string().trim().max(320).default(''),
  /** Empty: mail stays in the outbox. */
  from: z
    .string()
    .trim()
    .refine((text) => text === '' || isSender(text), code('mail.not_an_address'))
    .default(''),
  /** Mails a day at most; null (or 0): no cap. */
  daily_cap: count('mail.not_a_cap', 1_000_000)
    .nullable()
    .default(null)
    .transform((cap) => cap || null),
  /** How long a lot can be recalled; 0: sent at once. */
  hold_minutes: count('mail.not_minutes', 1440).default(10),
  /** How long the server may be silent. */
  timeout_seconds: z.int(SECONDS).min(1, SECONDS).max(600, SECONDS).default(60),
  /** PEM of a certificate, or of its authority, that is trusted besides the public ones. */
  certificate: z.string().trim().refine(isCertificate, code('mail.not_a_certificate')).nullable().default(null),
})
