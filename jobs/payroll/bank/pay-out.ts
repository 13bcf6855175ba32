import type { Db } from '../../../db/open'
import { bankFilesOf, netToBank, payRows } from '../../../db/queries/payroll/bank'
import { officeWorkingDays } from '../../shared/holidays'
import { readSetting } from '../../shared/settings'
import { bankText } from '../../values/bank-text'
import { periodInWords } from '../../values/date-words'
import { type Params, Problem, type Reason } from '../../values/problem'
import {
  addDays,
  dayNumber,
  type Instant,
  type LocalDate,
  parseLocalDate,
  wallClock,
  type Zone,
} from '../../values/time'
import { approvedRun, issuedRun } from '../payslips/approved-run'
import { paymentFault } from './account-rules'
import { knownAccounts } from './accounts'
import { MOST_CENTS, MOST_TOTAL_CENTS } from './formats/nacha'
import type { BankFile, BankFormat, Payer, Payment } from './payment'

export type PayOutFinding = { partyId: number; externalRef: string | null; reason: Reason }

/** What an approved run pays, in a format: the transfers, who is paid otherwise, and what stands in the way. */
export type PayOut = {
  /** Those that nothing stands in the way of. */
  payments: Payment[]
  otherwise: { people: number; netMinor: number }
  /** Who got too much, by a correction or arrears: it is had back another way, since no file takes money from an account. */
  toHaveBack: { people: number; minor: number }
  findings: PayOutFinding[]
  /** What is wrong with the office's own side. */
  officeFaults: Reason[]
  /** Σ of the nets that go to a bank. */
  controlMinor: number
  currency: string
}

/** A run that was reversed, perhaps while its page was open, is no error: it is told as what stands in the way. */
const paysNobody = (currency: string): PayOut => ({
  payments: [],
  otherwise: { people: 0, netMinor: 0 },
  toHaveBack: { people: 0, minor: 0 },
  findings: [],
  officeFaults: [{ code: 'payroll.reversal_pays_nobody', params: {} }],
  controlMinor: 0,
  currency,
})

/** Throws as `issuedRun` does. */
export function payOut(db: Db, runId: number, format: BankFormat): PayOut {
  const run = issuedRun(db, runId)
  if (run.status === 'reversed' || run.kind === 'reversal') return paysNobody(run.currency)
  const accounts = new Map(knownAccounts(db).map((one) => [one.partyId, one]))
  const payments: Payment[] = []
  const findings: PayOutFinding[] = []
  const otherwise = { people: 0, netMinor: 0 }
  const toHaveBack = { people: 0, minor: 0 }
  for (const row of payRows(db, runId)) {
    if (row.net_minor === 0) continue
    if (row.net_minor < 0 && (row.is_replacement || run.kind === 'arrears')) {
      toHaveBack.people++
      toHaveBack.minor -= row.net_minor
      continue
    }
    const known = accounts.get(row.party_id)
    if (known?.method === 'other' && row.net_minor > 0) {
      otherwise.people++
      otherwise.netMinor += row.net_minor
      continue
    }
    const { name } = row
    const reason = paymentFault(
      { name, amountMinor: row.net_minor, account: known ?? null, isUnconfirmed: known?.isUnconfirmed ?? false },
      format,
    )
    if (reason) findings.push({ partyId: row.party_id, externalRef: row.external_ref, reason })
    if (reason || !known) continue
    const { partyId: _, isUnconfirmed: __, ...account } = known
    payments.push({ slipId: row.slip_id, name, externalRef: row.external_ref, amountMinor: row.net_minor, account })
  }
  const controlMinor = netToBank(db, runId)
  const officeFaults = faultsOfOffice(payerOf(db), run.currency, format, controlMinor, payments)
  // Where people are named who cannot be paid yet, nobody is told that there is nobody to pay.
  if (payments.length === 0 && findings.length === 0) officeFaults.unshift({ code: 'bank.nothing_to_pay', params: {} })
  return { payments, otherwise, toHaveBack, findings, officeFaults, controlMinor, currency: run.currency }
}

export function payerOf(db: Db): Payer {
  const bank = readSetting(db, 'bank')
  return {
    holder: bank.holder || readSetting(db, 'office').name,
    iban: bank.iban,
    bic: bank.bic,
    routing: bank.routing,
    number: bank.account_number,
    bankName: bank.bank_name,
    companyId: bank.company_id,
    batchBooking: bank.batch_booking,
  }
}

