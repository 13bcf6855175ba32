import { Problem } from '../../../values/problem'
import { inflateEntry } from './inflate'
import { createXmlScanner, type XmlHandler } from './xml'
import type { ZipEntry } from './zip-directory'

/** Runs one part of the package through a handler. The part must be UTF-8. */
export async function readPart(file: string, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(entry.name, handler)
  for await (const piece of decodedPart(file, entry)) scanner.write(piece)
  scanner.end()
}

export async function* decodedPart(file: string, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of inflateEntry(file, entry)) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Problem('import.xlsx_damaged', { detail: `${entry.name}: it is not UTF-8` })
  }
}
