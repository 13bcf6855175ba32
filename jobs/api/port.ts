import { z } from 'zod'
import { asProblem, toApiError } from './errors'
import type { Router } from './router'
import { mayHear, openSession } from './session'

/** A MessagePort as Electron's utility process sees it. */
export type OfficePort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

const Call = z.object({ id: z.number(), method: z.string(), input: z.unknown() })

/**
 * Serves one window over its port: calls are answered by number, events come in between. The port is the window's
 * session, which ends with it.
 */
export function servePort(router: Router, port: OfficePort): void {
  const session = openSession(router.office)
  port.on('message', async ({ data }) => {
    const call = Call.safeParse(data)
    if (!call.success) return
    const { id, method, input } = call.data
    try {
      port.postMessage({ id, output: await router.call(method, input, await router.callerIn(session, method)) })
    } catch (error) {
      port.postMessage({ id, error: toApiError(asProblem(error, router.log, method)) })
    }
  })
  const stop = router.onEvent((event) => {
    if (mayHear(router.office, session)) port.postMessage({ event })
  })
  port.on('close', stop)
  port.start()
}
