import type { Input, MethodName, OfficeEvent, Output } from '../../jobs/api/contract'

import { overPort } from './over-port'

export type OfficeFile = { fileName: string; mediaType: string; bytes?: Uint8Array | undefined }
export type FileMethod = Extract<MethodName, `exports.${string}` | `imports.${string}` | `pay${string}`>

export type Client = {
  transport: 'MessagePort' | 'HTTP'
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  /**
   * A file of the office, whole: nothing is saved before all of it is here. `path` is where it lies over HTTP; under `waits`
   * the office tells how far it is (`file_progress`), and `signal` calls it off.
   */
  file(
    method: FileMethod,
    input: object,
    path: string,
    waiting: { waits: string; signal: AbortSignal },
  ): Promise<OfficeFile>
  /** Stores a file with the office (up to 50 MB); what comes back is what `imports.create` takes. */
  upload(file: File): Promise<Output<'imports.upload'>>
  onEvent(listener: (event: OfficeEvent) => void): () => void
}

/** A refusal of the office, already in words. */
export class Refused extends Error {
  readonly code: string
  readonly fix: string
  readonly details: unknown
  constructor(error: { code: string; message: string; fix: string; details?: unknown }) {
    super(error.message)
    this.code = error.code
    this.fix = error.fix
    this.details = error.details
  }

  /** What is wrong with one field of what was sent, in words; null where it is not that field. */
  wrongWith(field: string): string | null {
    const { details } = this
    if (typeof details !== 'object' || details === null) return null
    if ('field' in details && details.field === field) return `${this.message} ${this.fix}`
    const problems: FieldProblem[] = 'problems' in details && Array.isArray(details.problems) ? details.problems : []
    return problems.find(({ where }) => where === field)?.fix ?? null
  }
}

type FieldProblem = { where: string; fix: string }

/** The office this page belongs to: over its MessagePort in the desktop shell, over loopback in a browser. */
export const connect = (): Promise<Client> => (window.location.protocol === 'app:' ? overPort() : overHttp())

/** How long a refused stream is left alone before it is tried again: so long at first, then twice as long each time. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

async function overHttp(): Promise<Client> {
  const once = new URLSearchParams(window.location.hash.slice(1)).get('once')
  if (once) {
    history.replaceState(null, '', '/#/')
    await post('/api/session', { once }).catch(() => undefined) // a used link: the first call says so in words
  }
  // A refused stream stays closed by itself, as of an office that was started again. Another tab may open the session for
  // this one too: any answer says so, and where nothing is asked the stream is tried again.
  const refused = new Set<() => void>()
  return {
    transport: 'HTTP',
    async call(method, input) {
      const answer = await post(`/api/rpc/${method}`, input)
      for (const listenAgain of refused) listenAgain()
      return answer as never
    },
    async file(_method, _input, path, { waits, signal }) {
      const answer = await fetch(path, { signal, headers: { 'x-daybook-waits': waits } })
      if (!answer.ok) await answerOf(answer)
      const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
      return {
        fileName: decodeURIComponent(named ?? 'file'),
        mediaType: answer.headers.get('content-type') ?? 'application/octet-stream',
        bytes: new Uint8Array(await answer.arrayBuffer()),
      }
    },
    async upload(file) {
      const form = new FormData()
      form.set('file', file, file.name)
      return answerOf(await fetch('/api/imports/files', { method: 'POST', body: form })) as Promise<never>
    },
    onEvent(listener) {
      let source: EventSource
      let waiting: ReturnType<typeof setTimeout> | undefined
      let wait = FIRST_WAIT_MS
      const listen = () => {
        clearTimeout(waiting)
        refused.delete(listen)
        source = new EventSource('/api/events')
        source.onmessage = (message) => listener(JSON.parse(message.data))
        source.onopen = () => {
          wait = FIRST_WAIT_MS
          // Back after a pause: whatever was missed is asked for again.
          listener({ type: 'connected' })
        }
        source.onerror = () => {
          if (source.readyState !== EventSource.CLOSED) return // it comes back by itself
          refused.add(listen)
          clearTimeout(waiting)
          waiting = setTimeout(listen, wait)
          wait = Math.min(2 * wait, LONGEST_WAIT_MS)
        }
      }
      listen()
      return () => {
        clearTimeout(waiting)
        refused.delete(listen)
        source.close()
      }
    },
  }
}

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf(answer)
}

async function answerOf(answer: Response): Promise<unknown> {
  const read = await answer.json()
  if (!answer.ok) throw new Refused(read.error)
  return read
}
