import { damageProblem, isDamage, noteDamage } from '../../db/damage'
import type { OfficeEvent } from '../engine/write'
import type { Log } from '../shared/log'
import { didYouMean } from '../values/nearest'
import { Problem } from '../values/problem'
import { mayCall } from '../values/roles'
import { type AnyMethod, contract, isTestMethod, methodOf } from './contract'
import { asProblem } from './errors'
import { handlers } from './handlers'
import { inputProblem } from './input-problems'
import { MISSING_METHODS, notBuilt } from './not-built'
import type { Caller, Handler, Office } from './office'
import { callerIn, type Session } from './session'

export type Router = {
  readonly office: Office
  readonly log: Log
  /** Refuses a method that there is not, or that the caller's role may not call. */
  admit(method: string, caller: Caller): AnyMethod
  /** Who calls a method from a window; refuses a locked one. */
  callerIn(session: Session, method: string): Promise<Caller>
  /** Answers a method; what it throws is always a `Problem`. */
  call(method: string, input: unknown, caller: Caller): Promise<unknown>
  /** What changes, in whatever office stands here; answers with how to stop listening. */
  onEvent(listener: (event: OfficeEvent) => void): () => void
}

/** Where the office of the moment is found: one can follow another in the same folder (`reopening.ts`). */
export type OfficePlace = {
  readonly office: Office
  during<T>(work: (office: Office) => T | Promise<T>): Promise<T>
  onEvent(listener: (event: OfficeEvent) => void): () => void
}

const onlyOffice = (office: Office): OfficePlace => ({
  office,
  during: async (work) => work(office),
  onEvent: (listener) => office.engine.onEvent(listener),
})

/** The one way in: every transport (window, loopback, command line) calls methods here. */
export function createRouter(place: Office | OfficePlace, log: Log): Router {
  const held = 'during' in place ? place : onlyOffice(place)
  const admit = (name: string, caller: Caller): AnyMethod => {
    const method = methodOf(name)
    if (!method || (isTestMethod(name) && !held.office.testMode)) throw unknownMethod(name)
    if (!mayCall(caller.role, method.role))
      throw new Problem('api.forbidden', { role: caller.role, needed: method.role }, { kind: 'forbidden' })
    return method
  }
  return {
    get office() {
      return held.office
    },
    log,
    admit,
    callerIn: (session, method) => held.during((office) => callerIn(office, session, method)),
    onEvent: (listener) => held.onEvent(listener),
    async call(name, input, caller) {
      const method = admit(name, caller)
      const checked = method.input.safeParse(input ?? {})
      if (!checked.success) throw inputProblem(checked.error, input ?? {})
      let answer: unknown
      try {
        answer = await held.during((office) => handlerOf(name)(office, checked.data, caller))
      } catch (error) {
        throw asProblem(damageIn(held, error), log, name)
      }
      const promised = method.output.safeParse(answer)
      if (promised.success) return promised.data
      const found = promised.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      throw asProblem(new Error(`the answer of ${name} is not what was promised: ${found}`), log, name)
    },
  }
}

/** A page that cannot be read is told as what it is, and health knows of it from then on. */
function damageIn(held: OfficePlace, error: unknown): unknown {
  if (!isDamage(error)) return error
  noteDamage(held.office.db)
  return damageProblem(held.office.folder, error)
}

function handlerOf(name: string): Handler<unknown, unknown> {
  // Checked where the table is made: every handler takes what its method's schema gives.
  return (handlers as unknown as Record<string, Handler<unknown, unknown>>)[name] as Handler<unknown, unknown>
}

function unknownMethod(name: string): Problem {
  const missing = Object.hasOwn(MISSING_METHODS, name) ? MISSING_METHODS[name] : undefined
  if (missing) return notBuilt(missing)
  const known = Object.keys(contract).filter((one) => !isTestMethod(one))
  return new Problem('api.unknown_method', { method: name, near: didYouMean(name, known) }, { kind: 'not_found' })
}
