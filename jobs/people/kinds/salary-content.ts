import type { Db } from '../../../db/open'
import { monthItemsBetween } from '../../../db/queries/payroll/month-items'
import type { Row } from '../../imports/kind'
import { knownEmployees } from '../known-employees'
import type { SalaryFact } from '../rules/facts'
import { monthOfYear } from '../rules/month'
import type { SalaryOptions } from '../rules/pay'
import { factsOf } from '../salary-facts'

/**
 * What salary files told of a month. The rates of overtime and lateness stand with the month's one-off items; where a file
 * gave no rate but the sum with overtime, that sum is written again.
 */
export function* salaryContent(db: Db, options: SalaryOptions): Generator<Row> {
  const month = monthOfYear(options.year, options.month)
  const people = new Map(knownEmployees(db).map((one) => [one.partyId, one]))
  const rates = new Map(
    monthItemsBetween(db, month, month).flatMap((item) =>
      item.source === 'excel' && item.rate_minor !== null
        ? [[`${item.party_id}|${item.code}`, BigInt(item.rate_minor)] as const]
        : [],
    ),
  )
  for (const fact of factsOf(db, month, 'excel')) {
    const person = people.get(fact.partyId)
    if (!person) continue
    yield {
      employee_id: person.ref,
      name: person.name,
      given_name: person.givenName,
      family_name: person.familyName,
      department: person.department,
      email: person.email,
      hire_date: person.from,
      termination_date: person.to,
      ...figures(fact, (code) => rates.get(`${fact.partyId}|${code}`) ?? null),
    }
  }
}

function figures(fact: SalaryFact, rateOf: (code: string) => bigint | null): Row {
  const basic = BigInt(fact.basicMinor)
  const perHour = rateOf('OVERTIME')
  const isSummed = perHour === null && fact.overtimeMinor > 0
  return {
    salary: basic,
    days: halves(fact.presentHalves),
    absent: halves(fact.absentHalves),
    ot: fact.overtimeHours,
    charges: fact.overtimeMinor === 0 && fact.overtimeHours !== null ? 0n : perHour,
    late: fact.lateMinutes,
    charge: rateOf('LATE'),
    sal_ot: isSummed ? basic + BigInt(fact.overtimeMinor) : null,
    nett_payable: minor(fact.statedNetMinor),
    tds: minor(fact.tdsMinor || null),
    advance: minor(fact.advanceMinor || null),
    total_old_adv: minor(fact.advancesOpenMinor),
    incentive: minor(fact.incentiveMinor || null),
  }
}

const halves = (count: number | null): string | null => (count === null ? null : String(count / 2))
const minor = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount))
