import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../../db/open'
import { auditAfter } from '../../../../db/queries/shared/audit'
import { verifyAudit } from '../../../../jobs/shared/audit'
import {
  addUser,
  changeUser,
  listUsers,
  needUser,
  setPassphrase,
  settleFirstOwner,
  soleUser,
} from '../../../../jobs/shared/users/users'
import { openTestDb, type TestWrite, testWrite } from '../../../support/office-db'

let db: Db
let write: TestWrite
beforeEach(() => {
  db = openTestDb()
  write = testWrite(db)
  settleFirstOwner(write)
})
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const add = (name: string, role: 'owner' | 'manager' | 'clerk' | 'viewer' = 'clerk') => {
  if (needUser(db, 1).passphrase === null) setPassphrase(write, 1, 'hash 1')
  return addUser(write, { name, role, passphrase: `hash of ${name}` })
}

test('the first start makes an owner, once, without a passphrase', () => {
  settleFirstOwner(write)
  expect(listUsers(db)).toMatchObject([{ id: 1, role: 'owner', passphrase: null, disabled: 0 }])
  expect(soleUser(db)?.id).toBe(1)
})

test('nobody is added while the one who is alone has no passphrase', () => {
  expect(refusal(() => addUser(write, { name: 'Rui', role: 'clerk', passphrase: 'hash' }))).toBe(
    'user.own_passphrase_first',
  )
  expect(add('Rui')).toBe(2)
  expect(soleUser(db)).toBeNull()
})

test('a disabled second user does not let anybody in as the owner', () => {
  changeUser(write, add('Rui'), { disabled: true })
  expect(soleUser(db)).toBeNull()
})

test('names are told apart as a person sees them', () => {
  add('Zoë  Silva ')
  expect(needUser(db, 2).name).toBe('Zoë Silva')
  expect(refusal(() => add('zoe\u0308 silva'))).toBe('user.name_taken')
  expect(refusal(() => add('   '))).toBe('user.name_length')
  expect(refusal(() => add('x'.repeat(101)))).toBe('user.name_length')
  expect(refusal(() => changeUser(write, 2, { name: 'ZOË SILVA' }))).toBe('taken')
  expect(refusal(() => changeUser(write, 1, { name: 'Zoë Silva' }))).toBe('user.name_taken')
})

test('the last owner stays one', () => {
  const rui = add('Rui', 'owner')
  changeUser(write, 1, { role: 'viewer' })
  expect(refusal(() => changeUser(write, rui, { role: 'manager' }))).toBe('user.last_owner')
  expect(refusal(() => changeUser(write, rui, { disabled: true }))).toBe('user.last_owner')
  expect(refusal(() => changeUser(write, rui, { name: 'Rui Costa' }))).toBe('taken')
  changeUser(write, 1, { role: 'owner', disabled: true })
  expect(refusal(() => changeUser(write, rui, { disabled: true }))).toBe('user.last_owner')
  changeUser(write, 1, { disabled: false })
  expect(refusal(() => changeUser(write, rui, { disabled: true }))).toBe('taken')
  expect(refusal(() => changeUser(write, 9, {}))).toBe('user.not_found')
})

test('every change stands in the audit chain; names only where they can be erased, passphrases nowhere', () => {
  const before = auditAfter(db, 0, 1000).length
  const rui = add('Rui Pereira')
  changeUser(write, rui, { name: 'Rui Costa', role: 'manager' })
  changeUser(write, rui, { role: 'manager' }) // changes nothing
  const entries = auditAfter(db, 0, 1000).slice(before)
  expect(entries.map(({ actor, action, entity }) => [actor, action, entity])).toEqual([
    ['user:1', 'user.passphrase_set', 'user:1'],
    ['user:1', 'user.added', 'user:2'],
    ['user:1', 'user.changed', 'user:2'],
  ])
  expect(JSON.stringify(entries)).not.toMatch(/Rui|hash of/)
  expect(verifyAudit(db, null).ok).toBe(true)
})
