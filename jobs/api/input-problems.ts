import type { z } from 'zod'
import { wordIssue } from '../engine/word-issue'
import { Problem } from '../values/problem'

/** The problem of an input that its schema refused; all its findings stand in `details.problems`. */
export function inputProblem(error: z.ZodError, input: unknown): Problem {
  const problems = error.issues.map((issue) => wordIssue(issue, input))
  const [first] = problems
  const rest = problems.length - 1
  return new Problem(
    'api.invalid_input',
    {
      where: first?.where ?? 'the input',
      found: first?.found ?? 'something else',
      expected: first?.expected ?? 'what the method takes',
      more: rest > 0 ? ` (and ${rest} more)` : '',
      mend: first?.fix ?? 'Change it.',
    },
    { kind: 'invalid', details: { problems } },
  )
}
