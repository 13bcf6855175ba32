import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedCell } from '../../../jobs/imports/checking/cells'
import type { FieldType } from '../../../jobs/imports/kind'
import { nameColumns } from '../../../jobs/imports/mapping/columns'
import { fingerprintOf, normaliseHeader } from '../../../jobs/imports/mapping/header'
import { type ChosenMapping, type MappedField, proposeMapping } from '../../../jobs/imports/mapping/propose'
import {
  fieldSimilarity,
  headerSimilarity,
  slips,
  THRESHOLD,
  wordSimilarity,
} from '../../../jobs/imports/mapping/similarity'

const field = (name: string, type: FieldType, synonyms: string[], more: Partial<MappedField> = {}): MappedField => ({
  name,
  label: name,
  type,
  synonyms,
  never: [],
  note: '',
  ...more,
})

const FIELDS = [
  field('number', 'identifier', ['employee id', 'emp no', 'Personalnummer'], { required: true }),
  field('name', 'text', ['full name', 'employee name']),
  field('email', 'email', ['mail', 'e-mail address']),
  field('salary', 'money', ['base pay', 'monthly salary'], { never: [{ header: /annual/gi, reason: 'a year' }] }),
  field('hired', 'date', ['date of hire', 'start date']),
]

/** A file of headers over values, one row or more. */
function propose(columns: Record<string, string[]>, chosen: ChosenMapping = {}) {
  const headers = Object.keys(columns).map((header, index) => ({
    index,
    letter: String.fromCharCode(65 + index),
    header: header.replace(/~\d$/, ''),
  }))
  const named = nameColumns(headers).map((column, index) => ({
    ...column,
    sample: (Object.values(columns)[index] ?? []).map((text, row) => typedCell(text, `${column.letter}${row + 2}`)),
  }))
  const { mapping, leftAlone, questions } = proposeMapping(named, FIELDS, chosen)
  const nameAt = new Map(named.map(({ position, name }) => [position, name]))
  return {
    mapping: Object.fromEntries([...mapping].map(([name, position]) => [name, nameAt.get(position)])),
    leftAlone: Object.fromEntries(leftAlone.map(({ column, reason }) => [column, reason.code])),
    questions,
  }
}

describe('headers', () => {
  test.each([
    ['EmpID', 'emp id'],
    [' Emp. ID ', 'emp id'],
    ['emp_id*', 'emp id'],
    ['Prénom', 'prenom'],
    ['Straße', 'strasse'],
    ['Salary (EUR)', 'salary'],
    ['Salary [$]', 'salary'],
    ['Name (required)', 'name'],
    ['Date (dd/mm/yyyy)', 'date'],
    ['Tax %', 'tax percent'],
    ['Emp #', 'emp number'],
    ['HTTPServer2Name', 'http server2 name'],
    ['Employee’s name', 'employee name'],
    ['कर्मचारी', normaliseHeader('कर्मचारी').words.join(' ')],
  ])('%s is compared as “%s”', (header, words) => {
    expect(normaliseHeader(header).words.join(' ')).toBe(words)
  })

  test('brackets that belong to the name stay', () => {
    expect(normaliseHeader('Name (first)').joined).toBe('namefirst')
    expect(normaliseHeader('Salary (annual)').joined).toBe('salaryannual')
  })

  test('a set of headers has one fingerprint in whatever order and spelling of case and blanks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('Emp ID', 'Name', 'Salary', 'Fee', 'Mail'), { minLength: 1 }),
        (headers) => {
          const shuffled = [...headers].reverse().map((header) => ` ${header.toUpperCase().replace(' ', '_')}`)
          expect(fingerprintOf(shuffled)).toBe(fingerprintOf(headers))
        },
      ),
    )
    expect(fingerprintOf(['Name', 'Fee'])).not.toBe(fingerprintOf(['Name', 'Mail']))
  })
})

