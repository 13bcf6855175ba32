import type { FieldType } from '../kind'

// What programs write into a header without meaning another column, in English, French, Spanish, Portuguese, German and
// Hindi in Latin script; in small letters and without accents, as headers are compared.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words of one meaning, short forms among them: the first stands for all. */
const SAME = [
  'number no nr num nro n numero nummer nambar sankhya kramank id code codigo cod ref reference kennung clave identifiant identificador identificacion identificacao identification',
  'date datum data fecha dt tithi tarikh dinank',
  'phone telephone telefono telefone telefon tel',
  'mobile mob mobil mobiltelefon mobilnummer movil telemovel celular handy handynummer portable cell cellphone gsm',
  'department dept dep',
  'abteilung abt',
  'departamento dpto depto',
  'employee emp employe empleado',
  'hours hrs hr h',
  'minimum min mini minimal minimale minimo minima nyuntam',
  'maximum max maxi maximal maximale maximo maxima adhiktam',
  'power hp cv cvf ps horsepower puissance potencia leistung shakti',
]
const MEANT = new Map(
  SAME.flatMap((words) => words.split(' ').map((word) => [word, words.slice(0, words.indexOf(' '))])),
)

/**
 * Words that say which of somebody's addresses, dates or names it is, not whose. Only types that bear it: a company's
 * code is no employee's code, and a company's name no employee's name.
 */
const PLACE =
  'work office business company corporate primary main personal private home school pro professionnel professionnelle perso prive principal principale ' +
  'corporativo corporativa profesional profissional institucional oficial pessoal geschaftlich dienstlich dienstliche privat betrieblich schul fixe fixo fijo karyalay niji'
/** In full, at present, one's own: which of the same thing it is. */
const STATE =
  'complete complet completa completo vollstandig vollstandige current actual aktuell aktuelle actuel actuelle atual ' +
  'permanent permanente sthayi own propia propio propria proprio eigen eigene eigenes official officiel oficial'
const QUALIFIERS: Partial<Record<FieldType, ReadonlySet<string>>> = {
  email: set(PLACE),
  phone: set(PLACE),
  date: set(`original effective ${STATE}`),
  text: set(`legal display preferred usual usuel usuelle postal residential wohn ${STATE}`),
  identifier: set(`${STATE} local internal interne interno intern linked`),
}

/** Words that only repeat what kind of value a column holds. */
const COUNT = 'number count nb nbre anzahl qtde qtd cantidad quantidade quantity'
const AMOUNT = 'amount montant importe monto valor betrag rashi amt'
const KIND_WORDS: Record<FieldType, ReadonlySet<string>> = {
  date: set('date day am on'),
  identifier: set('number'),
  email: set('email e mail address adresse direccion endereco number pata courriel correo'),
  phone: set('number'),
  currency: set('code'),
  money: set(AMOUNT),
  decimal: set(COUNT),
  integer: set(COUNT),
  percent: set('percent pct percentage prozent'),
  text: set('description bezeichnung libelle kennzeichen'),
}
const MAIL = set('email mail courriel correo')

const unique = (words: readonly string[]): string[] => [...new Set(words)]

/** The words with one word for each meaning. */
export const plainWords = (words: readonly string[]): string[] => unique(words.map((word) => MEANT.get(word) ?? word))

const without = (words: string[], left: ReadonlySet<string> | undefined): string[] => {
  const rest = words.filter((word) => !left?.has(word))
  return rest.length === 0 ? words : rest
}

export const withoutQualifiers = (words: string[], type: FieldType): string[] => without(words, QUALIFIERS[type])

export const withoutKind = (words: string[], type: FieldType): string[] => without(words, KIND_WORDS[type])

/** What a column of words is called besides: the “class name” is the class. */
export const NAME_WORDS = 'name nom nombre nome naam'

/** The last part of a German compound says what it is: “Modellbezeichnung”, “Buchungsdatum”. */
const COMPOUND =
  /^(\p{L}{4,}?)(?:e?s|e?n)?(nummer|datum|bezeichnung|name|adresse|anschrift|betrag|status|kennzeichen|punkte)$/u

export const apart = (words: string[]): string[] =>
  plainWords(words.flatMap((word) => COMPOUND.exec(word)?.slice(1, 3) ?? [word]))

/** “Email ID”, “adresse e-mail”: nothing but words for a mail address. */
export const isMailOnly = (words: string[]): boolean =>
  words.some((word) => MAIL.has(word)) && words.every((word) => KIND_WORDS.email.has(word))
