import type { RunContext } from '../engine/define-task'
import { addressFault } from '../values/email'
import type { Reason } from '../values/problem'

export type SendEmailArgs = { subject: string; message: string; recipient_list: string[]; from_email: string | null }
export type CheckedRecipients = { good: string[]; bad: { found: string; reason: Reason }[] }

/** Sorts the recipients: each good address once, each bad one with its reason. */
export default function checkRecipients({ recipient_list }: SendEmailArgs, ctx: RunContext): CheckedRecipients {
  const good = new Map<string, string>()
  const bad: CheckedRecipients['bad'] = []
  for (const entry of recipient_list) {
    ctx.check()
    const address = entry.trim()
    const reason = addressFault(address)
    if (reason) bad.push({ found: entry, reason })
    else if (!good.has(address.toLowerCase())) good.set(address.toLowerCase(), address)
  }
  return { good: [...good.values()], bad }
}
