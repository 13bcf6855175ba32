import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { areas } from '../../../jobs/areas'

/**
 * The images that undo needs find a new row by its number: it is above the highest there was (db/queries/imports/before-images.ts).
 * So no statement of the office may give a row of such a table a number of its own.
 */
const queries = path.resolve('db/queries')
const sources = (fs.readdirSync(queries, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: fs.readFileSync(path.join(queries, name), 'utf8') }))

const numbered = [
  ...new Set(
    areas
      .flatMap((area) => area.importKinds.flatMap(({ undoTables }) => undoTables))
      .flatMap(({ table, ownNumbers }) => (ownNumbers ? [table] : [])),
  ),
]

test.each(numbered)('rows of %s are numbered by SQLite alone', (table) => {
  const inserts = sources.flatMap(({ name, text }) =>
    [
      ...text.matchAll(new RegExp(`(?:insert(?: or \\w+)?|replace)\\s+into\\s+"?${table}"?\\s*\\(([^)]*)\\)`, 'gi')),
    ].map(([, columns = '']) => ({ name, columns: columns.split(',').map((column) => column.trim()) })),
  )
  expect(inserts.length).toBeGreaterThan(0)
  for (const { name, columns } of inserts) expect(columns, name).not.toContain('id')
})
