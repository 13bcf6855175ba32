import type { TaskRow } from '../../db/queries/engine'
import type { Core } from './core'
import type { RunError } from './delivery'
import type { Endings } from './endings'
import { toRunError } from './execute'
import type { GroupCommit } from './group-commit'
import { lostWithOffice } from './lost-with-office'
import { isOfTheDisk } from './write-problem'

/** Leases of other boots are lost by definition: decided at start, at once, without timers. */
export async function recoverLost(core: Core, endings: Endings, commit: GroupCommit): Promise<void> {
  const decide = (rows: TaskRow[], broken?: RunError) =>
    new Promise<void>((resolve, reject) => {
      commit.add({
        weight: rows.length,
        savepoint: 'bare',
        work: () => {
          for (const row of rows) lostWithOffice(core, endings, row, broken)
        },
        committed: resolve,
        failed: reject,
      })
    })
  for (;;) {
    const lost = core.queries.lostOfOtherBoots(core.bootId)
    if (lost.length === 0) return
    try {
      await decide(lost)
    } catch (error) {
      if (isOfTheDisk(error)) throw error
      // One of them throws when it is asked: it ends for that, and keeps no office from opening.
      for (const row of lost) await decide([row]).catch((error) => decide([row], toRunError(error, null)))
    }
  }
}
