import type { Db } from '../../../db/open'
import { clearTries, countTry, type TryPurpose, tryRow } from '../../../db/queries/shared/users'
import type { Engine } from '../../engine/engine'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { recordAudit } from '../audit'
import { secondsToWait, waitInWords, waitSeconds } from './wait'

/** What a try needs of the office. */
export type Desk = { db: Db; engine: Pick<Engine, 'write'> }

export type Try = {
  /** Whose tries are counted. */
  userId: number
  purpose: TryPurpose
  /** The refusal of a wrong passphrase; it is given when the next try is possible. */
  wrong: (when: string) => Problem
}

/**
 * Looks at a passphrase at most as often as the wait allows. The try is written down before `look` begins, so that
 * neither many at once nor a killed office gets more of them. Refuses `user.wait`, or what `wrong` says.
 */
export async function tryPassphrase<T>(desk: Desk, one: Try, look: () => Promise<T | null>): Promise<T> {
  const { userId, purpose } = one
  await desk.engine.write('system', (write) => {
    const seconds = secondsToWait(tryRow(write.db, userId, purpose), write.now)
    if (seconds > 0) {
      throw new Problem('user.wait', { wait: waitInWords(seconds), seconds }, { kind: 'too_many' })
    }
    countTry(write.db, userId, purpose, write.now)
  })
  const found = await look()
  if (found !== null) {
    await desk.engine.write(`user:${userId}`, (write) => clearTries(write.db, userId, purpose))
    return found
  }
  const tries = await desk.engine.write('system', (write) => noteWrong(write, userId, purpose))
  const seconds = waitSeconds(tries)
  throw one.wrong(seconds === 0 ? 'at once' : `in ${waitInWords(seconds)}`)
}

function noteWrong(write: Write, userId: number, purpose: TryPurpose): number {
  const tries = tryRow(write.db, userId, purpose)?.wrong ?? 1
  recordAudit(write, { action: 'user.wrong_passphrase', entity: `user:${userId}`, payload: { purpose, tries } })
  return tries
}
