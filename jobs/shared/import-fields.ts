import type { Field, FieldType } from '../imports/kind'

/**
 * How a column is called, a list with commas for each language (Hindi in Latin script). The first of each list heads that
 * language's template.
 */
export type Tongues = { en?: string; fr: string; es: string; pt: string; de: string; hi: string }

type Rest = Pick<Field, 'note'> &
  Partial<Pick<Field, 'creates' | 'means' | 'looks' | 'required' | 'never' | 'decimals' | 'min' | 'max'>>

/** A field of an import kind. `example` stands in the template. */
export function field(
  name: string,
  label: string,
  type: FieldType,
  tongues: Tongues,
  rest: Rest & { example: string },
): Field {
  const lists = Object.entries(tongues).map(([language, list]) => [language, list.split(', ')] as const)
  const labels = lists.flatMap(([language, [first]]) => (language === 'en' || !first ? [] : [[language, first]]))
  return {
    name,
    label,
    type,
    labels: Object.fromEntries(labels),
    synonyms: lists.flatMap(([, list]) => list.flatMap(withShortForms)),
    ...rest,
  }
}

/** Says of the amounts of a row which currency they are in; files whose amounts are the office's need not have it. */
export const currencyField = (): Field =>
  field(
    'currency',
    'Currency',
    'currency',
    {
      en: 'currency code, ccy, curr, account currency, payment currency',
      fr: 'devise, monnaie, code devise',
      es: 'moneda, divisa, código de moneda',
      pt: 'moeda, divisa, código da moeda',
      de: 'Währung, Währungscode, Währungskennzeichen, Kontowährung',
      hi: 'mudra, mudra code',
    },
    {
      means: 'currency number? account? payment? transaction?',
      note: 'The office’s currency. Rows in another one are not taken in. Left out: the office’s.',
      example: '',
    },
  )

/** How the word for a number is shortened in headers: `N° de contribuable`, `No. de cliente`, `Kunden-Nr`. */
const SHORT_FORMS: [RegExp, string[]][] = [
  [/(?<!\p{L})num[ée]ro(?!\p{L})/iu, ['n°', 'no', 'num']],
  [/(?<!\p{L})n[úu]mero(?!\p{L})/iu, ['n°', 'no', 'num']],
  [/(?<!\p{L})number(?!\p{L})/iu, ['no', 'num', 'nr']],
  [/nummer$/iu, ['-Nr']],
]

const withShortForms = (name: string): string[] => [
  name,
  ...SHORT_FORMS.flatMap(([word, forms]) => (word.test(name) ? forms.map((form) => name.replace(word, form)) : [])),
]
