import type { Input, MethodName, OfficeEvent, Output } from '../../jobs/api/contract'

export type Client = {
  transport: 'MessagePort' | 'HTTP'
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  /** Stores a file with the office (up to 50 MB); what comes back is what `imports.create` takes. */
  upload(file: File): Promise<Output<'imports.upload'>>
  onEvent(listener: (event: OfficeEvent) => void): () => void
}

/** A refusal of the office, already in words. */
export class Refused extends Error {
  readonly code: string
  readonly fix: string
  constructor(error: { code: string; message: string; fix: string }) {
    super(error.message)
    this.code = error.code
    this.fix = error.fix
  }
}

/** The office this page belongs to: over its MessagePort in the desktop shell, over loopback in a browser. */
export async function connect(): Promise<Client> {
  return window.location.protocol === 'app:' ? overPort(await officePort()) : overHttp()
}

function officePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener('message', function listen(event) {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'office-port' || !port) return
      window.removeEventListener('message', listen)
      resolve(port)
    })
  })
}

function overPort(port: MessagePort): Client {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const listeners = new Set<(event: OfficeEvent) => void>()
  let next = 1
  port.onmessage = ({ data }) => {
    if (data.event) for (const listener of listeners) listener(data.event)
    else if (data.error) waiting.get(data.id)?.reject(new Refused(data.error))
    else waiting.get(data.id)?.resolve(data.output)
    waiting.delete(data.id)
  }
  return {
    transport: 'MessagePort',
    call: (method, input) =>
      new Promise((resolve, reject) => {
        const id = next++
        // The office checked its answer against the method's schema.
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        port.postMessage({ id, method, input })
      }),
    upload: async (file) => {
      const bytes = await file.arrayBuffer()
      return new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        port.postMessage({ id, upload: { name: file.name, type: file.type, bytes } })
      })
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function overHttp(): Promise<Client> {
  const once = new URLSearchParams(window.location.hash.slice(1)).get('once')
  if (once) {
    history.replaceState(null, '', '/#/')
    await post('/api/session', { once }).catch(() => undefined) // a used link: the first call says so in words
  }
  return {
    transport: 'HTTP',
    call: (method, input) => post(`/api/rpc/${method}`, input) as Promise<never>,
    async upload(file) {
      const form = new FormData()
      form.set('file', file, file.name)
      return answerOf(await fetch('/api/imports/files', { method: 'POST', body: form })) as Promise<never>
    },
    onEvent(listener) {
      const source = new EventSource('/api/events')
      source.onmessage = (message) => listener(JSON.parse(message.data))
      // Back after a pause: whatever was missed is asked for again.
      source.onopen = () => listener({ type: 'connected' })
      return () => source.close()
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
