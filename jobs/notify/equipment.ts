import type { Db } from '../../db/open'
import type { SecretStore } from '../shared/secrets'
import { MAIL_PASSWORD } from '../shared/settings'
import { Problem, type Reason, type Wording } from '../values/problem'

/** What mail needs of the office that it cannot read from its tables. */
export type NotifyEquipment = {
  secrets: SecretStore
  /** A reason in words, from the words of all areas. */
  word: (reason: Reason) => Wording
}

const equipment = new WeakMap<Db, NotifyEquipment>()

/**
 * Equips the mail tasks of an office; called once when it opens. The password goes from here through `load` to the network
 * lane, and never into arguments, results or logs.
 */
export function equipNotify(db: Db, with_: NotifyEquipment): void {
  equipment.set(db, with_)
}

function equipmentOf(db: Db): NotifyEquipment {
  const found = equipment.get(db)
  if (!found) throw new Error('the office was opened without equipNotify')
  return found
}

export const wordReason = (db: Db, reason: Reason): Wording => equipmentOf(db).word(reason)

/** The password of the mail server; null where none is kept. A problem where it was sealed on another machine. */
export function mailPassword(db: Db): string | null {
  try {
    return equipmentOf(db).secrets.get(MAIL_PASSWORD)
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    throw new Problem('notify.not_sent_password_sealed', {}, { kind: 'conflict', cause })
  }
}
