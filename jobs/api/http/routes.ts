import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Waiting } from '../../values/waiting'
import { type AnyMethod, contract, isTestMethod, methodOf } from '../contract'
import { FileAnswer, type RestPath } from '../method'
import { MISSING_PATHS, notBuilt } from '../not-built'
import type { Caller } from '../office'
import type { Router } from '../router'
import { WAITS_HEADER, waitingFor } from '../waiting'
import { sendFile } from './answer'
import { mergeInput } from './merge'
import { readUpload } from './upload'

/** Who asks for a method; refuses a locked session. */
type CallerOf = (request: FastifyRequest, method: string) => Promise<Caller>

/** The REST paths of every method, `POST /api/rpc/:method`, and what is not built yet. */
export function addRoutes(app: FastifyInstance, router: Router, callerOf: CallerOf): void {
  for (const [name, method] of restMethods(router)) {
    for (const rest of method.rest ?? []) {
      app.route({
        method: rest.verb,
        url: rest.path,
        handler: async (request, reply) => {
          const caller = await callerOf(request, name)
          router.admit(name, caller) // before a file is read that this caller may not give
          const body = rest.upload ? await readUpload(request, router.office) : request.body
          const input = mergeInput(request.params, request.query, body)
          const asking =
            method.output === FileAnswer ? { ...caller, waiting: waitingOn(request, reply, router) } : caller
          return sendAnswer(reply, router, method, await router.call(name, input, asking), rest)
        },
      })
    }
  }
  app.post('/api/rpc/:method', async (request: FastifyRequest<{ Params: { method: string } }>, reply) => {
    const name = request.params.method
    const answer = await router.call(name, request.body ?? {}, await callerOf(request, name))
    return sendAnswer(reply, router, methodOf(name), answer)
  })
  const built = new Set(restMethods(router).flatMap(([, method]) => (method.rest ?? []).map(routeKey)))
  for (const missing of MISSING_PATHS) {
    if (built.has(routeKey(missing))) continue
    app.route({
      method: missing.verb,
      url: missing.path,
      handler: () => {
        throw notBuilt(missing)
      },
    })
  }
}

/** Whoever goes away before the answer has come does not wait for it. */
function waitingOn(request: FastifyRequest, reply: FastifyReply, router: Router): Waiting {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const key = request.headers[WAITS_HEADER]
  return waitingFor(router.office, typeof key === 'string' ? key.slice(0, 100) : undefined, gone.signal)
}

/** An office outside test mode has none of the test paths. */
export function restMethods(router: Router): [string, AnyMethod][] {
  const names = Object.keys(contract).filter((name) => router.office.testMode || !isTestMethod(name))
  return names.map((name) => [name, methodOf(name) as AnyMethod])
}

const routeKey = (rest: { verb: string; path: string }) => `${rest.verb} ${rest.path.replace(/:\w+/g, ':')}`

function sendAnswer(
  reply: FastifyReply,
  router: Router,
  method: AnyMethod | null,
  answer: unknown,
  rest?: RestPath,
): unknown {
  if (method?.output === FileAnswer && rest) return sendFile(reply, FileAnswer.parse(answer), router.office)
  if (rest) reply.code(method?.statusOf?.(answer) ?? rest.status ?? 200)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer ?? null))
}