describe('similarity', () => {
  test('a slip is a letter wrong, missing, added or two swapped', () => {
    expect([slips('salary', 'salary'), slips('salary', 'salery'), slips('salary', 'slary')]).toEqual([0, 1, 1])
    expect([slips('salary', 'sallary'), slips('salary', 'saalry'), slips('', 'abc')]).toEqual([1, 1, 3])
  })

  test('slips are symmetric and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a))
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  test.each([
    ['date', 'rate'],
    ['paid', 'said'],
    ['late', 'date'],
    ['g1', 'g2'],
    ['address1', 'address2'],
  ])('%s and %s are two words', (a, b) => {
    expect(wordSimilarity(a, b)).toBe(0)
  })

  test.each([
    ['Emp Status ID', 'emp id'],
    ['DeptID', 'dept'],
    ['Manager Name', 'name'],
    ['Employment Status', 'employment start'],
    ['Amount', 'account'],
  ])('%s does not mean “%s”', (header, synonym) => {
    expect(headerSimilarity(normaliseHeader(header), normaliseHeader(synonym))).toBeLessThan(THRESHOLD)
  })

  test.each([
    ['Employe Name', 'employee name'],
    ['Name of the Employee', 'employee name'],
    ['Date Hire', 'date of hire'],
    ['DateofHire', 'date of hire'],
    ['Montly Salary', 'monthly salary'],
    ['Personal-Nummer', 'Personalnummer'],
  ])('%s means “%s”', (header, synonym) => {
    expect(headerSimilarity(normaliseHeader(header), normaliseHeader(synonym))).toBeGreaterThanOrEqual(THRESHOLD)
  })
})

describe('a proposal', () => {
  test('maps by synonym, whatever the order', () => {
    const columns = {
      EmpNo: ['1'],
      'Full Name': ['Ana'],
      Mail: ['a@b.pt'],
      'Base pay': ['1'],
      DateofHire: ['2025-01-01'],
    }
    const expected = { number: 'EmpNo', name: 'Full Name', email: 'Mail', salary: 'Base pay', hired: 'DateofHire' }
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(columns), { minLength: 5 }), (entries) => {
        expect(propose(Object.fromEntries(entries)).mapping).toEqual(expected)
      }),
    )
  })

  test('the better of two columns holds the field, the other is left alone and says why', () => {
    const { mapping, leftAlone, questions } = propose({
      'Emp No': ['1'],
      'Montly salary': ['1'],
      'Monthly Salary': ['2'],
    })
    expect(mapping).toMatchObject({ salary: 'Monthly Salary' })
    expect(leftAlone['Montly salary']).toBe('import.column_second')
    expect(questions).toEqual([])
  })

  test('two columns that fit equally well are asked about', () => {
    const { mapping, questions } = propose({ 'Emp No': ['1'], Salary: ['1'], 'Base Pay': ['2'] })
    expect(mapping.salary).toBeUndefined()
    expect(questions).toEqual([{ field: 'salary', label: 'salary', columns: ['Salary', 'Base Pay'] }])
  })

  test('of two equal names the one whose values fit is taken', () => {
    const { mapping, questions } = propose({ 'Emp No': ['1', '2'], Salary: ['high', 'low'], 'Base Pay': ['12', '14'] })
    expect(mapping.salary).toBe('Base Pay')
    expect(questions).toEqual([])
  })

  test('a column of mail addresses is no date and no name, whatever a misspelt header says', () => {
    const { mapping, leftAlone } = propose({ 'Emp No': ['1'], 'Start dates': ['ana@example.org'] })
    expect(mapping).toEqual({ number: 'Emp No' })
    expect(leftAlone['Start dates']).toBe('import.values_do_not_fit')
  })

  test('an exact header keeps its column though a few values are wrong, and loses it when none of many fits', () => {
    expect(propose({ 'Emp No': ['1'], Salary: ['ten'] }).mapping.salary).toBe('Salary')
    const grades = ['A', 'B', 'C', 'D', 'A', 'B', 'C', 'D']
    expect(propose({ 'Emp No': ['1'], Salary: grades }).mapping.salary).toBeUndefined()
  })

  test('a header that must never be the field is not, not even when somebody says so', () => {
    const columns = { 'Emp No': ['1'], 'Annual Salary': ['1'] }
    expect(propose(columns).leftAlone).toEqual({ 'Annual Salary': 'import.column_never' })
    expect(propose(columns, { salary: 'Annual Salary' }).mapping).toEqual({ number: 'Emp No' })
  })

  test('what somebody chose stands, also that a field is in no column', () => {
    const columns = { 'Emp No': ['1'], Salary: ['1'], Code: ['7'] }
    expect(propose(columns, { number: 'Code', salary: null }).mapping).toEqual({ number: 'Code' })
  })

  test('a required field that nothing fits is asked for, with the columns that are left', () => {
    const { questions } = propose({ Mail: ['a@b.pt'], Code: ['1'], _reason: ['x'] })
    expect(questions).toEqual([{ field: 'number', label: 'number', columns: ['Code', 'Row number'] }])
  })

  test('columns without a header and with the same header are told apart by their letter', () => {
    const { leftAlone } = propose({ 'Emp No': ['1'], 'x~1': [''], 'x~2': [''], '~1': [''] })
    expect(Object.keys(leftAlone)).toEqual(['x (B)', 'x (C)', 'Column D'])
  })
})

