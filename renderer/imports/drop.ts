import { type Client, Refused } from '../app/client'

let dropped: File | null = null

/** A file that was dropped anywhere in the window: it waits where its kind is asked. */
export function dropFile(_client: Client, file: File): void {
  dropped = file
  window.location.assign(`#/imports/new?file=${encodeURIComponent(file.name)}`)
}

/** The file that was dropped last; it is taken once. */
export function takeDropped(): File | null {
  const file = dropped
  dropped = null
  return file
}

/** Gives a file to the office, which reads and checks it. Answers with the import's number. */
export async function sendImport(
  _client: Client,
  file: File,
  kind: string,
  options: Record<string, unknown>,
): Promise<number> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('options', JSON.stringify(options))
  form.set('file', file, file.name)
  const answer = await fetch('/api/imports', { method: 'POST', body: form })
  const read = await answer.json()
  if (!answer.ok) throw new Refused(read.error)
  return read.import_id
}
