import type { Band } from '../../../../jobs/payroll/rules/component'
import type { RateTable } from '../../../../jobs/payroll/rules/rate-table'
import { date } from './builders'

/** Rates in percent up to an amount in whole units; the last without an end. */
const bands = (...list: [upTo: number | null, percent: number][]): Band[] =>
  list.map(([upTo, percent]) => ({
    upToMinor: upTo === null ? null : upTo * 100,
    ratePpm: Math.round(percent * 10_000),
  }))
const version = (from: string, list: Band[]) => ({
  from: date(from),
  bands: list,
  ratePpm: null,
  amountMinor: null,
})

/** Progressive tables as they are published, with worked examples of the same source: yearly income and tax, in minor units. */
export type Published = {
  country: string
  source: string
  table: RateTable
  /** A day of the year the example is of. */
  on: string
  currency: string
  examples: { income: number; tax: number }[]
}

const FRANCE: RateTable = {
  code: 'IR',
  kind: 'bands',
  versions: [
    version('2024-01-01', bands([11_294, 0], [28_797, 11], [82_341, 30], [177_106, 41], [null, 45])),
    // Of the later version the bands of its example; what it says of higher incomes is not used here.
    version('2026-01-01', bands([11_600, 0], [29_579, 11], [null, 30])),
  ],
}

const NEW_ZEALAND: RateTable = {
  code: 'PAYE',
  kind: 'bands',
  versions: [version('2012-04-01', bands([14_000, 10.5], [48_000, 17.5], [70_000, 30], [null, 33]))],
}

const IRELAND: RateTable = {
  code: 'INCOME_TAX',
  kind: 'bands',
  versions: [version('2024-01-01', bands([42_000, 20], [null, 40]))],
}

const IRELAND_USC: RateTable = {
  code: 'USC',
  kind: 'bands',
  // The case study stops at 4 %; what it says of higher incomes is not used here.
  versions: [version('2024-01-01', bands([12_012, 0.5], [25_760, 2], [null, 4]))],
}

export const PUBLISHED: Published[] = [
  {
    country: 'France, income of 2023',
    source:
      'Direction de l’information légale et administrative, “Quel est le barème de l’impôt sur le revenu ?”, fiche F1419, verified 6 June 2024, example “célibataire, 30 000 €”; read at https://veigy-foncenex.fr/marche-public/particuliers?xml=F1419',
    table: FRANCE,
    on: '2024-12-31',
    currency: 'EUR',
    examples: [{ income: 30_000_00, tax: 2_286_23 }],
  },
  {
    country: 'France, the table after it',
    source:
      'The same fiche F1419 in a later version, example “célibataire, 30 000 €” (1 977,69 € and 126,30 €); read at https://chatbot.illicoweb.com/service-public/fiche/F1419',
    table: FRANCE,
    on: '2026-12-31',
    currency: 'EUR',
    examples: [{ income: 30_000_00, tax: 1_977_69 + 126_30 }],
  },
  {
    country: 'New Zealand, tax year 2012-2013',
    source:
      'Inland Revenue, “Income tax rates for individuals”, rates for tax year 2012-2013, examples 1 (John) and 2 (Sarah); http://www.ird.govt.nz/how-to/taxrates-codes/itaxsalaryandwage-incometaxrates.html',
    table: NEW_ZEALAND,
    on: '2013-03-31',
    currency: 'NZD',
    examples: [
      { income: 65_238_00, tax: 12_591_40 },
      { income: 45_000_00, tax: 6_895_00 },
    ],
  },
  {
    country: 'Ireland, 2024, gross income tax of a single person',
    source:
      'Citizens Information, “Case study: Calculating your income tax”, 2024; https://www.citizensinformation.ie/en/money-and-tax/tax/income-tax/case-study-calculating-your-income-tax-case-studies/',
    table: IRELAND,
    on: '2024-12-31',
    currency: 'EUR',
    examples: [
      { income: 28_000_00, tax: 5_600_00 },
      { income: 43_200_00, tax: 8_880_00 },
    ],
  },
  {
    country: 'Ireland, 2024, Universal Social Charge',
    source: 'The same case study, “USC” of Joan',
    table: IRELAND_USC,
    on: '2024-12-31',
    currency: 'EUR',
    examples: [{ income: 28_000_00, tax: 424_62 }],
  },
]
