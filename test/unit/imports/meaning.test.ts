import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldType } from '../../../jobs/imports/kind'
import { normaliseHeader } from '../../../jobs/imports/mapping/header'
import { LANGUAGES, sensesOf } from '../../../jobs/imports/mapping/lexicon'
import { saysMeaning, tongueOf } from '../../../jobs/imports/mapping/meaning'
import { fieldSimilarity, THRESHOLD } from '../../../jobs/imports/mapping/similarity'

const lines = Object.entries(LANGUAGES).flatMap(([language, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ language, line })),
)

const atomsOf = (word: string): string[][] => sensesOf(word, false).map(({ atoms }) => [...atoms.keys()].sort())

describe('the lexicon', () => {
  test('every line is a meaning and its words, spelt as headers are compared', () => {
    for (const { language, line } of lines)
      expect([language, line]).toEqual([language, expect.stringMatching(/^[a-z]+: [a-z0-9]+( [a-z0-9]+)*$/)])
  })

  test('no language says a meaning on two lines, or a word twice on one', () => {
    for (const language of Object.keys(LANGUAGES)) {
      const own = lines.filter((one) => one.language === language).map(({ line }) => line.split(': '))
      const meanings = own.map(([meaning]) => meaning)
      expect([language, meanings.filter((one, at) => meanings.indexOf(one) !== at)]).toEqual([language, []])
      for (const [, words = ''] of own) {
        const all = words.split(' ')
        expect([language, all.filter((one, at) => all.indexOf(one) !== at)]).toEqual([language, []])
      }
    }
  })

  test('a word in another number or gender is the same word', () => {
    expect(atomsOf('nacimientos')).toEqual(atomsOf('nacimiento'))
    expect(atomsOf('professoras')).toEqual(atomsOf('professora'))
  })

  test('a compound is its parts, whatever joins them', () => {
    expect(atomsOf('geburtsdatum')).toEqual([['birth'], ['date']])
    expect(atomsOf('birthdate')).toEqual([['birth']])
    expect(atomsOf('schuleraufnahmedatum')).toHaveLength(3)
  })

  test('umlauts may be written with an e', () => {
    expect(atomsOf('schueler')).toEqual(atomsOf('schuler'))
  })

  test('a mistyped long word is known, less surely; a short one is not', () => {
    const [departement] = sensesOf('deprtament', false)
    expect(departement?.atoms.has('department')).toBe(true)
    expect(departement?.surety).toBeLessThan(1)
    expect(atomsOf('dxte')).toEqual([[]])
  })

  test('whatever stands in a header is read to an end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const header = normaliseHeader(text)
        for (const word of header.words) expect(sensesOf(word, header.short.has(word)).length).toBeGreaterThan(0)
      }),
    )
  })
})

const says = (text: string, means: string, type: FieldType, subject = 'student'): boolean =>
  saysMeaning(normaliseHeader(text), { means, type, isSubject: () => false, subject: new Set([subject]) }, null) >=
  THRESHOLD

describe('a header means a field', () => {
  test.each([
    ['Date of Birth', 'birth', 'date'],
    ['D.O.B.', 'birth', 'date'],
    ['Fecha de nacimiento', 'birth', 'date'],
    ['Geburtsdatum', 'birth', 'date'],
    ['Student birth date', 'birth', 'date'],
    ['Janm ki tithi', 'birth', 'date'],
    ['Date de naissance de l’élève', 'birth', 'date'],
    ['Student ID', '@ number', 'identifier'],
    ['Puissance à', 'power to', 'integer'],
    ['Puissance de', 'power from', 'integer'],
    ['E mail', 'email', 'email'],
  ] as const)('“%s” says “%s”', (header, means, type) => {
    expect(says(header, means, type)).toBe(true)
  })

  test.each([
    ['Place of birth', 'birth', 'date'],
    ['Birth certificate', 'birth', 'date'],
    ['Mother’s date of birth', 'birth', 'date'],
    ['ID', '@ number', 'identifier'],
    ['Class ID', '@ number', 'identifier'],
    ['Puissance à', 'power from', 'integer'],
    ['', 'birth', 'date'],
    ['Qwzx', 'birth', 'date'],
  ] as const)('“%s” does not say “%s”', (header, means, type) => {
    expect(says(header, means, type)).toBe(false)
  })

  test('the order of the words does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['student', 'birth', 'date'], { minLength: 3 }), (words) => {
        expect(says(words.join(' '), 'birth', 'date')).toBe(true)
      }),
    )
  })

  test('a word that nobody knows takes the meaning away, wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), (at) => {
        const words = ['birth', 'date']
        words.splice(at, 0, 'zzqx')
        expect(says(words.join(' '), 'birth', 'date')).toBe(false)
      }),
    )
  })
})

test('a word that denies or numbers is never passed over, whatever it is elsewhere', () => {
  const sure = (text: string, means: string, type: FieldType, tongue: 'es' | 'pt' | 'en') =>
    saysMeaning(normaliseHeader(text), { means, type, isSubject: () => false, subject: new Set() }, tongue) >= THRESHOLD
  expect(sure('Días no trabajados', 'day working number?', 'decimal', 'es')).toBe(false)
  expect(sure('Días no trabajados', 'day not working', 'decimal', 'es')).toBe(true)
  expect(sure('No. de días trabajados', 'day working number?', 'decimal', 'es')).toBe(true)
  expect(sure('Faltas no mês', 'absent month', 'decimal', 'pt')).toBe(true)
  expect(sure('Bill No.', 'bill yesno?', 'text', 'en')).toBe(false)
  expect(sure('F. alta', 'hire', 'date', 'es')).toBe(true)
  const header = normaliseHeader('Días no trabajados')
  expect(fieldSimilarity(header, normaliseHeader('días trabajados'), 'decimal')).toBeLessThan(THRESHOLD)
  expect(fieldSimilarity(header, normaliseHeader('dias no trabajados'), 'decimal')).toBe(1)
})

test('the language of a file is the one most of its headers are in', () => {
  const tongue = (...headers: string[]) => tongueOf(headers.map(normaliseHeader))
  expect(tongue('Matricule', 'Nom', 'Note', 'Barème')).toBe('fr')
  expect(tongue('Schülernummer', 'Note', 'Fach', 'Gewichtung')).toBe('de')
  expect(tongue('Student ID', 'Note', 'Comment')).toBe('en')
  expect(tongue('Zzqx')).toBe(null)
})
