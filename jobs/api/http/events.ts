import type { ServerResponse } from 'node:http'
import type { OfficeEvent } from '../../engine/write'

/** A proxy or a sleeping tab closes a silent stream; a comment line keeps it open. */
const HEARTBEAT_MS = 25_000
/** A listener that does not read is let go before it fills the office's memory; it comes back by itself. */
const MAX_UNREAD_BYTES = 1_000_000

export type EventStreams = {
  /** `mayHear` is asked at each event: a locked window keeps its stream, which is silent until it is unlocked. */
  add(response: ServerResponse, mayHear: () => boolean): void
  close(): void
}

/** Server-sent events. An office without listeners keeps no timer and formats nothing. */
export function createEventStreams(onEvent: (listener: (event: OfficeEvent) => void) => () => void): EventStreams {
  const streams = new Map<ServerResponse, () => boolean>()
  let timer: NodeJS.Timeout | null = null
  let stopListening: (() => void) | null = null

  const send = (text: string, isEvent: boolean) => {
    for (const [stream, mayHear] of [...streams]) {
      if (isEvent && !mayHear()) continue
      if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy()
      else stream.write(text)
    }
  }
  const remove = (stream: ServerResponse) => {
    streams.delete(stream)
    if (streams.size > 0) return
    if (timer) clearInterval(timer)
    timer = null
    stopListening?.()
    stopListening = null
  }

  return {
    add(response, mayHear) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      response.write(':\n\n')
      streams.set(response, mayHear)
      response.on('close', () => remove(response))
      timer ??= setInterval(() => send(':\n\n', false), HEARTBEAT_MS)
      stopListening ??= onEvent((event) => send(`data: ${JSON.stringify(event)}\n\n`, true))
    },
    close() {
      for (const stream of [...streams.keys()]) {
        stream.end()
        remove(stream)
      }
    },
  }
}
