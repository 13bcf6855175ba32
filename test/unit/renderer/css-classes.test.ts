import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )
}

const files = filesIn('renderer')
const sheets = files.filter((file) => file.endsWith('.module.css'))
const read = (file: string) => fs.readFileSync(file, 'utf8')

function classesOf(sheet: string): Set<string> {
  const rules = read(sheet).replace(/\/\*[\s\S]*?\*\//g, '')
  return new Set([...rules.matchAll(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name ?? ''))
}

/** Which classes of a sheet the window names; `all`: some are chosen by a state, `classes[outcome]`. */
function namedOf(sheet: string): { names: Set<string>; all: boolean } {
  const names = new Set<string>()
  let all = false
  for (const file of files.filter((one) => /\.tsx?$/.test(one))) {
    const code = read(file)
    for (const [whole, binding, from] of code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      if (path.join(path.dirname(file), from ?? '') !== sheet) continue
      const rest = code.replace(whole, '')
      for (const [, name] of rest.matchAll(new RegExp(`(?<!['"./\\w])${binding}\\.(\\w+)`, 'g'))) names.add(name ?? '')
      all ||= rest.includes(`${binding}[`)
    }
  }
  return { names, all }
}

test('every class of a style sheet is used, and every class that is used is there', () => {
  expect(sheets.length).toBeGreaterThan(30)
  const wrong = sheets.flatMap((sheet) => {
    const there = classesOf(sheet)
    const { names, all } = namedOf(sheet)
    return [
      ...[...there].filter((name) => !all && !names.has(name)).map((name) => `${sheet} .${name}: not used`),
      ...[...names].filter((name) => !there.has(name)).map((name) => `${sheet} .${name}: not there`),
    ]
  })
  expect(wrong).toEqual([])
})
