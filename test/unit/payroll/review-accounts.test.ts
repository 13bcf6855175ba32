import { afterEach, expect, test } from 'vitest'
import { setBankAccount } from '../../../jobs/payroll'
import { confirmAccounts } from '../../../jobs/payroll/bank'
import { review } from '../../../jobs/payroll/review'
import { IBANS } from './bank/bank-file-builders'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const account = (partyId: number, iban: string | undefined) =>
  office.write((w) => setBankAccount(w, { partyId, words: { iban }, origin: 'user:1' }))
const groups = (runId: number) => review(office.db, runId).rows.map((row) => [row.partyId, row.group])

test('whose account was changed since the last run stands first, also once somebody has confirmed it', async () => {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 300_000)
  const ben = await office.hire('Ben', 200_000)
  const eva = await office.hire('Eva', null)
  for (const [at, id] of [ana, ben].entries()) await account(id, IBANS[at])
  const january = await office.month(1)
  await office.process({ period_id: january, force: true })
  const first = office.run(january).id
  // A first account is no change.
  expect(groups(first)).toEqual([
    [eva, 'errors'],
    [ana, 'rest'],
    [ben, 'rest'],
  ])
  await account(ben, IBANS[2])
  expect(groups(first)).toEqual([
    [ben, 'new_account'],
    [eva, 'errors'],
    [ana, 'rest'],
  ])
  await office.write((w) => confirmAccounts(w, [ben]))
  expect(groups(first).find(([id]) => id === ben)).toEqual([ben, 'rest'])
})

test('a change that was confirmed between two runs is seen in the review of the second', async () => {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 300_000)
  const ben = await office.hire('Ben', 200_000)
  for (const [at, id] of [ana, ben].entries()) await account(id, IBANS[at])
  await office.runPeriod(await office.month(1))
  office.clock.advance(60_000)
  await account(ben, IBANS[2])
  await office.write((w) => confirmAccounts(w, [ben]))
  const march = await office.month(3)
  await office.process({ period_id: march, force: true })
  const second = office.run(march).id
  expect(groups(second)).toEqual([
    [ben, 'new_account'],
    [ana, 'rest'],
  ])
  office.clock.advance(60_000)
  await office.approve(second)
  const may = await office.addPeriod({ start_date: '2024-04-01', end_date: '2024-04-30', description: 'April' })
  await office.process({ period_id: may, force: true })
  expect(groups(office.run(may).id)).toEqual([
    [ana, 'rest'],
    [ben, 'rest'],
  ])
})
