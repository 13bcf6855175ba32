import { MEDIA_TYPES, writeTable } from '../../imports'
import type { TaxYear } from '../../payroll/rules/tax-year'
import { officeTaxYear, officeTaxYearOf } from '../../payroll/tax-year'
import { taxYearsPaid, yearTotals } from '../../payroll/year-totals'
import { type Currency, toDecimal } from '../../values/money'
import { dateIn } from '../../values/time'
import type { yearTotalsContract } from '../contract/year-totals'
import type { HandlersOf, Office } from '../office'

/** The one that was asked for. */
function asked({ db, clock, engine }: Office, year: number | 'latest'): TaxYear {
  if (year !== 'latest') return officeTaxYear(db, year)
  return taxYearsPaid(db)[0] ?? officeTaxYearOf(db, dateIn(clock.now(), engine.zone()))
}

const taxYearView = ({ number: year, name, from, to }: TaxYear) => ({ year, name, from, to })

export const yearTotalsHandlers: HandlersOf<typeof yearTotalsContract> = {
  'payroll.year_totals': (office, { year }) => {
    const { people, columns, currency, taxYear, taxYears } = yearTotals(office.db, asked(office, year))
    return {
      tax_year: taxYearView(taxYear),
      tax_years: taxYears.map(taxYearView),
      currency,
      columns,
      items: people.map((one) => ({
        employee: { id: one.party_id, name: one.name, external_ref: one.external_ref },
        gross_minor: one.gross_minor,
        deductions_minor: one.deductions_minor,
        employer_minor: one.employer_minor,
        net_minor: one.net_minor,
        amounts_minor: one.amounts,
      })),
      next: null,
    }
  },
  'exports.year_totals': async (office, { year, format }) => {
    const { people, columns, currency, taxYear } = yearTotals(office.db, asked(office, year))
    const amount = (minor: number) => Number(toDecimal(BigInt(minor), currency as Currency)) // a workbook’s own numbers
    const headers = [
      'Number',
      'Name',
      ...columns.map((one) => `${one.name} (${one.code})`),
      'Gross',
      'Deductions',
      'Net',
      'Employer',
      'Currency',
    ]
    const rows = people.map((one) => [
      one.external_ref,
      one.name,
      ...one.amounts.map(amount),
      ...[one.gross_minor, one.deductions_minor, one.net_minor, one.employer_minor].map(amount),
      currency,
    ])
    const bytes = await writeTable({ name: `Tax year ${taxYear.name.replace('/', '-')}`, headers, rows }, format)
    return {
      fileName: `year-totals-${taxYear.name.replace('/', '-')}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes,
    }
  },
}
