import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const mantine = path.resolve('node_modules/@mantine/core/esm')

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )
}

/** The components that the window takes from Mantine. */
function takenComponents(): Set<string> {
  const taken = new Set<string>()
  for (const file of filesIn('renderer').filter((name) => name.endsWith('.tsx') || name === 'renderer/theme.ts'))
    for (const [, names] of fs.readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g))
      for (const name of (names ?? '').split(',')) taken.add(name.replace('type ', '').trim())
  return taken
}

/** The styles that a module of Mantine and what it imports bring along. */
function stylesOf(module: string, seen: Set<string>, found: Set<string>): void {
  if (seen.has(module) || !fs.existsSync(module)) return
  seen.add(module)
  for (const [, target] of fs.readFileSync(module, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
    const file = path.resolve(path.dirname(module), target ?? '')
    if (file.endsWith('.module.mjs')) found.add(path.basename(file, '.module.mjs'))
    else stylesOf(file, seen, found)
  }
}

test('the styles of every Mantine component that the window shows are loaded', () => {
  const needed = new Set<string>()
  const seen = new Set<string>()
  const components = [...takenComponents()]
    .map((name) => path.join(mantine, `components/${name}/${name}.mjs`))
    .filter((file) => fs.existsSync(file))
  expect(components.length).toBeGreaterThan(10)
  for (const component of components) stylesOf(component, seen, needed)
  const loaded = fs.readFileSync('renderer/mantine.css', 'utf8')
  expect([...needed].filter((name) => !loaded.includes(`/styles/${name}.css"`))).toEqual([])
})
