import { Refused } from './cli/client'
import { methodOf } from './contract'
import type { ApiError } from './errors'
import type { FileAnswer } from './method'

// How a client of a running office asks it over loopback.

/** The office's answer, or its refusal in its own words. */
export async function jsonOf(answer: Response): Promise<unknown> {
  const read: unknown = await answer.json()
  if (!answer.ok) throw new Refused((read as { error: ApiError }).error)
  return read
}

/** A method that answers with a file, by its own path. */
export async function fetchFile(
  address: string,
  headers: Record<string, string>,
  method: string,
  input: unknown,
  signal: AbortSignal | null = null,
): Promise<FileAnswer> {
  return fileOf(await fetch(address + pathOf(method, input), { headers, signal }))
}

/** The REST path of a method that answers with a file; what its path does not take goes into the query. */
export function pathOf(method: string, input: unknown): string {
  const left = new Map(Object.entries((input ?? {}) as Record<string, unknown>))
  const path = (methodOf(method)?.rest?.find(({ verb }) => verb === 'GET')?.path ?? '').replace(
    /:([a-z_]+)/g,
    (_, name: string) => {
      const value = String(left.get(name) ?? '')
      left.delete(name)
      return encodeURIComponent(value)
    },
  )
  const query = new URLSearchParams(
    [...left].map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

async function fileOf(answer: Response): Promise<FileAnswer> {
  if (!answer.ok) await jsonOf(answer)
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return {
    fileName: decodeURIComponent(named ?? 'file'),
    mediaType: answer.headers.get('content-type') ?? 'application/octet-stream',
    bytes: new Uint8Array(await answer.arrayBuffer()),
  }
}