function faultsOfOffice(
  payer: Payer,
  currency: string,
  format: BankFormat,
  sum: number,
  payments: Payment[],
): Reason[] {
  const faults: Reason[] = []
  const fault = (code: string, params: Params = {}) => faults.push({ code, params })
  if (format === 'csv') return faults
  if (payer.holder === '' || bankText(payer.holder, 70).lost.length > 0) fault('bank.office_no_name')
  if (!format.startsWith('nacha')) {
    if (payer.iban === '') fault('bank.office_no_iban')
    return faults
  }
  if (currency !== 'USD') fault('bank.nacha_needs_usd', { currency })
  if (payer.routing === '') fault('bank.office_no_routing')
  if (payer.companyId === '') fault('bank.office_no_company')
  if (format === 'nacha-balanced' && payer.number === '') fault('bank.office_no_number')
  // Balanced, one entry debits the whole sum and has to hold it.
  const most = format === 'nacha-balanced' ? BigInt(MOST_CENTS) : MOST_TOTAL_CENTS
  if (BigInt(sum) > most || payments.some(({ amountMinor }) => amountMinor > MOST_CENTS)) fault('bank.nacha_too_much')
  return faults
}

export type ExportArgs = {
  run_id: number
  format: BankFormat
  layout?: string | null | undefined
  pay_on?: string | null | undefined
}

/** The file of a run, ready to be written. Throws what stands in its way, naming the people (`bank.people_not_payable`). */
export function bankFileOf(db: Db, args: ExportArgs, now: Instant, zone: Zone): BankFile {
  const run = approvedRun(db, args.run_id)
  const { payments, findings, officeFaults, controlMinor, currency } = payOut(db, args.run_id, args.format)
  const [officeFault] = officeFaults
  if (officeFault)
    throw new Problem(officeFault.code, officeFault.params, { kind: 'conflict', details: { officeFaults } })
  refuseFindings(findings)
  const { date, time } = wallClock(now, zone)
  const no = bankFilesOf(db, args.run_id) + 1
  return {
    format: args.format,
    reference: referenceOf(run.id, run.end_on, no),
    no,
    runId: run.id,
    currency,
    purpose: purposeOf(run.start_on as LocalDate, run.end_on as LocalDate),
    payOn: payOnOf(db, args.pay_on ?? null, date),
    createdAt: now,
    createdOn: date,
    createdTime: time,
    payer: payerOf(db),
    payments,
    controlMinor,
  }
}

const NAMED = 5

function refuseFindings(findings: PayOutFinding[]): void {
  const [first] = findings
  if (!first) return
  const details = {
    people: findings.map((one) => ({ employee_id: one.partyId, external_ref: one.externalRef, ...one.reason })),
  }
  if (findings.length === 1) throw new Problem(first.reason.code, first.reason.params, { kind: 'conflict', details })
  const named = findings.slice(0, NAMED).map(({ reason }) => String(reason.params.name))
  const more = findings.length > NAMED ? ` and ${findings.length - NAMED} more` : ''
  const params = { count: findings.length, names: named.join(', ') + more }
  throw new Problem('bank.people_not_payable', params, { kind: 'conflict', details })
}

/** 35 characters are what a message id holds. */
const referenceOf = (runId: number, endOn: string, no: number): string =>
  `PAY-${endOn.slice(0, 7)}-R${runId}${no > 1 ? `-DUPLICATE-${no}` : ''}`

const purposeOf = (start: LocalDate, end: LocalDate) => `Salary ${periodInWords(start, end)}`

const FURTHEST_DAYS = 366

/** The day the bank is asked to pay on: the one given, else the next working day of the office. */
export function payOnOf(db: Db, given: string | null, today: LocalDate): LocalDate {
  if (given === null || given === '') return nextWorkingDay(db, today)
  const day = parseLocalDate(given)
  if (day === null) throw new Problem('bank.pay_on_not_a_date', { found: given.slice(0, 40) })
  if (day < today || day > addDays(today, FURTHEST_DAYS)) {
    throw new Problem('bank.pay_on_out_of_range', {
      found: day,
      earliest: today,
      latest: addDays(today, FURTHEST_DAYS),
    })
  }
  return day
}

function nextWorkingDay(db: Db, today: LocalDate): LocalDate {
  const days = officeWorkingDays(db)
  let day = addDays(today, 1)
  // An office whose list of holidays closes it for two months is asked to pay tomorrow all the same.
  for (let tries = 0; tries < 60; tries++, day = addDays(day, 1)) {
    if (days.isWorkingDay((dayNumber(day) * 86_400_000) as Parameters<typeof days.isWorkingDay>[0])) return day
  }
  return addDays(today, 1)
}
