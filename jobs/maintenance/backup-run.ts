import { setTimeout as wait } from 'node:timers/promises'
import type { RunContext } from '../engine/define-task'
import { Problem } from '../values/problem'
import type { BackupMade } from './backup'
import type { BackupNews } from './daily-backup'

const FIRST_LOOK_MS = 20
const LONGEST_WAIT_MS = 1000

/** Waits for the copy the office makes, tells its progress, and answers with what was made. */
export default async function followCopy(_input: unknown, ctx: RunContext<BackupNews>): Promise<BackupMade> {
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    const [news] = (await ctx.page()) ?? []
    if (!news)
      throw new Problem('maintenance.backup_failed', { reason: 'the copy was lost sight of' }, { transient: true })
    if (news.state === 'made') return news.made
    if (news.state === 'failed') throw new Problem(news.reason.code, news.reason.params, { transient: news.transient })
    if (news.total > 0) ctx.progress(news.done, news.total, 'Copying the database')
    ctx.check()
    await wait(pause, undefined, { signal: ctx.signal })
  }
}
