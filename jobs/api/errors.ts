import { randomBytes } from 'node:crypto'
import type { Log } from '../shared/log'
import { Problem, type ProblemKind } from '../values/problem'
import { wordReason } from '../words'

/** What leaves the office when something is refused: worded, without a stack. */
export type ApiError = { code: string; message: string; fix: string; details: unknown }

const STATUS: Record<ProblemKind, number> = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  too_many: 429,
  not_built: 501,
  unavailable: 503,
  internal: 500,
}

export const httpStatusOf = (problem: Problem): number =>
  problem.code === 'api.media_type' ? 415 : STATUS[problem.kind]

export function toApiError(problem: Problem): ApiError {
  const { message, fix } = wordReason(problem.reason)
  const details = problem.details ?? (Object.keys(problem.params).length > 0 ? problem.params : null)
  return { code: problem.code, message, fix, details }
}

/**
 * Whatever was thrown, as a problem. What nobody foresaw becomes “internal” with a number; the log has the stack under
 * the same number, and only the log.
 */
export function asProblem(error: unknown, log: Log, doing: string): Problem {
  if (error instanceof Problem) return error
  const errorId = `E-${randomBytes(4).toString('hex')}`
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.write('error', 'internal error', { error_id: errorId, doing, trace })
  return new Problem('internal', { error_id: errorId }, { kind: 'internal', cause: error })
}
