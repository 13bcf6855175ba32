/** What kind of refusal a problem is. The transports translate it (HTTP: 400, 401, 403, 404, 409, 413, 422, 429, 501, 503, 500). */
export type ProblemKind =
  | 'malformed'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'invalid'
  | 'too_many'
  | 'not_built'
  | 'unavailable'
  | 'internal'

export type Params = Record<string, string | number | boolean | null>

/** A reason as it is stored: a code and what fills its sentence. It is worded only where it is shown (`jobs/words.ts`). */
export type Reason = { code: string; params: Params }

/**
 * The one error class of the project: a reason with a code (`area.what_is_wrong`), the parameters of its sentence, and
 * what kind of refusal it is. `transient` marks what may succeed when tried again (a server that did not answer).
 */
export class Problem extends Error {
  readonly code: string
  readonly params: Params
  readonly kind: ProblemKind
  readonly transient: boolean
  /** Machine-readable particulars for the API's `details`. */
  readonly details: unknown

  constructor(
    code: string,
    params: Params = {},
    options: { kind?: ProblemKind; transient?: boolean; details?: unknown; cause?: unknown } = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.kind = options.kind ?? 'invalid'
    this.transient = options.transient ?? false
    this.details = options.details ?? null
  }

  get reason(): Reason {
    return { code: this.code, params: this.params }
  }
}

/** A sentence and what to do about it, in the administrator's words. `{name}` stands for a parameter. */
export type Wording = { message: string; fix: string }

/** Every area words its own codes: `jobs/<area>/words.ts`. */
export type Words = Record<string, Wording>
