import type { Keyring } from '../shared/keyring'
import type { OfficePort } from './port'
import type { FromOffice, ToOffice } from './shell-channel'

/** What Electron's utility process has of Electron: a port to the main process. Nothing here imports Electron. */
export type ParentPort = {
  on(event: 'message', listener: (event: { data: ToOffice; ports: OfficePort[] }) => void): void
  postMessage(message: FromOffice): void
}

/** A keyring that asks its user for a password may never answer; the office opens without it, and uses the key file. */
const KEYRING_MS = 15_000

/** The keyring of the main process, asked over its port. */
export function keyringOver(parent: ParentPort): Keyring {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>()
  let next = 1
  parent.on('message', ({ data }) => {
    if (data.type !== 'keyring_answer') return
    waiting.get(data.id)?.(data.bytes)
    waiting.delete(data.id)
  })
  const ask = (what: 'seal' | 'unseal', bytes: Uint8Array) =>
    new Promise<Uint8Array | null>((resolve) => {
      const id = next++
      const timer = setTimeout(() => resolve(null), KEYRING_MS)
      waiting.set(id, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      parent.postMessage({ type: 'keyring', id, ask: what, bytes })
    })
  return { seal: (key) => ask('seal', key), unseal: (sealed) => ask('unseal', sealed) }
}
