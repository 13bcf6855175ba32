import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve('.')
const FOLDERS = ['electron', 'renderer', 'jobs', 'db']
/** Offices and what they share; each may use another one only through its index. */
const AREAS = [
  'shared',
  'imports',
  'payroll',
  'people',
  'notify',
  'maintenance',
  'cash',
  'billing',
  'school',
  'integrations',
  'sample',
]

type Import = { from: string; to: string; isType: boolean; isLazy: boolean }

function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(file)
    return /\.tsx?$/.test(entry.name) ? [file] : []
  })
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'/gm
const LAZY = /import\('([^']+)'\)/g

/** A file of ours as `jobs/engine/write.ts`, or a package's name. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const base = path.resolve(path.dirname(from), specifier)
  const found = [base, `${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find(
    (file) => fs.existsSync(file) && fs.statSync(file).isFile(),
  )
  return path.relative(ROOT, found ?? base)
}

function importsOf(file: string): Import[] {
  const text = fs.readFileSync(file, 'utf8')
  const from = path.relative(ROOT, file)
  const named = [...text.matchAll(STATIC)].map((match) => {
    const onlyTypes = /^import\s+\{([^}]*)\}/.exec(match[0])?.[1]
    const isType = Boolean(match[1]) || (onlyTypes ?? 'x').split(',').every((one) => /^\s*(type\s|$)/.test(one))
    return { from, to: resolve(file, match[2] ?? ''), isType, isLazy: false }
  })
  const lazy = [...text.matchAll(LAZY)].map((match) => ({
    from,
    to: resolve(file, match[1] ?? ''),
    isType: false,
    isLazy: true,
  }))
  return [...named, ...lazy]
}

const FILES = FOLDERS.flatMap((folder) => filesUnder(path.join(ROOT, folder)))
const IMPORTS = FILES.flatMap(importsOf)
const areaOf = (file: string): string | null => {
  const [top, area = ''] = file.split('/')
  return top === 'jobs' && AREAS.includes(area) ? area : null
}
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`)

test('the folders were read', () => {
  expect(FILES.length).toBeGreaterThan(100)
  expect(IMPORTS.filter(({ to }) => to.startsWith('jobs/')).length).toBeGreaterThan(200)
  expect(IMPORTS.filter(({ isLazy }) => isLazy).length).toBeGreaterThan(5)
})

test('jobs/values is a leaf', () => {
  const found = IMPORTS.filter(({ from, to }) => from.startsWith('jobs/values/') && !/^(jobs\/values\/|node:)/.test(to))
  expect(shown(found)).toEqual([])
})

test('what the window carries runs in a browser', () => {
  const reached = reachedFrom('renderer/main.tsx')
  expect(reached.length).toBeGreaterThan(10)
  expect(reached.filter((way) => (way.at(-1) ?? '').startsWith('node:')).map((way) => way.join(' → '))).toEqual([])
})

test('only electron/ knows Electron, and nothing outside it imports electron/', () => {
  const found = IMPORTS.filter(
    ({ from, to }) => !from.startsWith('electron/') && (to === 'electron' || to.startsWith('electron/')),
  )
  expect(shown(found)).toEqual([])
})

test('electron/ starts the office and shows it: it holds no database, engine or area', () => {
  const found = IMPORTS.filter(
    ({ from, to }) =>
      from.startsWith('electron/') &&
      /^(jobs|db|renderer)\//.test(to) &&
      !/^jobs\/(api\/(page|assets|page-bridge|shell-channel)\.ts|values\/)/.test(to),
  )
  expect(shown(found)).toEqual([])
})

test('the window knows the contract and the values, nothing else of the office', () => {
  const found = IMPORTS.filter(
    ({ from, to }) =>
      from.startsWith('renderer/') &&
      /^(jobs|db|electron|node:)/.test(to) &&
      !/^jobs\/(api\/(contract(\/\w+)?|method|page-bridge)\.ts|values\/)/.test(to),
  )
  expect(shown(found)).toEqual([])
})

test('the contract reaches neither database nor handlers, or the window would carry them', () => {
  const found = IMPORTS.filter(
    ({ from, to, isType }) =>
      /^jobs\/api\/contract[/.]/.test(from) &&
      !isType &&
      !/^(zod$|jobs\/values\/|jobs\/api\/(contract[/.]|method))/.test(to),
  )
  expect(shown(found)).toEqual([])
})

test('an area uses another one only through its index; all of them use the shared tables and the engine', () => {
  const found = IMPORTS.filter(({ from, to }) => {
    const [ours, theirs] = [areaOf(from), areaOf(to)]
    if (ours === null || theirs === null || ours === theirs) return false
    if (theirs === 'shared') return false
    // A kind is declared in its office by the importer's types, and its planner and uploads in the importer's tables.
    return to !== `jobs/${theirs}/index.ts` && !/^jobs\/imports\/(kind|planners|runs)\.ts$/.test(to)
  })
  expect(shown(found)).toEqual([])
})

test('the engine knows no office, and no office knows the API', () => {
  const found = IMPORTS.filter(
    ({ from, to, isType }) =>
      (from.startsWith('jobs/engine/') && areaOf(to) !== null && !isType) ||
      (areaOf(from) !== null && to.startsWith('jobs/api/')),
  )
  expect(shown(found)).toEqual([])
})

test('db/ knows values only', () => {
  const found = IMPORTS.filter(
    ({ from, to, isType }) =>
      from.startsWith('db/') && /^(jobs|renderer|electron)\//.test(to) && !isType && !to.startsWith('jobs/values/'),
  )
  expect(shown(found)).toEqual([])
})

test('only db/ contains SQL', () => {
  const found = FILES.filter((file) => {
    if (!path.relative(ROOT, file).startsWith('jobs/')) return false
    return /\b(insert into|select [\w*,. ]+ from|update \w+ set|delete from)\b/i.test(
      stripComments(fs.readFileSync(file, 'utf8')),
    )
  })
  expect(found.map((file) => path.relative(ROOT, file))).toEqual([])
})

const stripComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

test('what runs in a slot carries neither zod nor the database', () => {
  const tables = FILES.filter((file) => path.basename(file) === 'runs.ts' || path.basename(file) === 'planners.ts')
  const runs = IMPORTS.filter(({ from, isLazy }) => isLazy && tables.some((file) => path.relative(ROOT, file) === from))
  expect(runs.length).toBeGreaterThan(10)
  const heavy = runs.flatMap(({ to }) => reachedFrom(to).filter((chain) => isForbidden(chain.at(-1) ?? '')))
  expect(heavy.map((chain) => chain.join(' → '))).toEqual([])
})

const isForbidden = (file: string) => /^(zod|better-sqlite3|db\/(open|statement|queries)\b)/.test(file)

/** Every file that is loaded with one, each with the way that leads there. */
function reachedFrom(start: string): string[][] {
  const seen = new Set<string>()
  const ways: string[][] = []
  const walk = (way: string[]) => {
    const file = way.at(-1) ?? ''
    if (seen.has(file)) return
    seen.add(file)
    ways.push(way)
    for (const one of IMPORTS) if (one.from === file && !one.isType) walk([...way, one.to])
  }
  walk([start])
  return ways
}

test('a file stays within three hundred lines', () => {
  const long = [...FILES, ...filesUnder(path.join(ROOT, 'test'))]
    .map((file) => [path.relative(ROOT, file), fs.readFileSync(file, 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 300)
  expect(long).toEqual([])
})

test('no code of the office asks whether a task is a test’s', () => {
  const found = FILES.filter((file) => {
    const name = path.relative(ROOT, file)
    return (
      name.startsWith('jobs/') &&
      !/^jobs\/(testing\/|api\/\w+\/testing\.ts)/.test(name) &&
      /['"`]test\.(noop|echo|sleep|spin|fail|crash|progress|effect)['"`]/.test(fs.readFileSync(file, 'utf8'))
    )
  })
  expect(found.map((file) => path.relative(ROOT, file))).toEqual([])
})
