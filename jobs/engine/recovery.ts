import type { Core } from './core'
import type { Endings } from './endings'
import type { GroupCommit } from './group-commit'
import { lostWithOffice } from './lost-with-office'

/** Leases of other boots are lost by definition: decided at start, at once, without timers. */
export async function recoverLost(core: Core, endings: Endings, commit: GroupCommit): Promise<void> {
  for (;;) {
    const lost = core.queries.lostOfOtherBoots(core.bootId)
    if (lost.length === 0) return
    await new Promise<void>((resolve, reject) => {
      commit.add({
        weight: lost.length,
        savepoint: 'bare',
        work: () => {
          for (const row of lost) lostWithOffice(core, endings, row)
        },
        committed: resolve,
        failed: reject,
      })
    })
  }
}
