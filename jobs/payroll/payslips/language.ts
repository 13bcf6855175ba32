import { periodInWords } from '../../values/date-words'
import { type Language, languageOf } from '../../values/languages'
import type { LocalDate } from '../../values/time'
import type { PasswordRule } from './password'
import type { PayslipLine } from './payslip'

/** Every word on a payslip and in the mail that brings it. */
export type PayslipWords = {
  /** For dates. */
  locale: string
  payslip: string
  sections: Record<PayslipLine['kind'], string>
  quantity: string
  /** Above the column of the year's amounts. */
  yearColumn: string
  page: (n: number) => string
  employee: string
  number: string
  period: string
  amountsIn: (currency: string) => string
  foot: (day: string, run: number, version: number, slip: number) => string
  gross: string
  deductions: string
  net: string
  yearToDate: (gross: string, deductions: string, net: string) => string
  otherScript: string
  /** Of the components that come with Daybook, while they have their own names. */
  components: Record<string, string>
  dear: (name: string) => string
  attached: (period: string) => string
  /** What opens the file, where it opens with a password. */
  opens: { account: string; number: string }
}

/** The names that Daybook's own components come with; an office that renames one keeps its name in every language. */
const BUILT_IN: Record<string, string> = {
  BASE: 'Base pay',
  OVERTIME: 'Overtime',
  INCENTIVE: 'Incentive',
  LATE: 'Late arrival',
  TDS: 'Tax withheld',
  ADVANCE: 'Advance recovered',
  NET_ROUNDING: 'Rounding of the net',
}

const en: PayslipWords = {
  locale: 'en-GB',
  payslip: 'Payslip',
  sections: {
    earning: 'Earnings',
    deduction: 'Deductions',
    employer: 'Paid by the employer on top',
    information: 'For information',
  },
  quantity: 'Quantity',
  yearColumn: 'Year to date',
  page: (n) => `Page ${n}`,
  employee: 'Employee',
  number: 'Number',
  period: 'Period',
  amountsIn: (currency) => `Amounts in ${currency}`,
  foot: (day, run, version, slip) => `Approved on ${day}. Run ${run}, version ${version}, slip ${slip}.`,
  gross: 'Gross pay',
  deductions: 'Deductions',
  net: 'Net pay',
  yearToDate: (gross, deductions, net) => `Year to date: gross ${gross}, deductions ${deductions}, net ${net}`,
  otherScript: '(name in another script)',
  components: BUILT_IN,
  dear: (name) => `Dear ${name},`,
  attached: (period) => `attached is your payslip for ${period}.`,
  opens: {
    account: 'The file opens with the last eight characters of your bank account (IBAN).',
    number: 'The file opens with your employee number.',
  },
}

const fr: PayslipWords = {
  locale: 'fr-FR',
  payslip: 'Bulletin de paie',
  sections: {
    earning: 'Rémunération',
    deduction: 'Retenues',
    employer: 'Charges de l’employeur en sus',
    information: 'Pour information',
  },
  quantity: 'Quantité',
  yearColumn: 'Cumul annuel',
  page: (n) => `Page ${n}`,
  employee: 'Salarié',
  number: 'Matricule',
  period: 'Période',
  amountsIn: (currency) => `Montants en ${currency}`,
  foot: (day, run, version, slip) => `Approuvé le ${day}. Paie ${run}, version ${version}, bulletin ${slip}.`,
  gross: 'Salaire brut',
  deductions: 'Retenues',
  net: 'Net à payer',
  yearToDate: (gross, deductions, net) => `Cumul de l’année : brut ${gross}, retenues ${deductions}, net ${net}`,
  otherScript: '(nom dans une autre écriture)',
  components: {
    BASE: 'Salaire de base',
    OVERTIME: 'Heures supplémentaires',
    INCENTIVE: 'Prime',
    LATE: 'Retards',
    TDS: 'Impôt retenu',
    ADVANCE: 'Acompte récupéré',
    NET_ROUNDING: 'Arrondi du net',
  },
  dear: (name) => `Bonjour ${name},`,
  attached: (period) => `vous trouverez ci-joint votre bulletin de paie, ${period}.`,
  opens: {
    account: 'Le fichier s’ouvre avec les huit derniers caractères de votre compte bancaire (IBAN).',
    number: 'Le fichier s’ouvre avec votre matricule.',
  },
}

const es: PayslipWords = {
  locale: 'es-ES',
  payslip: 'Recibo de nómina',
  sections: {
    earning: 'Devengos',
    deduction: 'Deducciones',
    employer: 'Aportación de la empresa, aparte',
    information: 'A título informativo',
  },
  quantity: 'Cantidad',
  yearColumn: 'Acumulado',
  page: (n) => `Página ${n}`,
  employee: 'Empleado',
  number: 'Número',
  period: 'Periodo',
  amountsIn: (currency) => `Importes en ${currency}`,
  foot: (day, run, version, slip) => `Aprobado el ${day}. Nómina ${run}, versión ${version}, recibo ${slip}.`,
  gross: 'Total devengado',
  deductions: 'Deducciones',
  net: 'Líquido a percibir',
  yearToDate: (gross, deductions, net) =>
    `Acumulado del año: devengado ${gross}, deducciones ${deductions}, líquido ${net}`,
  otherScript: '(nombre en otra escritura)',
  components: {
    BASE: 'Salario base',
    OVERTIME: 'Horas extraordinarias',
    INCENTIVE: 'Incentivo',
    LATE: 'Retrasos',
    TDS: 'Impuesto retenido',
    ADVANCE: 'Anticipo descontado',
    NET_ROUNDING: 'Redondeo del líquido',
  },
  dear: (name) => `Hola, ${name}:`,
  attached: (period) => `adjuntamos su recibo de nómina, ${period}.`,
  opens: {
    account: 'El archivo se abre con los ocho últimos caracteres de su cuenta bancaria (IBAN).',
    number: 'El archivo se abre con su número de empleado.',
  },
}

