import type { TaskLine } from '../../engine/monitor'
import type { Reason } from '../../values/problem'
import { mayCall } from '../../values/roles'
import { wordReason } from '../../words'
import type { Role } from '../method'
import type { Caller, Office } from '../office'

/** The weakest role that sees to whom a mail goes and what it says, in the outbox (`outbox.list`) and in its task. */
const SEES_MAIL: Role = 'clerk'

/** Why a caller does not see what a task was given, brought about and said; null where it does. */
export function withheldFrom({ role }: Caller, office: Office, task: string): Reason | null {
  if (mayCall(role, SEES_MAIL)) return null
  const definition = office.engine.definition(task)
  // What another version enqueued may be anything.
  return !definition || definition.isPersonal ? { code: 'tasks.withheld', params: { role } } : null
}

/** A reason in words for whoever asks; of a task whose words may name people the code alone, with why it is no more. */
export function reasonFor(caller: Caller, office: Office, task: string, reason: Reason | null) {
  if (reason === null) return null
  return { code: reason.code, ...wordReason(withheldFrom(caller, office, task) ?? reason) }
}

/** A task as the API shows it to whoever asks. */
export const lineFor = (caller: Caller, office: Office, line: TaskLine) => ({
  ...line,
  error: reasonFor(caller, office, line.task, line.error),
})
