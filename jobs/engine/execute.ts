import { faultPoint } from '../values/faults'
import { Problem } from '../values/problem'
import type { LogLevel, NewFile, RunContext, RunFunction, RunTable, StoredFile } from './define-task'
import {
  awakeMs,
  type Control,
  type Delivery,
  type InterruptReason,
  type ProgressReport,
  type Reply,
  type RunError,
} from './delivery'
import { resultText } from './result-text'

/** What a run may ask of the place it runs in. Slots answer by message, the inline runner directly. */
export type Host = {
  runs: RunTable
  putFile(bytes: Uint8Array, mediaType: string, originalName: string): Promise<StoredFile>
  putFiles(files: readonly NewFile[]): Promise<StoredFile[]>
  readFile(sha256: string): Promise<Uint8Array>
  filePath(sha256: string): string
  progress(taskId: number, progress: ProgressReport): void
  log(taskId: number, level: LogLevel, text: string): void
  ask(taskId: number, what: 'page' | 'stage', rows: unknown[]): Promise<unknown>
}

/** The soft limit passed, the task was revoked, or the office stops. */
export class Interrupted extends Error {
  constructor(readonly why: InterruptReason) {
    super(`interrupted: ${why}`)
    this.name = 'Interrupted'
  }
}

const SCREEN_INTERVAL_MS = 100
// biome-ignore lint/suspicious/noExplicitAny: the run table holds functions of all shapes
type AnyRun = RunFunction<any, any, any, any>
const loaded = new Map<string, AnyRun>()

/** The run of a name: loaded once, so that a short task costs no turn of the event loop. */
function runOf(name: string, runs: RunTable): AnyRun | Promise<AnyRun> {
  const known = loaded.get(name)
  if (known) return known
  const module = runs[name]
  if (!module) throw new Problem('engine.run_missing', { task: name }, { kind: 'internal' })
  return module().then((made) => {
    loaded.set(name, made.default)
    return made.default
  })
}

/** Tasks that run now, so that an interruption reaches their signal. */
const signals = new Map<number, AbortController>()
export function interrupt(taskId: number, why: InterruptReason): void {
  signals.get(taskId)?.abort(new Interrupted(why))
}

/**
 * Runs one delivery to its end; never throws. Answers without a promise where the run is synchronous.
 * Null: the office has taken the delivery back.
 */
export function execute(
  delivery: Delivery,
  index: number,
  control: Control,
  host: Host,
): Reply | null | Promise<Reply> {
  const startedAt = awakeMs()
  if (!control.start(index, startedAt)) return null
  const context = new Context(delivery, index, control, host)
  faultPoint('engine.run_started')
  const finish = (outcome: Reply['outcome']): Reply => {
    faultPoint('engine.run_ended')
    signals.delete(delivery.taskId)
    return { taskId: delivery.taskId, ms: awakeMs() - startedAt, progress: context.lastProgress, outcome }
  }
  const fail = (error: unknown) => finish({ ok: false, error: toRunError(error, control.interruption(index)) })
  const succeed = (value: unknown): Reply => {
    if (!delivery.resultAsJson) return finish({ ok: true, value })
    try {
      return finish({ ok: true, value: resultText(value) }) // packed here: the office only writes it
    } catch (error) {
      if (error instanceof Problem) return fail(error)
      return fail(new Problem('engine.result_not_json', { found: toRunError(error, null).params.found ?? null }))
    }
  }
  const call = (run: AnyRun): Reply | Promise<Reply> => {
    const input = delivery.inputIsJson ? JSON.parse(delivery.input as string) : delivery.input
    const output = run(input, context)
    return isThenable(output) ? Promise.resolve(output).then(succeed).catch(fail) : succeed(output)
  }
  const interruption = control.interruption(index)
  if (interruption) return fail(new Interrupted(interruption))
  try {
    const run = runOf(delivery.name, host.runs)
    return isThenable(run) ? run.then(call).catch(fail) : call(run)
  } catch (error) {
    return fail(error)
  }
}

