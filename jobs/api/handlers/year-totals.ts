import { MEDIA_TYPES, writeTable } from '../../imports'
import { yearTotals } from '../../payroll/year-totals'
import { type Currency, toDecimal } from '../../values/money'
import type { yearTotalsContract } from '../contract/year-totals'
import type { HandlersOf } from '../office'

export const yearTotalsHandlers: HandlersOf<typeof yearTotalsContract> = {
  'payroll.year_totals': ({ db }, { year }) => {
    const { people, ...totals } = yearTotals(db, year)
    return {
      ...totals,
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
  'exports.year_totals': async ({ db }, { year, format }) => {
    const { people, columns, currency } = yearTotals(db, year)
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
    const bytes = await writeTable({ name: `Year ${year}`, headers, rows }, format)
    return { fileName: `year-totals-${year}.${format}`, mediaType: MEDIA_TYPES[format], bytes }
  },
}
