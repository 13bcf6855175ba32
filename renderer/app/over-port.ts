import { words } from '../words/en'
import { bridge } from './bridge'
import { type Client, Refused } from './client'

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void }
type Asked =
  | { method: string; input: unknown; waits?: string }
  | { upload: { name: string; type: string; bytes: ArrayBuffer } }
type Call = Asked & { id: number }
type Listener = Parameters<Client['onEvent']>[0]

const interrupted = () => new Refused({ code: 'office.interrupted', ...words.officeEnded.interrupted })

/**
 * The office over the ports that the shell sends: one at first, and another each time the office was started again. A call
 * the old office took and never answered is refused in words, never repeated: it may have been done.
 */
export function overPort(): Promise<Client> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<Listener>()
  let port: MessagePort | null = null
  let held: Call[] = []
  let next = 1

  const giveUp = () => {
    port?.close()
    port = null
    const sent = [...waiting].filter(([id]) => !held.some((call) => call.id === id))
    for (const [id, call] of sent) {
      waiting.delete(id)
      call.reject(interrupted())
    }
  }

  const take = (fresh: MessagePort) => {
    const isAgain = next > 1
    giveUp()
    port = fresh
    fresh.onmessage = ({ data }) => {
      if (data.event) for (const listener of listeners) listener(data.event)
      else if (data.error) waiting.get(data.id)?.reject(new Refused(data.error))
      else waiting.get(data.id)?.resolve(data.output)
      waiting.delete(data.id)
    }
    for (const call of held.splice(0)) fresh.postMessage(call)
    // Back after a pause: whatever was missed is asked for again.
    if (isAgain) for (const listener of listeners) listener({ type: 'connected' })
  }

  bridge()?.onOffice(({ state }) => {
    if (state === 'restarting' || state === 'stopped') giveUp()
    if (state !== 'stopped') return
    for (const { id } of held) waiting.get(id)?.reject(interrupted())
    held = []
  })

  const ask = <Answer>(asked: Asked, signal?: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call: Call = { id: next++, ...asked }
      signal?.addEventListener('abort', () => port?.postMessage({ cancel: call.id }), { once: true })
      // The office checked its answer against the method's schema.
      waiting.set(call.id, { resolve: resolve as (value: unknown) => void, reject })
      if (port) port.postMessage(call)
      else held.push(call)
    })

  const client: Client = {
    transport: 'MessagePort',
    call: (method, input) => ask({ method, input }),
    file: (method, input, _path, { waits, signal }) => ask({ method, input, waits }, signal),
    upload: async (file) => ask({ upload: { name: file.name, type: file.type, bytes: await file.arrayBuffer() } }),
    onEvent: (listener) => {
      listeners.add(listener)
      // What happened between the first questions and now was told to nobody.
      listener({ type: 'connected' })
      return () => listeners.delete(listener)
    },
  }
  return new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      const [fresh] = event.ports
      if (event.source !== window || event.data !== 'office-port' || !fresh) return
      take(fresh)
      resolve(client)
    })
  })
}