class Context implements RunContext<unknown, unknown> {
  lastProgress: ProgressReport | null = null
  #shownAt = 0
  readonly taskId: number
  readonly attempt: number
  readonly now
  readonly zone

  constructor(
    delivery: Delivery,
    private readonly index: number,
    private readonly control: Control,
    private readonly host: Host,
  ) {
    this.taskId = delivery.taskId
    this.attempt = delivery.attempt
    this.now = delivery.now
    this.zone = delivery.zone
  }

  get signal(): AbortSignal {
    let controller = signals.get(this.taskId)
    if (!controller) {
      controller = new AbortController()
      signals.set(this.taskId, controller)
      const why = this.control.interruption(this.index)
      if (why) controller.abort(new Interrupted(why))
    }
    return controller.signal
  }

  check = (): void => {
    const why = this.control.interruption(this.index)
    if (why) throw new Interrupted(why)
  }

  progress = (current: number, total: number, status: string): void => {
    this.lastProgress = { current, total, status }
    const at = awakeMs()
    if (at - this.#shownAt >= SCREEN_INTERVAL_MS) {
      this.#shownAt = at
      this.host.progress(this.taskId, this.lastProgress)
    }
    this.check()
  }

  snooze = (seconds: number): never => {
    throw new Problem('engine.snoozed', { seconds })
  }

  log = (level: LogLevel, text: string): void => this.host.log(this.taskId, level, String(text).slice(0, LONGEST_STACK))
  putFile = (bytes: Uint8Array, mediaType: string, name: string) => this.host.putFile(bytes, mediaType, name)
  putFiles = (given: readonly NewFile[]) => this.host.putFiles(given)
  readFile = (sha256: string) => this.host.readFile(sha256)
  filePath = (sha256: string) => this.host.filePath(sha256)

  page = async (): Promise<unknown[] | null> => {
    this.check()
    return (await this.host.ask(this.taskId, 'page', [])) as unknown[] | null
  }

  stage = async (rows: unknown[]): Promise<void> => {
    this.check()
    await this.host.ask(this.taskId, 'stage', rows)
  }
}

const isThenable = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENETDOWN',
])

/** What was thrown, in plain data. Network errors count as transient, everything else only where it says so. */
export function toRunError(error: unknown, interruption: InterruptReason | null): RunError {
  try {
    return readError(error, interruption)
  } catch {
    // Even asking what it is can throw: a proxy, a getter.
    const params = { found: 'a thrown object that cannot be read' }
    return { code: 'engine.task_threw', params, transient: false, stack: null, interrupted: false }
  }
}

const LONGEST_STACK = 8000

function readError(error: unknown, interruption: InterruptReason | null): RunError {
  if (error instanceof Interrupted || (interruption && isAbort(error)))
    return {
      code: `engine.${error instanceof Interrupted ? error.why : interruption}`,
      params: {},
      transient: false,
      stack: null,
      interrupted: true,
    }
  if (error instanceof Problem)
    return {
      code: error.code,
      params: error.params,
      transient: error.transient,
      // Its words say what is wrong; where in the code that was found out helps only where the code itself is.
      stack: error.kind === 'internal' ? stackOf(error) : null,
      interrupted: false,
    }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const found = error instanceof Error ? String(error.message) : typeof error === 'string' ? error : describe(error)
  return {
    code: 'engine.task_threw',
    params: { found: found.slice(0, 500) || 'an error without a message' },
    transient: TRANSIENT_CODES.has(code),
    stack: error instanceof Error ? stackOf(error) : null,
    interrupted: false,
  }
}

/** A message of megabytes is in the stack too. */
const stackOf = (error: Error): string | null =>
  typeof error.stack === 'string' ? error.stack.slice(0, LONGEST_STACK) : null

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError'

function describe(value: unknown): string {
  try {
    return `a thrown ${value === null ? 'null' : typeof value}: ${String(value)}`
  } catch {
    return `a thrown ${typeof value}`
  }
}
