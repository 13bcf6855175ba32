import type { RunContext } from '../engine/define-task'
import type { Wording } from '../values/problem'
import { type Instant, wallClock } from '../values/time'

export type DigestInput = {
  office: string
  failures: { noticeId: number; at: Instant; taskId: number; task: string; wording: Wording | null }[]
}
export type DigestLetter = { subject: string; text: string; lastNoticeId: number; told: number }

/** The digest's words; null where nothing has failed. Oldest first, each with its time, its reason and its way out. */
export default function writeDigest({ office, failures }: DigestInput, ctx: RunContext): DigestLetter | null {
  const last = failures[failures.length - 1]
  if (!last) return null
  const count = failures.length === 1 ? 'A task has failed' : `${failures.length} tasks have failed`
  const entries = failures.map(({ at, task, taskId, wording }) => {
    const { date, time } = wallClock(at, ctx.zone)
    const lines = [`${date} ${time.slice(0, 5)}  ${task} (task ${taskId})`]
    if (wording) lines.push(`  ${wording.message}`, `  ${wording.fix}`)
    return lines.filter((line) => line.trim() !== '').join('\n')
  })
  const name = office === '' ? 'Daybook' : office.replace(/\s+/g, ' ')
  return {
    subject: `${name}: ${count.toLowerCase()}`,
    text: `${count}.\n\n${entries.join('\n\n')}\n\nEach can be looked at and tried again under Tasks.\n`,
    lastNoticeId: last.noticeId,
    told: failures.length,
  }
}
