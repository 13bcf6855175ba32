import type { TaskRow } from '../../db/queries/engine'
import { awaitedLocks } from '../../db/queries/locks'
import type { Core } from './core'
import type { RunError } from './delivery'
import type { Endings } from './endings'
import { toRunError } from './execute'
import type { GroupCommit } from './group-commit'
import { passLockOn } from './locks'
import { lostWithOffice } from './lost-with-office'
import { isOfTheDisk } from './write-problem'

/** Leases of other boots are lost by definition: decided at start, at once, without timers; so are the locks they held. */
export async function recoverLost(core: Core, endings: Endings, commit: GroupCommit): Promise<void> {
  const write = (weight: number, work: () => void) =>
    new Promise<void>((resolve, reject) => {
      commit.add({ weight, savepoint: 'bare', work, committed: resolve, failed: reject })
    })
  const decide = (rows: TaskRow[], broken?: RunError) =>
    write(rows.length, () => {
      for (const row of rows) lostWithOffice(core, endings, row, broken)
    })
  for (;;) {
    const lost = core.queries.lostOfOtherBoots(core.bootId)
    if (lost.length === 0) break
    try {
      await decide(lost)
    } catch (error) {
      if (isOfTheDisk(error)) throw error
      // One of them throws when it is asked: it ends for that, and keeps no office from opening.
      for (const row of lost) await decide([row]).catch((error) => decide([row], toRunError(error, null)))
    }
  }
  const awaited = awaitedLocks(core.db)
  if (awaited.length > 0)
    await write(awaited.length, () => {
      for (const name of awaited) passLockOn(core, name)
    })
}
