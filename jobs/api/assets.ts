import { readFile } from 'node:fs/promises'
import path from 'node:path'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** A file of the built window by the path a page asks for; null for every path that is not `/assets/<plain name>`. */
export async function readAsset(
  rendererFolder: string,
  pathname: string,
): Promise<{ body: Buffer<ArrayBuffer>; type: string } | null> {
  const name = /^\/assets\/([\w-][\w.-]*)$/.exec(pathname)?.[1]
  const type = name && TYPES[path.extname(name)]
  if (!name || !type) return null
  try {
    return { body: await readFile(path.join(rendererFolder, 'assets', name)), type }
  } catch {
    return null
  }
}
