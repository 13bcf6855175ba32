import fs from 'node:fs'
import path from 'node:path'
import { manyPeople } from '../support/many-people'
import { inEmptyFolder, type Line, seconds, summary } from './measure'
import { ask, bearer, upload } from './office-client'
import { peakMib, type Served, serve } from './served'

const KIND = 'employees'
const SHEET_ROWS = 50_000
const TEXT_ROWS = 200_000

type Measured = { checkedMs: number; appliedMs: number; peakMib: number; longestTurnMs: number }

/** W7, imports: a workbook of 50,000 × 12 dropped on a real office until its first checked rows can be shown, then applied; a csv of 200,000 rows. */
export async function w7Import(runs: number): Promise<Line[]> {
  const sheet = manyPeople(SHEET_ROWS)
  const book: Measured[] = []
  for (let run = 0; run < runs; run++) book.push(await dropAndApply('people.xlsx', sheet))
  const text = csvOf(TEXT_ROWS)
  const csv: Measured[] = []
  for (let run = 0; run < runs; run++) csv.push(await dropAndApply('people.csv', text))
  return [...lines(book, '50,000 × 12 xlsx'), ...lines(csv, '200,000 × 12 csv')]
}

const lines = (measured: Measured[], what: string): Line[] => [
  summary(
    'W7',
    'import_checked_ms',
    measured.map((one) => one.checkedMs),
    what,
  ),
  summary(
    'W7',
    'import_applied_ms',
    measured.map((one) => one.appliedMs),
    what,
  ),
  summary(
    'W7',
    'import_peak_mib',
    measured.map((one) => one.peakMib),
    what,
  ),
  summary(
    'W7',
    'import_longest_turn_ms',
    measured.map((one) => one.longestTurnMs),
    what,
  ),
]

function dropAndApply(name: string, bytes: Uint8Array): Promise<Measured> {
  return inEmptyFolder(async (folder) => {
    const turns = path.join(folder, 'turns')
    fs.writeFileSync(turns, '')
    const office = await serve(path.join(folder, 'data'), [], {
      require: path.resolve('test/bench/long-turns.cjs'),
      environment: { DAYBOOK_LONG_TURNS: turns },
    })
    try {
      fs.writeFileSync(turns, '') // starting is W8's
      const watched = await watch(office)
      const droppedAt = seconds()
      const { import_id: id } = await upload(office, KIND, name, bytes)
      const checked = await watched.until(id, ['checked', 'refused', 'mapping'])
      const { items } = (await ask(office, 'POST', '/api/rpc/imports.rows', { id, limit: 100 })) as { items: unknown[] }
      const checkedMs = (seconds() - droppedAt) * 1000
      if (checked !== 'checked' || items.length !== 100) throw new Error(`the import is ${checked}`)
      const appliedFrom = seconds()
      await ask(office, 'POST', `/api/imports/${id}/apply`, { rows: 'all' })
      const applied = await watched.until(id, ['applied', 'checked', 'refused'])
      const appliedMs = (seconds() - appliedFrom) * 1000
      const view = (await ask(office, 'GET', `/api/imports/${id}`)) as { applied: number; counts: { rows: number } }
      if (applied !== 'applied' || view.applied !== view.counts.rows) throw new Error(`the import is ${applied}`)
      watched.end()
      return { checkedMs, appliedMs, peakMib: peakMib(office.pid), longestTurnMs: longest(turns) }
    } finally {
      await office.end()
    }
  })
}

function longest(file: string): number {
  const turns = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return Math.max(0, ...turns.map((line) => (JSON.parse(line) as { ms: number }).ms))
}

/** Hears the office's events as a window does. */
async function watch(office: Served) {
  const ending = new AbortController()
  const stream = await fetch(new URL('/api/events', office.url), { headers: bearer(office), signal: ending.signal })
  const states = new Map<number, string>()
  let heard = () => {}
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(piece, { stream: true })
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data:')) continue
        const event = JSON.parse(line.slice(5)) as { type: string; id?: number; state?: string }
        if (event.type === 'import_changed' && event.id && event.state) states.set(event.id, event.state)
      }
      heard()
    }
  }
  void read().catch(() => {})
  return {
    async until(id: number, wanted: string[]): Promise<string> {
      states.delete(id)
      for (;;) {
        const state = states.get(id)
        if (state && wanted.includes(state)) return state
        await new Promise<void>((resolve) => {
          heard = resolve
        })
      }
    },
    end: () => ending.abort(),
  }
}

function csvOf(rows: number): Uint8Array {
  const lines = [
    'Emp No,Name,Department,Job title,Email,Phone,Date of hire,Date of birth,Base salary,City,Postcode,Remarks',
  ]
  for (let n = 1; n <= rows; n++) {
    const day = `${2005 + (n % 15)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    lines.push(
      `E${String(n).padStart(6, '0')},Person Number ${n},Department ${n % 9},Hand,person${n}@example.org,` +
        `+44 20 7946 ${String(n % 10_000).padStart(4, '0')},${day},1980-01-31,${1500 + (n % 3000)},Leith,EH${n % 17} ${n % 10}AB,`,
    )
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