const pt: PayslipWords = {
  locale: 'pt-PT',
  payslip: 'Recibo de vencimento',
  sections: {
    earning: 'Remunerações',
    deduction: 'Descontos',
    employer: 'Encargos da entidade patronal, à parte',
    information: 'Para informação',
  },
  quantity: 'Quantidade',
  yearColumn: 'Acumulado',
  page: (n) => `Página ${n}`,
  employee: 'Colaborador',
  number: 'Número',
  period: 'Período',
  amountsIn: (currency) => `Valores em ${currency}`,
  foot: (day, run, version, slip) => `Aprovado em ${day}. Processamento ${run}, versão ${version}, recibo ${slip}.`,
  gross: 'Total ilíquido',
  deductions: 'Descontos',
  net: 'Líquido a receber',
  yearToDate: (gross, deductions, net) =>
    `Acumulado do ano: ilíquido ${gross}, descontos ${deductions}, líquido ${net}`,
  otherScript: '(nome noutra escrita)',
  components: {
    BASE: 'Vencimento base',
    OVERTIME: 'Horas extraordinárias',
    INCENTIVE: 'Prémio',
    LATE: 'Atrasos',
    TDS: 'Imposto retido',
    ADVANCE: 'Adiantamento descontado',
    NET_ROUNDING: 'Arredondamento do líquido',
  },
  dear: (name) => `Olá, ${name},`,
  attached: (period) => `segue em anexo o seu recibo de vencimento, ${period}.`,
  opens: {
    account: 'O ficheiro abre com os oito últimos caracteres da sua conta bancária (IBAN).',
    number: 'O ficheiro abre com o seu número de colaborador.',
  },
}

const de: PayslipWords = {
  locale: 'de-DE',
  payslip: 'Lohnabrechnung',
  sections: {
    earning: 'Bezüge',
    deduction: 'Abzüge',
    employer: 'Vom Arbeitgeber zusätzlich gezahlt',
    information: 'Zur Information',
  },
  quantity: 'Menge',
  yearColumn: 'Seit Jahresbeginn',
  page: (n) => `Seite ${n}`,
  employee: 'Mitarbeiter',
  number: 'Personalnummer',
  period: 'Zeitraum',
  amountsIn: (currency) => `Beträge in ${currency}`,
  foot: (day, run, version, slip) => `Freigegeben am ${day}. Lauf ${run}, Version ${version}, Beleg ${slip}.`,
  gross: 'Bruttobezüge',
  deductions: 'Abzüge',
  net: 'Auszahlungsbetrag',
  yearToDate: (gross, deductions, net) => `Seit Jahresbeginn: brutto ${gross}, Abzüge ${deductions}, netto ${net}`,
  otherScript: '(Name in anderer Schrift)',
  components: {
    BASE: 'Grundgehalt',
    OVERTIME: 'Überstunden',
    INCENTIVE: 'Prämie',
    LATE: 'Verspätung',
    TDS: 'Einbehaltene Steuer',
    ADVANCE: 'Verrechneter Vorschuss',
    NET_ROUNDING: 'Rundung des Auszahlungsbetrags',
  },
  dear: (name) => `Guten Tag ${name},`,
  attached: (period) => `anbei erhalten Sie Ihre Lohnabrechnung, ${period}.`,
  opens: {
    account: 'Die Datei öffnet sich mit den letzten acht Zeichen Ihres Bankkontos (IBAN).',
    number: 'Die Datei öffnet sich mit Ihrer Personalnummer.',
  },
}

const WORDS: Record<Language, PayslipWords> = { en, fr, es, pt, de }

/** The words of a language tag (BCP 47), whatever its region; English where there are none. */
export const wordsIn = (language: string): PayslipWords => WORDS[languageOf(language) ?? 'en']

/** A line's name: the office's own, or in the language's words where the office left Daybook's. */
export const lineName = ({ code, name }: Pick<PayslipLine, 'code' | 'name'>, words: PayslipWords): string =>
  BUILT_IN[code] === name ? (words.components[code] ?? name) : name

/** A run's days, as the language says them. The dates of its period were checked when it was saved. */
export const periodOf = (run: { start_on: string; end_on: string }, words: PayslipWords): string =>
  periodInWords(run.start_on as LocalDate, run.end_on as LocalDate, words.locale)

type Letter = { name: string; period: string; office: string; opens: PasswordRule }

/** The mail that brings a payslip, line by line. */
export const letterLines = ({ name, period, office, opens }: Letter, words: PayslipWords): string[] => [
  words.dear(name),
  '',
  words.attached(period),
  ...(opens === 'none' ? [] : ['', words.opens[opens]]),
  ...(office === '' ? [] : ['', office]),
  '',
]
