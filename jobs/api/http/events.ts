import type { ServerResponse } from 'node:http'
import type { OfficeEvent } from '../../engine/write'
import { hearing } from '../session'

/** A proxy or a sleeping tab closes a silent stream; a comment line keeps it open. */
const HEARTBEAT_MS = 25_000
/** A listener that does not read is let go before it fills the office's memory; it comes back by itself. */
const MAX_UNREAD_BYTES = 1_000_000

export type EventStreams = {
  /** `mayHear` is asked at each event: a locked window keeps its stream, which is silent until it is unlocked (`hearing`). */
  add(response: ServerResponse, mayHear: () => boolean): void
  close(): void
}

const dataOf = (event: OfficeEvent): string => `data: ${JSON.stringify(event)}\n\n`

/** Server-sent events. An office without listeners keeps no timer and formats nothing. */
export function createEventStreams(onEvent: (listener: (event: OfficeEvent) => void) => () => void): EventStreams {
  const streams = new Map<ServerResponse, ReturnType<typeof hearing>>()
  let timer: NodeJS.Timeout | null = null
  let stopListening: (() => void) | null = null

  const send = (stream: ServerResponse, text: string) => {
    if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy()
    else stream.write(text)
  }
  const beat = () => {
    for (const stream of [...streams.keys()]) send(stream, ':\n\n')
  }
  const tell = (event: OfficeEvent) => {
    const text = dataOf(event)
    for (const [stream, hear] of [...streams]) {
      const heard = hear(event)
      if (heard) send(stream, heard === event ? text : dataOf(heard))
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
      streams.set(response, hearing(mayHear))
      response.on('close', () => remove(response))
      timer ??= setInterval(beat, HEARTBEAT_MS)
      stopListening ??= onEvent(tell)
    },
    close() {
      for (const stream of [...streams.keys()]) {
        stream.end()
        remove(stream)
      }
    },
  }
}
