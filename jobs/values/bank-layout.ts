/** What a column of a layout can hold. */
export const CSV_FIELDS = [
  'name',
  'external_ref',
  'account',
  'iban',
  'bic',
  'routing',
  'account_number',
  'account_type',
  'amount',
  'amount_minor',
  'currency',
  'pay_on',
  'purpose',
  'reference',
  'end_to_end_id',
  'number',
  'payer_name',
  'payer_account',
  'empty',
] as const
export type CsvField = (typeof CSV_FIELDS)[number]

export const CSV_DELIMITERS = [',', ';', '\t', '|'] as const
export const CSV_DECIMALS = ['.', ','] as const
export const CSV_DATES = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD'] as const

/** A list of transfers as a bank's portal wants it. */
export type CsvLayout = {
  name: string
  delimiter: (typeof CSV_DELIMITERS)[number]
  decimal: (typeof CSV_DECIMALS)[number]
  header: boolean
  date: (typeof CSV_DATES)[number]
  /** Only the letters that every SEPA bank takes. */
  plain: boolean
  columns: { field: CsvField; title: string }[]
}

export const STANDARD_LAYOUT: CsvLayout = {
  name: 'standard',
  delimiter: ',',
  decimal: '.',
  header: true,
  date: 'YYYY-MM-DD',
  plain: false,
  columns: [
    { field: 'number', title: 'No' },
    { field: 'external_ref', title: 'Employee number' },
    { field: 'name', title: 'Name' },
    { field: 'account', title: 'Account' },
    { field: 'bic', title: 'BIC' },
    { field: 'routing', title: 'Routing number' },
    { field: 'amount', title: 'Amount' },
    { field: 'currency', title: 'Currency' },
    { field: 'pay_on', title: 'Pay on' },
    { field: 'purpose', title: 'Purpose' },
    { field: 'reference', title: 'Reference' },
  ],
}
