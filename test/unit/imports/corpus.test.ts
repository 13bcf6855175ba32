import { expect, test } from 'vitest'
import { areas } from '../../../jobs/areas'
import { importKinds, setImportKinds } from '../../../jobs/imports'
import { corpusFile } from '../../support/corpus/file'
import { judge, type Verdict } from '../../support/corpus/judge'

// Files as programs export them, each from its seed. `npm test` takes 60 of them, `npm run test:corpus` all 500;
// DAYBOOK_SEED=n takes that file alone and prints what became of it.

const one = process.env.DAYBOOK_SEED
const COUNT = process.env.DAYBOOK_CORPUS === 'long' ? 500 : 60
const seeds = one === undefined ? Array.from({ length: COUNT }, (_, i) => i) : [Number(one)]

setImportKinds(areas.flatMap((area) => area.importKinds))
const kinds = new Map(importKinds().map((kind) => [kind.kind, kind]))

test(`${seeds.length} files of personnel and payroll programs: columns are told apart, no value is silently wrong`, async () => {
  const known = new Set(kinds.keys())
  const all: Verdict = { columns: 0, right: 0, missed: [], asked: 0, rows: 0, needless: [], silentlyWrong: [] }
  for (const seed of seeds) {
    const file = corpusFile(seed, known)
    const kind = kinds.get(file.table.kind)
    if (!kind) throw new Error(`no kind ${file.table.kind}`)
    const verdict = await judge(file, kind)
    all.columns += verdict.columns
    all.right += verdict.right
    all.asked += verdict.asked
    all.rows += verdict.rows
    const about = `${file.name} (${file.table.kind}; ${file.table.traits.join('; ')})`
    all.missed.push(...verdict.missed.map((text) => `${about}: ${text}`))
    all.needless.push(...verdict.needless)
    all.silentlyWrong.push(...verdict.silentlyWrong.map((text) => `${about}: ${text}`))
  }
  const share = all.right / all.columns
  const figures = `${all.right} of ${all.columns} columns right (${(share * 100).toFixed(1)} %), ${all.asked} questions, ${all.rows} rows, ${all.needless.length} of them errors without need`
  if (one !== undefined || process.env.DAYBOOK_CORPUS) console.log([figures, ...all.missed, ...all.needless].join('\n'))
  expect(all.silentlyWrong).toEqual([])
  expect(share, [figures, ...all.missed].join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(all.needless.length / all.rows, all.needless.join('\n')).toBeLessThan(0.02)
}, 600_000)
