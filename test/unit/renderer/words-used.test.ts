import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { words } from '../../../renderer/words/en'

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )
}

const texts = filesIn('renderer')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => fs.readFileSync(file, 'utf8'))

/** `words.today`, or `const { today, list } = words`. */
const takes = (text: string, section: string): boolean =>
  new RegExp(`\\bwords\\.${section}\\b|\\{[^{}]*\\b${section}\\b[^{}]*\\} = words\\b`).test(text)

/** `text.title`, or `const { title } = text`. */
const asksFor = (code: string, name: string): boolean =>
  new RegExp(`\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = |['"]${name}['"]`).test(code)

/** `text.states[task.state]`, or a list that is handed over whole: `Object.keys(text.units)`. */
const readsByCode = (code: string, list: string): boolean => new RegExp(`\\b${list}(?:\\[|\\)|,|\\n| as )`).test(code)

function unasked(list: object, at: string, code: string): string[] {
  return Object.entries(list).flatMap(([name, value]) => {
    if (!asksFor(code, name)) return readsByCode(code, at.split('.').at(-1) ?? '') ? [] : [`${at}.${name}`]
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? unasked(value, `${at}.${name}`, code)
      : []
  })
}

test('every word of the window is asked for by the screen it was written for', () => {
  const found = Object.entries(words).flatMap(([section, value]) => {
    const code = texts.filter((text) => takes(text, section)).join('\n')
    if (code === '') return [section]
    return typeof value === 'object' && !Array.isArray(value) ? unasked(value, section, code) : []
  })
  expect(found).toEqual([])
})
