import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createLog, logFiles, logFolder } from '../../../jobs/shared/log'
import { type Instant, instant } from '../../../jobs/values/time'
import { tempFolder } from '../../support/office-db'

const at = (iso: string): Instant => instant(Date.parse(iso))

test('a day has its file, a line is one JSON object', () => {
  const folder = tempFolder()
  let now = at('2026-01-31T23:59:59.500Z')
  const log = createLog(folder, { level: 'info', now: () => now })
  log.write('info', 'office serves', { port: 1 })
  log.write('debug', 'left out')
  now = at('2026-02-01T00:00:00Z')
  log.write('error', 'internal error\nwith a second line')
  log.close()
  expect(logFiles(folder).map((file) => path.basename(file))).toEqual(['2026-01-31.jsonl', '2026-02-01.jsonl'])
  const [first = '', second = ''] = logFiles(folder).map((file) => fs.readFileSync(file, 'utf8'))
  expect(JSON.parse(first)).toEqual({ at: '2026-01-31T23:59:59.500Z', level: 'info', text: 'office serves', port: 1 })
  expect(second.trimEnd().split('\n')).toHaveLength(1)
})

test('thirty days are kept, and nothing else in the folder is touched', () => {
  const folder = tempFolder()
  fs.mkdirSync(logFolder(folder))
  for (const name of ['2025-12-31.jsonl', '2026-01-01.jsonl', '2026-01-30.jsonl', 'notes.txt'])
    fs.writeFileSync(path.join(logFolder(folder), name), '')
  createLog(folder, { level: 'info', now: () => at('2026-01-31T10:00:00Z') }).write('info', 'x')
  expect(fs.readdirSync(logFolder(folder)).sort()).toEqual([
    '2026-01-01.jsonl',
    '2026-01-30.jsonl',
    '2026-01-31.jsonl',
    'notes.txt',
  ])
})

test('a log that cannot be written stops nobody', () => {
  const folder = tempFolder()
  fs.writeFileSync(logFolder(folder), 'in the way')
  const log = createLog(folder, { level: 'info', now: () => at('2026-01-31T10:00:00Z') })
  expect(() => log.write('error', 'x')).not.toThrow()
})
