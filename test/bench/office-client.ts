import type { Served } from './served'

export const bearer = (office: Served) => ({ authorization: `Bearer ${office.token}` })

export async function ask(office: Served, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(new URL(path, office.url), {
    method,
    headers: { ...bearer(office), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

export async function upload(
  office: Served,
  kind: string,
  name: string,
  bytes: Uint8Array,
  options: Record<string, unknown> = {},
): Promise<{ import_id: number }> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('options', JSON.stringify(options))
  form.set('file', new Blob([bytes as BlobPart]), name)
  const answer = await fetch(new URL('/api/imports', office.url), {
    method: 'POST',
    headers: bearer(office),
    body: form,
  })
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { import_id: number }
}

/** Asks again until the answer is what is waited for; a few times a second, so that asking costs nothing to speak of. */
export async function until<T>(office: Served, path: string, pick: (answer: never) => T | null | false): Promise<T> {
  for (;;) {
    const picked = pick((await ask(office, 'GET', path)) as never)
    if (picked) return picked
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
