import { describe, expect, test } from 'vitest'
import { typedCell } from '../../../jobs/imports/checking/cells'
import type { Row } from '../../../jobs/imports/kind'
import { nameColumns } from '../../../jobs/imports/mapping/columns'
import { normaliseHeader } from '../../../jobs/imports/mapping/header'
import { readName } from '../../../jobs/imports/mapping/person-names'
import { type MappedField, proposeMapping } from '../../../jobs/imports/mapping/propose'
import { fieldSimilarity, THRESHOLD } from '../../../jobs/imports/mapping/similarity'

const field = (name: string, type: 'text', synonyms: string[]): MappedField => ({
  name,
  label: name,
  type,
  synonyms,
  never: [],
  note: '',
})

test('a “Name” of single words beside other names is asked about: it may be half of one', () => {
  const fields = ['name', 'given_name', 'family_name'].map((name) => field(name, 'text', []))
  const sampled = (texts: string[], index: number, header: string) => ({
    ...(nameColumns([{ index, letter: 'AB'.charAt(index), header }])[0] ?? {
      position: 0,
      letter: '',
      header,
      name: '',
    }),
    sample: texts.map((text) => typedCell(text, 'A2')),
  })
  const others = sampled(['Ana', 'Eva', 'Rui', 'Bo', 'Cy'], 1, 'Gvn')
  const half = sampled(['Sá', 'Gil', 'Reis', 'Chen', 'de la Torre'], 0, 'Name')
  expect(proposeMapping([half, others], fields).questions).toMatchObject([
    { field: 'given_name', columns: ['Gvn', 'None of these'] },
  ])
  const whole = sampled(['Ana Sá', 'Eva Gil', 'Rui Reis', 'Bo Chen', 'Cy de la Torre'], 0, 'Name')
  expect(proposeMapping([whole, others], fields).questions).toEqual([])
  expect(proposeMapping([half, others], fields, { given_name: null }).questions).toEqual([])
})

describe('the class of a student', () => {
  const CLASS = ['classroom', 'level', 'stream'].map((name) => field(name, 'text', name === 'level' ? ['class'] : []))
  const proposed = (...columns: [string, string[]][]) => {
    const named = nameColumns(columns.map(([header], index) => ({ index, letter: 'ABC'.charAt(index), header })))
    const sampled = named.map((column, i) => ({
      ...column,
      sample: (columns[i]?.[1] ?? []).map((text) => typedCell(text, 'A2')),
    }))
    return Object.fromEntries(proposeMapping(sampled, CLASS).mapping)
  }

  test('is whole or in parts as its values say, whatever its column is called', () => {
    expect(proposed(['Class', ['Form 1 A', '7B', '6e Bleu']])).toEqual({ classroom: 0 })
    expect(proposed(['Stream', ['7A', '7B']])).toEqual({ classroom: 0 })
    expect(proposed(['Classroom', ['7', '8']], ['Stream', ['A', 'B']])).toEqual({ level: 0, stream: 1 })
    expect(proposed(['Class', ['6e', '1st', 'Form 1']])).toEqual({ level: 0 })
    expect(proposed(['Class', ['A', 'B', 'A']])).toEqual({ stream: 0 })
    // one class among levels is looked up by its name
    expect(proposed(['Classroom', ['Form 1 A', 'Form 2', 'Form 3']])).toEqual({ classroom: 0 })
  })
})

test('a header may say whose the column is where the row is about them, and nobody else’s', () => {
  const about = new Set(['student', 'eleve'])
  const alike = (header: string, synonym: string) =>
    fieldSimilarity(normaliseHeader(header), normaliseHeader(synonym), 'email', about) >= THRESHOLD
  expect([alike('Student Email', 'email'), alike('Adresse e-mail élève', 'e-mail')]).toEqual([true, true])
  expect([alike('Parent Email', 'email'), alike('Mother E-Mail', 'e-mail')]).toEqual([false, false])
})

test.each([
  // the cell, the given name beside it → the whole name, the family name
  ['Sá', 'Ana', null, 'Sá'],
  ['Ana Sá', 'Ana', 'Ana Sá', null],
  ['de la Torre', 'Eva', null, 'de la Torre'],
  ['Sá', null, 'Sá', null],
  ['Martin', 'Martin', 'Martin', null],
] as const)('a “Name” of “%s” beside “%s” is told by its row alone', (text, given, name, family) => {
  const values: Row = { name: text, given_name: given, family_name: null }
  const either = { position: 0, missing: 'family_name', present: 'given_name', isUsual: false } as const
  const finding = readName(values, 'name', either)
  expect(values).toEqual({ name, given_name: given, family_name: family })
  const isUnsure = text === 'de la Torre' || text === given
  expect(finding !== null).toBe(isUnsure)
})

test('an “address” of single letters is none, and a year is no level of a class', () => {
  const fields = [
    { ...field('address', 'text', []), looks: 'postal_address' as const },
    { ...field('level', 'text', ['year']), looks: 'class_level' as const },
  ]
  const mapped = (texts: string[], header: string) => {
    const [column] = nameColumns([{ index: 0, letter: 'A', header }])
    if (!column) throw new Error('no column')
    const sample = texts.map((text) => typedCell(text, 'A2'))
    const { mapping, leftAlone } = proposeMapping([{ ...column, sample }], fields)
    return [...mapping.keys(), ...leftAlone.map(({ reason }) => reason.code)]
  }
  expect(mapped(['U', 'R', 'U', 'U'], 'address')).toEqual(['import.values_do_not_fit'])
  expect(mapped(['12 Mill Lane, Ashford', '1 Rue Haute'], 'address')).toEqual(['address'])
  expect(mapped(['2025/2026', '2025/2026', '2024/2025'], 'Year')).toEqual(['import.values_do_not_fit'])
  expect(mapped(['Year 7', 'Year 8', 'Year 7'], 'Year')).toEqual(['level'])
})