describe('the names of a person', () => {
  const NAMES = [
    field('name', 'text', ['full name', 'nombre', 'nom']),
    field('given_name', 'text', ['Vorname', 'prénom']),
    field('family_name', 'text', ['Nachname', 'apellidos']),
  ]
  const proposed = (first: [string, string[]], second: [string, string[]]) => {
    const columns = nameColumns(
      [first, second].map(([header], index) => ({ index, letter: 'AB'.charAt(index), header })),
    )
    const sampled = columns.map((column, i) => ({
      ...column,
      sample: ([first, second][i]?.[1] ?? []).map((text) => typedCell(text, 'A2')),
    }))
    return Object.fromEntries(proposeMapping(sampled, NAMES).mapping)
  }

  test('“Name” beside a given name is the family name, “Nombre” beside the surnames the given one', () => {
    expect(proposed(['Name', ['Müller', 'Groß']], ['Vorname', ['Änne', 'Urs']])).toEqual({
      family_name: 0,
      given_name: 1,
    })
    expect(proposed(['Nombre', ['Ana', 'Eva']], ['Apellidos', ['Sá', 'Gil']])).toEqual({
      given_name: 0,
      family_name: 1,
    })
  })

  test('a name that contains the given name in its rows stays whole', () => {
    expect(proposed(['Name', ['Müller, Änne', 'Urs Groß']], ['Vorname', ['Änne', 'Urs']])).toEqual({
      name: 0,
      given_name: 1,
    })
  })
})

describe('headers of programs', () => {
  test.each([
    ['Work Email', 'email', 'email'],
    ['E-Mail (geschäftlich)', 'email', 'e-mail'],
    ['Email ID', 'email', 'courriel'],
    ['Nº de telefone', 'phone', 'telefone'],
    ['Mobile No.', 'phone', 'mobile'],
    ['Datum Eintritt', 'date', 'Eintritt'],
    ['Original Hire Date', 'date', 'hire date'],
    ['Employee Code', 'identifier', 'employee no'],
    ['Anzahl Überstunden', 'decimal', 'Überstunden'],
    ['Legal First Name', 'text', 'first name'],
    ['Modellbezeichnung', 'text', 'Modell'],
    ['Fec. Nac.', 'date', 'fecha de nacimiento'],
    ['Betrag in EUR', 'money', 'Betrag'],
    ['Comentarios', 'text', 'comentario'],
    ['Minimum HP', 'integer', 'min power'],
  ] as const)('“%s” of the type %s means “%s”', (header, type, synonym) => {
    expect(fieldSimilarity(normaliseHeader(header), normaliseHeader(synonym), type)).toBeGreaterThanOrEqual(THRESHOLD)
  })

  test.each([
    ['Company Name', 'text', 'name'],
    ['Company Code', 'identifier', 'code'],
    ['Manager Email', 'email', 'email'],
    ['Birth Date', 'date', 'hire date'],
    ['Employee', 'identifier', 'employee number'],
    ['Code', 'identifier', 'number'],
    ['Mitarbeiter', 'identifier', 'Mitarbeiter-ID'],
    ['Name', 'text', 'exam name'],
    ['Points (max)', 'decimal', 'points'],
  ] as const)('“%s” of the type %s does not mean “%s”', (header, type, synonym) => {
    expect(fieldSimilarity(normaliseHeader(header), normaliseHeader(synonym), type)).toBeLessThan(THRESHOLD)
  })
})
