import { scryptSync } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { approveRun } from '../../../jobs/payroll/approve'
import { writeSetting } from '../../../jobs/shared/settings'
import { findSecondPerson, type SecondPerson } from '../../../jobs/shared/users/second-person'
import { addUser, changeUser, setPassphrase, settleFirstOwner } from '../../../jobs/shared/users/users'
import { Problem } from '../../../jobs/values/problem'
import type { Role } from '../../../jobs/values/roles'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))

/** A passphrase as it is stored, with parameters that cost a test nothing. */
function stored(passphrase: string): string {
  const salt = Buffer.from('salt of the tests')
  const hash = scryptSync(passphrase, salt, 32, { N: 2, r: 1, p: 1 })
  return `$scrypt$ln=1,r=1,p=1$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** An office that wants two people, with owner 1 and the others as they are given, and a draft to approve. */
async function drafted(...others: Role[]) {
  office = await payrollOffice()
  await office.engine.write('user:1', (write) => {
    settleFirstOwner(write)
    setPassphrase(write, 1, stored('passphrase 1'))
    for (const [index, role] of others.entries())
      addUser(write, { name: `User ${index + 2}`, role, passphrase: stored(`passphrase ${index + 2}`) })
    writeSetting(write, 'payroll', { two_person_approval: true, tax_year_starts: '01-01' })
  })
  await office.hire('Ana', 290_000)
  const period = await office.addPeriod()
  await office.process({ period_id: period })
  return office.run(period).id
}
const refusal = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}
const approve = (run: number, second: SecondPerson | null, first: `user:${number}` = 'user:1') =>
  office.engine.write(first, (write) => approveRun(write, run, second))
const second = (passphrase: string, first = 1) => findSecondPerson(office, first, passphrase)
const approvals = (): unknown[] =>
  office.db
    .prepare(`select actor, payload from audit where action = 'payroll.run_approved'`)
    .all()
    .map((row) => {
      const { actor, payload } = row as { actor: string; payload: string }
      return [actor, JSON.parse(payload).second]
    })

it('one person alone approves nothing where the office wants two', async () => {
  const run = await drafted('manager')
  expect(await refusal(approve(run, null))).toBe('payroll.second_person_needed')
  expect(approvals()).toEqual([])
})

it('the passphrase of another manager or owner approves, and the audit names both', async () => {
  const run = await drafted('viewer', 'manager')
  await approve(run, await second('passphrase 3'))
  expect(approvals()).toEqual([['user:1', 'user:3']])
})

it('one’s own passphrase, a clerk’s and a wrong one are each refused', async () => {
  await drafted('manager', 'clerk')
  expect(await refusal(second('passphrase 1'))).toBe('user.second_is_first')
  expect(await refusal(second('passphrase 3'))).toBe('user.wrong_second_passphrase')
  expect(await refusal(second('no such words'))).toBe('user.wrong_second_passphrase')
  // The third wrong one in a row: now even the right one waits, for this person only.
  expect(await refusal(second('passphrase 2'))).toBe('user.wait')
  expect(await second('passphrase 1', 2)).toMatchObject({ id: 1 })
})

it('where nobody could be the second person it says so', async () => {
  const run = await drafted('clerk', 'manager')
  await office.engine.write('user:1', (write) => changeUser(write, 3, { disabled: true }))
  expect(await refusal(second('passphrase 3'))).toBe('user.no_second_person')
  expect(await refusal(approve(run, null))).toBe('user.no_second_person')
})

it('a second person who was disabled between passphrase and approval approves nothing', async () => {
  const run = await drafted('manager', 'owner')
  const given = await second('passphrase 2')
  await office.engine.write('user:1', (write) => changeUser(write, 2, { disabled: true }))
  expect(await refusal(approve(run, given))).toBe('payroll.second_person_changed')
  expect(approvals()).toEqual([])
})

it('a second passphrase that was not asked for is looked at all the same, and stands in the audit', async () => {
  const run = await drafted('manager')
  await office.engine.write('user:1', (write) =>
    writeSetting(write, 'payroll', { two_person_approval: false, tax_year_starts: '01-01' }),
  )
  expect(await refusal(second('not this one'))).toBe('user.wrong_second_passphrase')
  await approve(run, await second('passphrase 2'))
  expect(approvals()).toEqual([['user:1', 'user:2']])
})