const proposed = (header: string, texts: string[], fields: MappedField[]) => {
  const [column] = nameColumns([{ index: 0, letter: 'A', header }])
  if (!column) throw new Error('no column')
  return proposeMapping([{ ...column, sample: texts.map((text) => typedCell(text, 'A2')) }], fields)
}

test('given names of several words, and no other column with a name: somebody is asked whether they are whole names', () => {
  const fields = ['name', 'given_name', 'family_name'].map((name) => field(name, 'text', []))
  const wholes = ['Ana Sá', 'Eva Real', 'Rui da Cruz', 'Bo Lind', 'Cy Young']
  const { mapping, questions } = proposed('given_name', wholes, fields)
  expect([...mapping]).toEqual([])
  expect(questions).toMatchObject([{ field: 'name', columns: ['given_name', expect.any(String)] }])
  expect([...proposed('given_name', ['Ana', 'Eva Maria', 'Rui', 'Bo', 'Cy'], fields).mapping.keys()]).toEqual([
    'given_name',
  ])
})

test('small numbers that repeat are nobody’s number, unless the header is its very name', () => {
  const fields = [{ ...field('owner_number', 'text', ['tax number']), type: 'identifier' as const }]
  const seats = ['4', '5', '4', '7', '5', '2']
  expect([...proposed('tax numbr', seats, fields).mapping.keys()]).toEqual([])
  expect([...proposed('tax number', seats, fields).mapping.keys()]).toEqual(['owner_number'])
  expect([...proposed('tax numbr', ['201', '202', '203', '204', '205'], fields).mapping.keys()]).toEqual([
    'owner_number',
  ])
})

describe('values that tell one column from another of the same words', () => {
  const keys = (header: string, texts: string[], one: MappedField) => [...proposed(header, texts, [one]).mapping.keys()]
  const looking = (name: string, looks: NonNullable<MappedField['looks']>, more: Partial<MappedField> = {}) => ({
    ...field(name, 'text', []),
    looks,
    ...more,
  })

  test('the same number in every row is what the marks are out of, and no mark', () => {
    const score = looking('score', 'different_marks', { type: 'decimal', means: 'score value?' })
    expect(keys('score value', ['20', '20', '20', '20', '20'], score)).toEqual([])
    expect(keys('score value', ['20', '18', '20', '12', '20'], score)).toEqual(['score'])
    expect(keys('score', ['20', '20', '20', '20', '20'], score)).toEqual(['score'])
  })

  test('a few words again and again are nobody’s whole name', () => {
    const name = looking('name', 'different_names', { means: 'name' })
    const jobs = ['Clerk', 'Driver', 'Clerk', 'Driver', 'Clerk', 'Clerk', 'Driver', 'Clerk']
    expect(keys('nom', jobs, name)).toEqual([])
    expect(
      keys('nom', ['Ana Sá', 'Bo Lind', 'Ana Sá', 'Cy Young', 'Di Wu', 'Ed Fox', 'Flo Ray', 'Gus Om'], name),
    ).toEqual(['name'])
  })

  test('a class is no subject, a term no assessment, an account nobody’s name', () => {
    const subject = looking('subject', 'subject')
    expect(keys('subject', ['Form 1 A', '7B', '6e', 'Klasse 10'], subject)).toEqual([])
    expect(keys('subject', ['MATH 1A', 'Biology', 'English 2'], subject)).toEqual(['subject'])
    const assessment = looking('assessment', 'assessment')
    expect(keys('assessment', ['Term 1', '2º trimestre', 'Q3', 'Halbjahr 1'], assessment)).toEqual([])
    expect(keys('assessment', ['Term test', 'Term 1 exam', 'Quiz 3'], assessment)).toEqual(['assessment'])
    const party = looking('counterparty', 'name')
    expect(keys('counterparty', ['DE12 5001 0517 5407 3249 31', '0042 1881', 'PT50 0002'], party)).toEqual([])
    expect(keys('counterparty', ['Acme 24 Ltd', '3M Company', 'Bo Lind'], party)).toEqual(['counterparty'])
  })
})

test('“No.” and “Num.” are short for a number, and never for a name in another language', () => {
  const likes = (header: string, synonym: string) =>
    fieldSimilarity(normaliseHeader(header), normaliseHeader(synonym), 'text')
  for (const name of ['Nome', 'Nombre', 'Nom', 'Primeiro nome']) {
    for (const header of ['No.', 'Nr.', 'Num.', 'Nº'])
      expect([header, name, likes(header, name) < THRESHOLD]).toEqual([header, name, true])
  }
  expect(likes('Num. empleado', 'número empleado')).toBeGreaterThan(THRESHOLD)
  expect(likes('Fec. Nac.', 'Fecha de nacimiento')).toBeGreaterThan(THRESHOLD)
})
