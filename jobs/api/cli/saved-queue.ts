import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import type { Input, Output } from '../contract'
import type { Command } from './command'
import { usage } from './usage'

type Line = { number: number; item: Input<'queues.restore'>['items'][number] }
/** A page is one call: so many tasks, and well below what the office takes in one body. */
const PAGE = 500
const PAGE_CHARACTERS = 500_000

const save: Command = {
  words: ['queue', 'save'],
  args: ['FILE'],
  does: 'writes the waiting tasks down, a JSON object a line',
  async run(context) {
    const file = path.resolve(context.args[0] ?? '')
    const office = await context.office()
    const written = fs.openSync(file, 'wx', 0o600) // never over a file that is there: it may be the only copy
    let saved = 0
    for (let after: number | null = 0; after !== null; ) {
      const page: Output<'queues.save'> = await office.call('queues.save', { after })
      for (const item of page.items) fs.writeSync(written, `${JSON.stringify(item)}\n`)
      saved += page.items.length
      after = page.next
    }
    fs.fsyncSync(written)
    fs.closeSync(written)
    context.out.answer({ file, saved }, (done) => `${done.saved} waiting tasks saved in ${done.file}`)
    return 0
  },
}

const restore: Command = {
  words: ['queue', 'restore'],
  args: ['FILE'],
  does: 'puts saved tasks back; those that are there already are left out',
  async run(context) {
    const file = path.resolve(context.args[0] ?? '')
    if (!fs.existsSync(file)) throw usage('cli.no_file', { file })
    const office = await context.office()
    const total: Output<'queues.restore'> = { restored: 0, duplicates: 0, refused: [] }
    for await (const page of pagesOf(file)) {
      const done = await office.call('queues.restore', { items: page.map(({ item }) => item) })
      total.restored += done.restored
      total.duplicates += done.duplicates
      total.refused.push(...done.refused.map((one) => ({ ...one, line: page[one.line - 1]?.number ?? one.line })))
    }
    context.out.answer(total, (done) =>
      [
        `${done.restored} put back, ${done.duplicates} were there already, ${done.refused.length} refused`,
        ...done.refused.map((one) => `line ${one.line}: ${one.reason.message} ${one.reason.fix}`),
      ].join('\n'),
    )
    return total.refused.length === 0 ? 0 : 1
  },
}

/** The lines of the file, so many at once; one that is no JSON is refused with its number before anything of its page. */
async function* pagesOf(file: string): AsyncGenerator<Line[]> {
  let page: Line[] = []
  let characters = 0
  let at = 0
  for await (const text of readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity })) {
    at++
    if (text.trim() === '') continue
    if (page.length === PAGE || (page.length > 0 && characters + text.length > PAGE_CHARACTERS)) {
      yield page
      page = []
      characters = 0
    }
    page.push({ number: at, item: itemOf(text, at) })
    characters += text.length
  }
  if (page.length > 0) yield page
}

function itemOf(text: string, at: number): Line['item'] {
  try {
    return JSON.parse(text) as Line['item'] // checked by the office against the contract
  } catch (error) {
    throw usage('cli.not_json', { option: `line ${at}`, found: error instanceof Error ? error.message : String(error) })
  }
}

export const savedQueueCommands: Command[] = [save, restore]
