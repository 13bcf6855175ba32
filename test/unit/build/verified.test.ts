import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordSection, writeSection } from '../../../build/verify/report.mjs'
import { tempFolder } from '../../support/office-db'

const AT = Date.UTC(2026, 10, 28, 16, 30)
const run = (output: string, code = 0) => ({ code, output, startedAt: AT, endedAt: AT + 754_000, commit: 'abc1234' })

test('a suite’s section has its result, its time, what it counted and what failed', () => {
  const section = wordSection(
    'crash',
    run(
      'Error: no such file /srv/office\n\u001b[2mkills: 2,000 kills in 40 folders\u001b[22m\nfailed: seed 7\ntests: 44 passed, 1 failed, 0 skipped\n',
      1,
    ),
  )
  expect(section).toContain('## crash')
  expect(section).toContain('`npm run test:crash`: **failed** (exit code 1) · 2026-11-28 16:30 UTC · took 12 min 34 s')
  expect(section).toContain('commit abc1234')
  expect(section.trim().split('\n').slice(-3)).toEqual([
    '- kills: 2,000 kills in 40 folders',
    '- tests: 44 passed, 1 failed, 0 skipped',
    '- failed: seed 7',
  ])
  expect(section).not.toContain('/srv')
})

test('the bench’s section has a line for each figure, and says which budget it misses', () => {
  const figure = {
    workload: 'W8',
    metric: 'start_ms',
    value: 1_626,
    min: 1_400,
    max: 1_756,
    runs: 3,
    what: 'a history',
  }
  const page = { workload: 'W6', metric: 'last50_text_ms', value: 0.496, min: 0.4, max: 5, runs: 200 }
  const section = wordSection('bench', run(`built\n${JSON.stringify(figure)}\n${JSON.stringify(page)}\n`))
  expect(section).toContain('**passed**')
  expect(section).toContain('| W8 start_ms, a history | 1,626 | 1,400–1,756 (3) | ≤ 1,500: missed |')
  expect(section).toContain('| W6 last50_text_ms | 0.496 | 0.4–5 (200) | ≤ 5 |')
})

test('a part that runs again replaces its own section, and the others stand as they are', () => {
  const file = path.join(tempFolder(), 'verified.md')
  writeSection(file, 'clock', wordSection('clock', run('clock: 1000 stories\n')))
  writeSection(file, 'crash', wordSection('crash', run('kills: 50 kills\n')))
  const before = fs.readFileSync(file, 'utf8')
  writeSection(file, 'crash', wordSection('crash', run('kills: 2,000 kills\n')))
  const after = fs.readFileSync(file, 'utf8')
  expect(after).toBe(before.replace('50 kills', '2,000 kills'))
  expect([...after.matchAll(/^## (\S+)$/gm)].map(([, name]) => name)).toEqual(['crash', 'clock'])
  expect(after.startsWith('# Verified\n')).toBe(true)
})
