import type { NeverRule } from '../../imports/kind'

/** A header that holds both: what the field is called, and a word that makes it something else. Both are lists of whole words. */
const both = (noun: string, qualifier: string): RegExp =>
  new RegExp(`^(?=.*\\b(?:${noun})\\b)(?=.*\\b(?:${qualifier})\\b)`, 'i')

const SALARY =
  'salary|pay|basic|base|wages?|salaire|salario|sueldo|ordenado|vencimento|\\w*gehalt|\\w*lohn|\\w*brutto|vetan'
const YEAR =
  'annual|annually|yearly|year|per annum|p\\.? ?a|annuel|annuelle|an|anual|ano|jahr|jahres\\w*|varshik|salana|saalana'
const MONTH = 'monthly|month|mensuel|mensuelle|mois|mensual|mes|mensal|monat|monats\\w*|monatlich\\w*|masik|mahina'

const declaredAnnual = (options: Record<string, unknown>) => options.salary_period === 'annual'

/** A column is mapped only where its unit and its period fit (domains/people.md): a year's pay is not a month's. */
export const SALARY_NEVER: NeverRule[] = [
  {
    header: both(SALARY, YEAR),
    when: (options) => !declaredAnnual(options),
    reason: 'its header says a year, the file was declared monthly: import it again with salary_period annual',
  },
  {
    header: both(SALARY, MONTH),
    when: declaredAnnual,
    reason: 'its header says a month, the file was declared annual: import it again with salary_period monthly',
  },
  {
    header: both(
      SALARY,
      'hour|hourly|daily|day|week|weekly|heure|horaire|jour|hora|dia|semana|stunde|tag|woche|ghanta',
    ),
    reason: 'pay per hour, day or week is not a month’s salary',
  },
  {
    header: both(
      SALARY,
      'grade|band|id|code|currency|previous|last|old|proposed|budget|min|max|minimum|maximum|range|date',
    ),
    reason: 'it says something about a salary, but is not the one paid',
  },
]

const OTHER_PERIOD =
  'it does not say that it counts this month, and a year’s or a running count is not a month’s; if it is the month’s, let its header say so'
const OTHER_STRETCH = `${YEAR}|years?|ytd|cumulative|(?:last|past|previous) ?\\d*|since|annee|gesamt|letzte\\w*`

const DAYS = 'days?|jours?|dias?|tage?|din|present|attendance|upasthit\\w*'
const ABSENCE = 'absent|absences?|absents?|ausencias?|ausentes?|faltas?|fehl\\w*|abwesend\\w*|anupasth\\w*'
const LATE = 'late|lateness|tardy|tardiness|delay|retards?|retraso|atraso|verspat\\w*|deri|vilamb'

/** Absence without a word of the month: personnel files count it over a year. */
export const ABSENT_NEVER: NeverRule[] = [
  {
    header: /^\W*(absence|ausencia|fehlzeit|fehltag|falta|anupasthiti)(s|en|e)?\W*$/i,
    reason: OTHER_PERIOD,
  },
  { header: both(ABSENCE, OTHER_STRETCH), reason: OTHER_PERIOD },
]

export const DAYS_NEVER: NeverRule[] = [{ header: both(DAYS, OTHER_STRETCH), reason: OTHER_PERIOD }]

/** Lateness is minutes of this month; days on which somebody was late, or a trailing count, are something else. */
export const LATE_NEVER: NeverRule[] = [
  { header: both(LATE, OTHER_STRETCH), reason: OTHER_PERIOD },
  {
    header: both(LATE, 'days?|jours?|dias?|tage?|din|times|count|number|arrivals'),
    reason: 'it counts days or occasions, not minutes of this month',
  },
]

const OVERTIME = 'ot|overtime|extra|heures sup\\w*|horas extra\\w*|uberstunden|mehrarbeit'
const MONEY = 'rate|pay|amount|charges?|salary|amt|taux|montant|importe|valor|betrag|satz|cost'
export const OVERTIME_NEVER: NeverRule[] = [
  { header: both(OVERTIME, OTHER_STRETCH), reason: OTHER_PERIOD },
  { header: both(OVERTIME, MONEY), reason: 'it is money, not hours' },
]

export const TAX_NEVER: NeverRule[] = [
  {
    header: both('tax|tds|impot|imposto|steuer|kar', 'id|number|code|rate|class|no|nr|percent|ytd|status'),
    reason: 'it says something about tax, but is not what was withheld this month',
  },
]

export const ADVANCE_NEVER: NeverRule[] = [
  {
    header: both(
      'adv|advances?|avances?|anticipos?|adiantamentos?|vorschuss\\w*',
      'total|old|open|balance|outstanding|date',
    ),
    reason: 'it is not the advance recovered this month',
  },
]

export const INCENTIVE_NEVER: NeverRule[] = [
  {
    header: both('incentives?|bonus|commissions?|primes?|pramie', `${YEAR}|ytd|target|eligible|percent|date|rate`),
    reason: 'it is not what was paid on top this month',
  },
]

const OTHER_PERSON =
  'manager|managers|supervisor|boss|lead|leader|approver|emergency|spouse|father|mother|guardian|nominee|chef|superieur|jefe|gerente|chefe|vorgesetzter?|leiter|prabandhak|bank|account|file'
const OTHER_THING =
  'department|dept|position|job|title|role|branch|location|team|company|status|score|marital|gender|sex|perf|performance|race|tax|project|cost'

export const NAME_NEVER: NeverRule[] = [
  {
    header: both('name|nom|nombre|nome|naam', `${OTHER_PERSON}|${OTHER_THING}`),
    reason: 'it names somebody or something else, not the employee',
  },
]

export const NUMBER_NEVER: NeverRule[] = [
  {
    header: both('id|no|number|nr|num|code|nummer|numero', `${OTHER_PERSON}|${OTHER_THING}`),
    reason: 'it numbers somebody or something else, not the employee',
  },
]

/** The number of a department must never win over its name. */
export const DEPARTMENT_NEVER: NeverRule[] = [
  {
    header: both(
      'department|dept|departement|departamento|abteilung|vibhag|division|section',
      'id|no|nr|num|number|numero|nummer|code|codigo',
    ),
    reason: 'it is the department’s number; departments go by their name',
  },
  {
    header: both('department|dept|abteilung', 'head|manager|email|mail|phone|lead'),
    reason: 'it says something about the department, not which one it is',
  },
  {
    header: /^\W*(abteilungs|bereichs)(nr|nummer|kurzel|leiter)\W*$/i,
    reason: 'it says something about the department, not which one it is',
  },
]

export const EMAIL_NEVER: NeverRule[] = [
  { header: both('e ?mail|mail|courriel|correo|email', OTHER_PERSON), reason: 'it is the address of somebody else' },
  {
    header: both('e ?mail|mail|email', 'sent|date|status|opt|consent|newsletter|verified'),
    reason: 'it says something about an address, but is none',
  },
]

export const PHONE_NEVER: NeverRule[] = [
  {
    header: both('phone|telephone|mobile|cell|telefon|telefono', OTHER_PERSON),
    reason: 'it is the number of somebody else',
  },
]

export const LEFT_NEVER: NeverRule[] = [
  {
    header: both(
      'term|termination|leaving|exit|separation|austritts?\\w*|baja|sortie',
      'reason|type|code|flag|status|notice|interview|grund|motif|motivo',
    ),
    reason: 'it says how or why somebody left, not when',
  },
  { header: /^\W*((is|has) )?term(inat)?(ed|d)\W*$/i, reason: 'it says whether somebody left, not when' },
]
