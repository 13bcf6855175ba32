import type { Client } from '../app/client'
import { type Guess, sureKind } from './guess'

/** A file as the office keeps it, and the kinds it may be, the likeliest first. */
export type Look = { stored: Awaited<ReturnType<Client['upload']>>; items: Guess[] }
export type Dropped = { file: File; look: Look }

/** Files that wait for somebody to say what they are, by the number in their address. */
const waiting = new Map<number, Dropped>()
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

/**
 * Hands a file to the office, which looks inside. The answer is an address: that of its import where the file says all
 * by itself, else the page that asks for its kind or for what goes with it; there the file waits for `takeDropped`.
 */
export async function dropFile(client: Client, file: File): Promise<string> {
  if (taker) return taker(file)
  const look = await lookInside(client, file)
  const best = sureKind(look.items)
  if (best && best.options !== null && Object.keys(best.options).length === 0) {
    const { import_id } = await client.call('imports.create', { file: look.stored, kind: best.kind, options: {} })
    return `/imports/${import_id}`
  }
  drops++
  waiting.set(drops, { file, look })
  const name = `/imports/new?file=${encodeURIComponent(file.name)}&drop=${drops}`
  return best ? `${name}&kind=${encodeURIComponent(best.kind)}` : name
}

export async function lookInside(client: Client, file: File): Promise<Look> {
  const stored = await client.upload(file)
  const { items } = await client.call('imports.guess', { file: stored })
  return { stored, items }
}

/** The file that waits under this number; it is taken once. */
export function takeDropped(drop: number): Dropped | undefined {
  const taken = waiting.get(drop)
  waiting.delete(drop)
  return taken
}

/** Gives a file to the office, which reads and checks it. Answers with the import's number. */
export async function sendImport(
  client: Client,
  file: File | Look['stored'],
  kind: string,
  options: Record<string, unknown>,
): Promise<number> {
  const stored = file instanceof File ? await client.upload(file) : file
  return (await client.call('imports.create', { file: stored, kind, options })).import_id
}
