import type { Random } from '../../clock/random'
import type { Language } from './header-list'

/** How a region writes dates and numbers; `Y`, `M`, `D` with their widths, `N` a month's name. */
export type Locale = {
  tag: string
  language: Language
  currency: string
  dates: string[]
  mark: '.' | ','
  groups: string[]
  /** `#` is where the amount stands. */
  money: string[]
  dayFirst: boolean
  names: [given: string[], family: string[]]
  places: string[]
  phone: string
}

export const LOCALES: Locale[] = [
  {
    tag: 'en-US',
    language: 'en',
    currency: 'USD',
    dayFirst: false,
    mark: '.',
    groups: [',', ''],
    dates: ['M/D/YYYY', 'MM/DD/YYYY', 'M/D/YY', 'YYYY-MM-DD', 'D-N-YYYY'],
    money: ['#', '$#', '$ #'],
    names: [
      ['Maria', 'James', 'Aaliyah', 'Chen', "D'Andre"],
      ['O’Neill', 'Smith', 'Washington-Lee', 'Nguyen', 'Price'],
    ],
    places: ['Sales', 'Warehouse', 'Front Office', 'R&D'],
    phone: '(555) 010-####',
  },
  {
    tag: 'en-GB',
    language: 'en',
    currency: 'GBP',
    dayFirst: true,
    mark: '.',
    groups: [',', ''],
    dates: ['DD/MM/YYYY', 'D/M/YYYY', 'DD/MM/YY', 'DD N YYYY', 'YYYY-MM-DD'],
    money: ['#', '£#'],
    names: [
      ['Olivia', 'Harry', 'Zoë', 'Siân', 'Mohammed'],
      ['Jones', 'Patel', 'Llŷr', 'St. John', 'Khan'],
    ],
    places: ['Accounts', 'Estates', 'Goods In', 'Customer Service'],
    phone: '020 7946 ####',
  },
  {
    tag: 'en-IN',
    language: 'hi',
    currency: 'INR',
    dayFirst: true,
    mark: '.',
    groups: ['in', ','],
    dates: ['DD-MM-YYYY', 'DD/MM/YYYY', 'DD-N-YYYY', 'DD.MM.YYYY'],
    money: ['#', '₹#', '₹ #', 'Rs. #'],
    names: [
      ['Asha', 'Ravi', 'Sunita', 'Imran', 'Lakshmi'],
      ['Sharma', 'Iyer', 'Das Gupta', 'Khan', 'Reddy'],
    ],
    places: ['Lekha', 'Bikri', 'Bhandar', 'Karyalay'],
    phone: '+91 98100 1####',
  },
  {
    tag: 'fr-FR',
    language: 'fr',
    currency: 'EUR',
    dayFirst: true,
    mark: ',',
    groups: ['\u00a0', '\u202f', ' ', ''],
    dates: ['DD/MM/YYYY', 'DD/MM/YY', 'D N YYYY', 'DD.MM.YYYY'],
    money: ['#', '# €', '#\u00a0€'],
    names: [
      ['Élodie', 'Jean-Marc', 'Zoé', 'François', 'Aïcha'],
      ['Lefèvre', 'D’Almeida', 'Besançon', 'Le Goff', 'Noël'],
    ],
    places: ['Comptabilité', 'Atelier', 'Ventes', 'Études'],
    phone: '06 12 34 ## ##',
  },
  {
    tag: 'de-DE',
    language: 'de',
    currency: 'EUR',
    dayFirst: true,
    mark: ',',
    groups: ['.', ''],
    dates: ['DD.MM.YYYY', 'D.M.YYYY', 'DD.MM.YY', 'YYYY-MM-DD', 'D. N YYYY'],
    money: ['#', '# €', '# EUR'],
    names: [
      ['Jürgen', 'Änne', 'Björn', 'Käthe', 'Emre'],
      ['Müller', 'Groß', 'von der Heide', 'Yılmaz', 'Schäfer'],
    ],
    places: ['Buchhaltung', 'Lager', 'Vertrieb', 'Büro'],
    phone: '030 1234####',
  },
  {
    tag: 'de-CH',
    language: 'de',
    currency: 'CHF',
    dayFirst: true,
    mark: '.',
    groups: ["'", '’', ''],
    dates: ['DD.MM.YYYY', 'D.M.YYYY', 'DD/MM/YYYY'],
    money: ['#', 'CHF #', '# CHF'],
    names: [
      ['Urs', 'Anaïs', 'Reto', 'Noëmi', 'Luca'],
      ['Zürcher', 'Rüegg', 'Dürrenmatt', 'Bianchi', 'Favre'],
    ],
    places: ['Finanzen', 'Werkstatt', 'Verkauf', 'Empfang'],
    phone: '+41 44 555 ## ##',
  },
  {
    tag: 'es-ES',
    language: 'es',
    currency: 'EUR',
    dayFirst: true,
    mark: ',',
    groups: ['.', ''],
    dates: ['DD/MM/YYYY', 'D/M/YYYY', 'DD-MM-YYYY', 'D de N de YYYY'],
    money: ['#', '# €'],
    names: [
      ['Iñigo', 'María José', 'Begoña', 'Ángel', 'Lucía'],
      ['Núñez', 'García López', 'Peña', 'de la Torre', 'Ibáñez'],
    ],
    places: ['Almacén', 'Administración', 'Producción', 'Ventas'],
    phone: '+34 612 34 ## ##',
  },
  {
    tag: 'pt-BR',
    language: 'pt',
    currency: 'BRL',
    dayFirst: true,
    mark: ',',
    groups: ['.', ''],
    dates: ['DD/MM/YYYY', 'DD/MM/YY', 'DD-MM-YYYY', 'YYYY-MM-DD'],
    money: ['#', 'R$ #', 'R$#'],
    names: [
      ['João', 'Antônia', 'Conceição', 'Luís', 'Thaís'],
      ['da Conceição', 'Gonçalves', 'Araújo', 'Sá', 'Pão'],
    ],
    places: ['Manutenção', 'Produção', 'Vendas', 'Recepção'],
    phone: '(11) 9555-####',
  },
]

const MONTHS: Record<Language, string[]> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  hi: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
}

/** `2025-04-03` by a pattern of the locale. */
export function writeDate(date: string, pattern: string, { language }: Locale): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return pattern.replace(/YYYY|YY|MM|M|DD|D|N/g, (part) => {
    switch (part) {
      case 'YYYY':
        return year
      case 'YY':
        return year.slice(2)
      case 'MM':
        return month
      case 'M':
        return String(Number(month))
      case 'DD':
        return day
      case 'D':
        return String(Number(day))
      default:
        return MONTHS[language][Number(month) - 1] ?? ''
    }
  })
}

/** A plain decimal (`-1234.5`) with the locale's mark and these marks between its thousands. */
export function writeNumber(decimal: string, group: string, mark: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const grouped =
    group === 'in'
      ? whole.replace(/(\d)(?=(\d\d)+\d$)/g, '$1,')
      : group === ''
        ? whole
        : whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${group}`)
  const sign = decimal.startsWith('-') ? '-' : ''
  return sign + grouped + (fraction === undefined ? '' : mark + fraction)
}

export const writePhone = (locale: Locale, random: Random): string =>
  locale.phone.replace(/#/g, () => String(random.whole(0, 9)))
