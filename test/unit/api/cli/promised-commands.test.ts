import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../../../jobs/api/cli/commands'

/** What people's scripts depend on, as it was promised to them. */
const PROMISED = `
daybook serve [--data DIR] [--port N] [--queues a,b] [--concurrency N] [--log-level L] [--sample] [--test]
daybook health
daybook inspect ping|active|reserved|scheduled|registered|stats|memory
daybook task run NAME [--args JSON] [--queue Q] [--priority N] [--countdown S] [--eta ISO] [--expires S] [--wait [--timeout S]]
daybook task show|revoke|retry ID · daybook task list [--state S] [--task NAME] [--limit N]
daybook queue list|pause|resume|purge [NAME] · daybook queue save|restore FILE
daybook schedule list|run|pause|resume [ID] · daybook schedule preview "CRON" [--zone Z] [--from ISO] [-n 5]
daybook schedule explain ID --at ISO · daybook schedule dry-run [--days N]
daybook events · daybook logs [--follow] [--level L] [--task ID]
daybook import KIND FILE [--options JSON] [--good-rows] · daybook backup [FILE] · daybook restore FILE · daybook verify
`
const LINES = PROMISED.trim().split(/\n| · /)

type Promised = { words: string[]; args: number; options: { flag: string; takesValue: boolean }[] }

/** `queue list|pause [NAME]` is two commands; brackets stand around what may be left out. */
function readLine(line: string): Promised[] {
  const tokens = line.replace(/[[\]]/g, '').split(/\s+/).slice(1)
  const end = tokens.findIndex((token) => /^["-]|^[A-Z]+$/.test(token))
  const words = end < 0 ? tokens : tokens.slice(0, end)
  const rest = end < 0 ? [] : tokens.slice(end)
  const flags = rest.flatMap((token, i) => (token.startsWith('-') ? [i] : []))
  const isValue = (i: number) => rest[i] !== undefined && !rest[i]?.startsWith('-')
  const options = flags.map((i) => ({ flag: rest[i] ?? '', takesValue: isValue(i + 1) }))
  const args = flags[0] ?? rest.length
  const [group, ...more] = words
  if (more.length === 0) return [{ words, args, options }]
  return (more[0] ?? '').split('|').map((word) => ({ words: [group ?? '', word], args, options }))
}

const asRead = LINES.flatMap(readLine).map((one) => [`daybook ${one.words.join(' ')}`, one] as const)

test.each(asRead)('%s takes what it was promised to take', (_name, promised) => {
  const command = commands.find(({ words }) => words.join(' ') === promised.words.join(' '))
  expect(command, 'is there').toBeDefined()
  expect(command?.args?.length ?? 0, 'arguments').toBeGreaterThanOrEqual(promised.args)
  for (const { flag, takesValue } of promised.options) {
    if (flag === '--data') continue // of every command
    const known = Object.entries(command?.options ?? {}).find(
      ([name, { short }]) => flag === `--${name}` || flag === `-${short}`,
    )
    expect([flag, known !== undefined, known?.[1].value !== undefined]).toEqual([flag, true, takesValue])
  }
})

test('the list is read whole', () => {
  expect(asRead).toHaveLength(33)
})

test('the list is the one that stands in the description of the interface', ({ skip }) => {
  const file = path.resolve(process.env.DAYBOOK_SHARED ?? '../shared', 'API.md')
  skip(!fs.existsSync(file), `${file} is not there`)
  const [, block = ''] = /## Command line\n```\n([\s\S]*?)```/.exec(fs.readFileSync(file, 'utf8')) ?? []
  const lines = block
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('daybook'))
  expect(lines).toEqual(PROMISED.trim().split('\n'))
})
