import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from '../../../../jobs/api/http/answer'
import { parseOutsideJson } from '../../../../jobs/api/http/json'
import { mergeInput } from '../../../../jobs/api/http/merge'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('path, query and body become one input', () => {
  expect(mergeInput({ id: '7' }, { limit: '5' }, { force: true })).toEqual({ id: '7', limit: '5', force: true })
  expect(mergeInput({ id: '7' }, {}, { id: 7 })).toEqual({ id: '7' })
})

test('a field that is said twice and differently is refused', () => {
  expect(codeOf(() => mergeInput({ id: '7' }, {}, { id: 8 }))).toBe('api.same_field_twice')
  expect(codeOf(() => mergeInput({}, { a: '1' }, { a: '2' }))).toBe('api.same_field_twice')
})

test.each([[[1]], ['text'], [5], [true]])('a body that is no object is refused: %j', (body) => {
  expect(codeOf(() => mergeInput({}, {}, body))).toBe('api.malformed')
})

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused wherever it stands', (key) => {
  expect(codeOf(() => parseOutsideJson(`{"a": [{"${key}": {"isAdmin": true}}]}`))).toBe('api.malformed')
  expect(codeOf(() => mergeInput({}, JSON.parse(`{"${key}": "1"}`), {}))).toBe('api.malformed')
})

test('any other JSON is read as it is', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      if (/__proto__|constructor|prototype/.test(text)) return
      expect(parseOutsideJson(text)).toEqual(JSON.parse(text))
    }),
  )
  expect(codeOf(() => parseOutsideJson('{"a": '))).toBe('api.malformed')
})

test("a file's name cannot break out of its header", () => {
  expect(contentDisposition('Gehälter "März"; x.pdf')).toBe(
    `attachment; filename="Geha_lter _Ma_rz__ x.pdf"; filename*=UTF-8''Geh%C3%A4lter%20%22M%C3%A4rz%22%3B%20x.pdf`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = contentDisposition(name)
      expect(header).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!~*%-]*$/)
    }),
  )
})
