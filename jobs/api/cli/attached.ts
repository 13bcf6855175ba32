import { openAsBlob } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { OfficeEvent } from '../../engine/write'
import type { ApiError } from '../errors'
import { fetchFile } from '../over-http'
import { type OfficeClient, Refused } from './client'
import type { RunningOffice } from './running-office'

/** A client of the running office. */
export function attach(office: RunningOffice): OfficeClient {
  const headers = { authorization: `Bearer ${office.token}` }

  const ask = async (url: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${office.address}${url}`, init)
    const body = (await answer.json()) as { error?: ApiError }
    if (!answer.ok && body.error) throw new Refused(body.error)
    return body
  }

  return {
    isAttached: true,
    // The office has checked its answer against the method's schema.
    call: (method, input) =>
      ask(`/api/rpc/${method}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }) as Promise<never>,
    file: (method, input) => fetchFile(office.address, headers, method, input),
    async importFile(file, kind, options) {
      const form = new FormData()
      form.set('kind', kind)
      form.set('options', JSON.stringify(options))
      const blob = openAsBlob ? await openAsBlob(file) : new Blob([await fs.readFile(file)])
      form.set('file', blob, path.basename(file))
      return ask('/api/imports', { method: 'POST', headers, body: form }) as Promise<never>
    },
    async listen(listener, signal) {
      const answer = await fetch(`${office.address}/api/events`, { headers, signal })
      if (!answer.body) return
      try {
        for await (const event of eventsOf(answer.body)) listener(event)
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
    close: async () => undefined,
  }
}

/** The events of a stream, as they come; it ends with the stream. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<OfficeEvent> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += decoder.decode(value, { stream: true })
    const messages = rest.split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      if (message.startsWith('data: ')) yield JSON.parse(message.slice(6)) as OfficeEvent
    }
  }
}
