import { z } from 'zod'
import { Problem } from '../values/problem'
import { methodOf } from './contract'
import { asProblem, toApiError } from './errors'
import { MAX_UPLOAD_BYTES } from './limits'
import { FileAnswer } from './method'
import type { Router } from './router'
import { hearing, mayHear, openSession, type Session } from './session'
import { waitingFor } from './waiting'

/** A MessagePort as Electron's utility process sees it. */
export type OfficePort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

/** `waits`: under which key the window hears how far a file is. */
const Call = z.object({ id: z.number(), method: z.string(), input: z.unknown(), waits: z.string().max(100).optional() })

/** The window does not wait any more for what it asked under that number. */
const Cancel = z.object({ cancel: z.number() })

/** A file that the window hands over; what comes back is what a method takes as an uploaded file. */
const Upload = z.object({
  id: z.number(),
  upload: z.object({
    name: z.string().max(1000),
    type: z.string().max(200),
    bytes: z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]),
  }),
})
const MIB = 1024 * 1024

/**
 * Serves one window over its port: calls are answered by number, events come in between. The port is the window's
 * session, which ends with it.
 */
export function servePort(router: Router, port: OfficePort): void {
  const session = openSession(router.office)
  const waited = new Map<number, AbortController>()
  port.on('message', async ({ data }) => {
    const file = Upload.safeParse(data)
    if (file.success) return void takeIn(router, port, session, file.data)
    const cancel = Cancel.safeParse(data)
    if (cancel.success) return waited.get(cancel.data.cancel)?.abort()
    const call = Call.safeParse(data)
    if (!call.success) return
    const { id, method, input, waits } = call.data
    const calledOff = new AbortController()
    waited.set(id, calledOff)
    try {
      const caller = await router.callerIn(session, method)
      const waiting = waitingFor(router.office, waits, calledOff.signal)
      const output = await router.call(method, input, { ...caller, waiting })
      port.postMessage({
        id,
        output: methodOf(method)?.output === FileAnswer ? await withBytes(router, output) : output,
      })
    } catch (error) {
      port.postMessage({ id, error: toApiError(asProblem(error, router.log, method)) })
    } finally {
      waited.delete(id)
    }
  })
  const hear = hearing(() => mayHear(router.office, session))
  const stop = router.onEvent((event) => {
    const heard = hear(event)
    if (heard) port.postMessage({ event: heard })
  })
  port.on('close', () => {
    stop()
    for (const calledOff of waited.values()) calledOff.abort()
  })
  port.start()
}

/** A window has no path to fetch from: a stored file's bytes travel with the answer. */
async function withBytes(router: Router, output: unknown): Promise<FileAnswer> {
  const file = FileAnswer.parse(output)
  return file.sha256 ? { ...file, bytes: new Uint8Array(await router.office.files.read(file.sha256)) } : file
}

/** Stored by its content as an upload over HTTP is, under the same limit and the same role. */
async function takeIn(
  router: Router,
  port: OfficePort,
  session: Session,
  { id, upload: { name, type, bytes } }: z.infer<typeof Upload>,
): Promise<void> {
  try {
    const caller = await router.callerIn(session, 'imports.upload')
    if (bytes.byteLength > MAX_UPLOAD_BYTES)
      throw new Problem('api.too_large', { what: name, limit: `${MAX_UPLOAD_BYTES / MIB} MB` }, { kind: 'too_large' })
    const stored = await router.office.files.put(new Uint8Array(bytes), type || 'application/octet-stream', name)
    const file = { sha256: stored.sha256, size: stored.size, originalName: stored.originalName }
    port.postMessage({ id, output: await router.call('imports.upload', { file }, caller) })
  } catch (error) {
    port.postMessage({ id, error: toApiError(asProblem(error, router.log, 'imports.upload')) })
  }
}
