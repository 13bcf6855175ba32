import type { Output } from '../../jobs/api/contract'
import type { Client } from '../app/client'

/** A file, and what a look inside says about the options that a person is asked for. */
export type Dropped = { file: File; found: Record<string, string> }

let dropped: Dropped | null = null
let taker: ((file: File) => Promise<string>) | null = null

/**
 * While a page is open that a file belongs to (a pay run and its old sheet), what is let go lands there: `take` answers with
 * the address to go to. Gives back what ends it.
 */
export function takeFilesHere(take: (file: File) => Promise<string>): () => void {
  taker = take
  return () => {
    if (taker === take) taker = null
  }
}

/** Stands in the address, so that a mended file of the same name is another address. */
let drops = 0

/** Fewer columns that only one kind has are no evidence. */
const LEAST_SCORE = 1

/**
 * Hands a file to the office, which looks inside. The answer is an address: that of its import where the file says all
 * by itself, else the page that asks for its kind or for what goes with it; there the file waits for `takeDropped`.
 */
export async function dropFile(client: Client, file: File): Promise<string> {
  if (taker) return taker(file)
  const { stored, sure } = await lookInside(client, file)
  if (sure && sure.options !== null && Object.keys(sure.options).length === 0) {
    const { import_id } = await client.call('imports.create', { file: stored, kind: sure.kind, options: {} })
    return `/imports/${import_id}`
  }
  dropped = { file, found: saidBy(sure) }
  drops++
  const name = `/imports/new?file=${encodeURIComponent(file.name)}&drop=${drops}`
  return sure ? `${name}&kind=${encodeURIComponent(sure.kind)}` : name
}

type Guess = Output<'imports.guess'>['items'][number]

async function lookInside(client: Client, file: File) {
  const stored = await client.upload(file)
  const { items } = await client.call('imports.guess', { file: stored })
  const [best, second] = items
  const isSure = best !== undefined && best.score >= LEAST_SCORE && best.score > (second?.score ?? 0)
  return { stored, items, sure: isSure ? best : undefined }
}

/** What a look inside says: the kind, where one is sure, and what each kind finds of its options. */
export type Inside = { kind: string | null; found: Record<string, Record<string, string>> }

export async function readInside(client: Client, file: File): Promise<Inside> {
  const { items, sure } = await lookInside(client, file)
  return { kind: sure?.kind ?? null, found: Object.fromEntries(items.map((one) => [one.kind, saidBy(one)])) }
}

const saidBy = (guess: Guess | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(guess?.options ?? {}).map(([name, value]) => [name, String(value)]))

/** The file that was dropped last; it is taken once. */
export function takeDropped(): Dropped | null {
  const taken = dropped
  dropped = null
  return taken
}

/** Gives a file to the office, which reads and checks it. Answers with the import's number. */
export async function sendImport(
  client: Client,
  file: File,
  kind: string,
  options: Record<string, unknown>,
): Promise<number> {
  const stored = await client.upload(file)
  return (await client.call('imports.create', { file: stored, kind, options })).import_id
}
