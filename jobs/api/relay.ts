import { Problem } from '../values/problem'
import { eventsOf } from './cli/attached'
import { Refused } from './cli/client'
import type { RunningOffice } from './cli/running-office'
import { methodOf } from './contract'
import { type ApiError, toApiError } from './errors'
import { FileAnswer } from './method'
import { fetchFile, jsonOf } from './over-http'
import type { OfficePort } from './port'
import { WAITS_HEADER } from './waiting'

type Asked = { id: number; method: string; input: unknown; waits?: string }
type Cancel = { cancel: number }
type Handed = { id: number; upload: { name: string; type: string; bytes: ArrayBuffer | Uint8Array } }

/**
 * Serves a window over its port from an office that another process runs. What the window asks goes on over loopback, in
 * a session of its own as a browser's: an office of several people starts locked here too.
 */
export async function relayPort(running: RunningOffice, port: OfficePort): Promise<void> {
  const headers = { cookie: await cookieOf(running), origin: running.address }
  const ending = new AbortController()
  const waited = new Map<number, AbortController>()
  port.on('message', async ({ data }) => {
    const asked = data as Asked | Handed | Cancel // the window's own client made it; the office checks what is in it
    if ('cancel' in asked) return waited.get(asked.cancel)?.abort()
    const calledOff = new AbortController()
    waited.set(asked.id, calledOff)
    try {
      port.postMessage({ id: asked.id, output: await answerTo(running, headers, asked, calledOff.signal) })
    } catch (error) {
      port.postMessage({ id: asked.id, error: error instanceof Refused ? error.error : interrupted() })
    } finally {
      waited.delete(asked.id)
    }
  })
  port.on('close', () => ending.abort())
  void passEvents(running, headers, port, ending.signal).catch(() => undefined) // no office answers; the process follows it
  port.start()
}

const interrupted = (): ApiError => toApiError(new Problem('office.interrupted', {}, { kind: 'unavailable' }))

/** A session over the one-time link that the token may ask for. */
async function cookieOf({ address, token }: RunningOffice): Promise<string> {
  const link = await fetch(`${address}/api/session/link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  const { url } = (await link.json()) as { url: string }
  const opened = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ once: url.split('/').at(-1) }),
  })
  await opened.arrayBuffer()
  return (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function answerTo(
  { address }: RunningOffice,
  headers: Record<string, string>,
  asked: Asked | Handed,
  signal: AbortSignal,
): Promise<unknown> {
  if ('upload' in asked) {
    const { name, type, bytes } = asked.upload
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
    return jsonOf(await fetch(`${address}/api/imports/files`, { method: 'POST', headers, body: form }))
  }
  const { method, input, waits } = asked
  if (methodOf(method)?.output === FileAnswer) {
    const waiting = waits === undefined ? {} : { [WAITS_HEADER]: waits }
    return fetchFile(address, { ...headers, ...waiting }, method, input, signal)
  }
  return jsonOf(
    await fetch(`${address}/api/rpc/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    }),
  )
}

/** As in a browser: each time the stream begins, the window hears that it has to ask for what it may have missed. */
async function passEvents(
  { address }: RunningOffice,
  headers: Record<string, string>,
  port: OfficePort,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(`${address}/api/events`, { headers, signal })
    if (!answer.ok || !answer.body) return
    port.postMessage({ event: { type: 'connected' } })
    await passOn(answer.body, port).catch(() => undefined) // cut off; where the office has ended, nobody answers now
  }
}

async function passOn(body: ReadableStream<Uint8Array>, port: OfficePort): Promise<void> {
  for await (const event of eventsOf(body)) port.postMessage({ event })
}
