import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileStore } from '../../../../jobs/engine/file-store'
import { bank, confirmAccounts, payOut, setBankAccount } from '../../../../jobs/payroll/bank'
import { bankRuns } from '../../../../jobs/payroll/bank/runs'
import { verifyAudit } from '../../../../jobs/shared/audit'
import type { AccountWords } from '../../../../jobs/shared/bank-account'
import { readSetting, writeSetting } from '../../../../jobs/shared/settings'
import { type MailOffice, mailOffice } from '../../../support/mail-office'
import { approvedRunOf, hire } from '../payslips/payslip-office'
import { IBANS, ROUTINGS } from './bank-file-builders'

let office: MailOffice
beforeEach(async () => {
  office = await mailOffice({}, { tasks: bank.tasks, runs: bankRuns })
  await office.engine.write('user:1', (write) =>
    writeSetting(write, 'bank', { ...readSetting(write.db, 'bank'), holder: 'Example', iban: IBANS[0] ?? '' }),
  )
})
afterEach(() => office.engine.stop(2_000))

const setAccount = (partyId: number, words: AccountWords | null) =>
  office.engine.write('user:1', (write) => setBankAccount(write, { partyId, words, origin: 'user:1' }))

/** An approved run of so many people with an IBAN each. */
async function approved(count = 3) {
  const names = ['Ana', 'Bruno', 'Carla', 'Dmytro', 'Elif', 'Fatima', 'Goran'].slice(0, count)
  const people = await hire(
    office,
    names.map((name, index) => ({ name, email: null, net: 100_000 + index })),
  )
  for (const [index, { partyId }] of people.entries()) await setAccount(partyId, { iban: IBANS[index % 6] })
  return { people, ...approvedRunOf(office, '2026-01', people) }
}
const exports = async (args: Record<string, unknown>) => {
  const { taskId } = await office.engine.enqueue('payroll.export_bank_file', args)
  return office.engine.finished(taskId)
}
const textOf = async (sha256: string) =>
  (await createFileStore(path.dirname(office.db.name)).read(sha256)).toString('utf8')
const bankFiles = () => office.db.prepare('select * from bank_file order by id').all() as Record<string, unknown>[]

test('a file is written whose control sum is the sum of the nets, and the audit says so', async () => {
  const { runId } = await approved()
  const ended = await exports({ run_id: runId, format: 'pain.001.001.03' })
  expect(ended).toMatchObject({
    state: 'SUCCESS',
    result: {
      payments: 3,
      control_minor: 300_003,
      currency: 'EUR',
      duplicate: false,
      reference: `PAY-2026-01-R${runId}`,
    },
  })
  const xml = await textOf((ended.result as { sha256: string }).sha256)
  expect(xml).toContain('<CtrlSum>3000.03</CtrlSum>')
  expect(office.db.prepare('select action from audit where entity = ?').pluck().all(`run:${runId}`)).toEqual([
    'payroll.bank_file_exported',
  ])
})

test('every further file of a run is a duplicate, in its id and in the audit, whatever its format', async () => {
  const { runId } = await approved()
  await exports({ run_id: runId, format: 'csv' })
  const second = await exports({ run_id: runId, format: 'pain.001.001.03' })
  expect(second.result).toMatchObject({ duplicate: true, reference: `PAY-2026-01-R${runId}-DUPLICATE-2` })
  expect(await textOf((second.result as { sha256: string }).sha256)).toContain('DUPLICATE-2</MsgId>')
  const audit = office.db.prepare('select action, payload from audit where entity = ?').all(`run:${runId}`)
  expect(audit[1]).toMatchObject({ action: 'payroll.bank_file_exported_duplicate' })
  expect(JSON.stringify(audit[1])).toContain('DUPLICATE-2')
  expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
})

test('two formats asked for at once get two numbers', async () => {
  const { runId } = await approved()
  const both = await Promise.all(['csv', 'pain.001.001.09'].map((format) => exports({ run_id: runId, format })))
  expect(both.map(({ state }) => state)).toEqual(['SUCCESS', 'SUCCESS'])
  expect(bankFiles().map(({ no }) => no)).toEqual([1, 2])
})

test('who cannot be paid is named, and no file is made', async () => {
  const { runId, people } = await approved(7)
  await setAccount(people[1]?.partyId ?? 0, null)
  expect(await exports({ run_id: runId, format: 'pain.001.001.03' })).toMatchObject({
    state: 'FAILURE',
    error: { code: 'bank.no_account', params: { name: 'Bruno' } },
  })
  await setAccount(people[2]?.partyId ?? 0, { routing: ROUTINGS[0], number: '12345' })
  await office.engine.write('user:2', (write) => confirmAccounts(write, [people[2]?.partyId ?? 0]))
  expect(await exports({ run_id: runId, format: 'pain.001.001.03' })).toMatchObject({
    error: { code: 'bank.people_not_payable', params: { count: 2, names: 'Bruno, Carla' } },
  })
  expect(bankFiles()).toEqual([])
})

test('a net of zero makes no transfer, one below zero is refused, and who is paid otherwise is left out', async () => {
  const people = await hire(office, [
    { name: 'Ana', email: null, net: 0 },
    { name: 'Bruno', email: null, net: 500 },
    { name: 'Carla', email: null, net: 700 },
  ])
  await setAccount(people[1]?.partyId ?? 0, { paidOtherwise: true })
  await setAccount(people[2]?.partyId ?? 0, { iban: IBANS[2] })
  const { runId, slipIds } = approvedRunOf(office, '2026-01', people)
  expect((await exports({ run_id: runId })).result).toMatchObject({ payments: 1, control_minor: 700 })
  office.db.prepare('update slip set net_minor = -1 where id = ?').run(slipIds[0])
  expect(await exports({ run_id: runId })).toMatchObject({
    error: { code: 'bank.negative_net', params: { name: 'Ana' } },
  })
})

test('arrears pay who is owed something; who got too much is counted, and holds nobody up', async () => {
  const { runId, slipIds } = await approved(2)
  office.db.prepare("update pay_run set kind = 'arrears' where id = ?").run(runId)
  office.db.prepare('update slip set net_minor = -9000 where id = ?').run(slipIds[0])
  expect(payOut(office.db, runId, 'pain.001.001.03')).toMatchObject({
    toHaveBack: { people: 1, minor: 9_000 },
    findings: [],
    controlMinor: 100_001,
  })
  expect((await exports({ run_id: runId })).result).toMatchObject({ payments: 1, control_minor: 100_001 })
})

test('where nobody can be paid yet, the people are named, not that there is nobody', async () => {
  const people = await hire(office, [{ name: 'Ana', email: null }])
  const { runId } = approvedRunOf(office, '2026-01', people)
  expect(payOut(office.db, runId, 'csv')).toMatchObject({
    officeFaults: [],
    findings: [{ reason: { code: 'bank.no_account' } }],
  })
  await setAccount(people[0]?.partyId ?? 0, { paidOtherwise: true })
  expect(payOut(office.db, runId, 'csv')).toMatchObject({
    officeFaults: [{ code: 'bank.nothing_to_pay' }],
    findings: [],
  })
})

test('a changed account waits until somebody has confirmed it', async () => {
  const { runId, people } = await approved()
  const ana = people[0]?.partyId ?? 0
  await setAccount(ana, { iban: IBANS[5] })
  expect(await exports({ run_id: runId })).toMatchObject({
    error: { code: 'bank.account_unconfirmed', params: { name: 'Ana' } },
  })
  expect(await office.engine.write('user:1', (write) => confirmAccounts(write, [ana]))).toBe(1)
  expect(await exports({ run_id: runId })).toMatchObject({ state: 'SUCCESS' })
})

test('an account that is changed back needs no word, and the last good one stands beside two changes', async () => {
  const { people } = await approved(1)
  const ana = people[0]?.partyId ?? 0
  const row = () => office.db.prepare('select replaced, confirmed_at from bank_account').get()
  await setAccount(ana, { iban: IBANS[4] })
  await setAccount(ana, { iban: IBANS[5] })
  expect(row()).toMatchObject({ replaced: expect.stringContaining(IBANS[0] ?? '') })
  await setAccount(ana, { iban: IBANS[0] })
  expect(row()).toEqual({ replaced: null, confirmed_at: null })
})

test('where two people approve, who changed an account does not confirm it', async () => {
  const { people } = await approved(1)
  const ana = people[0]?.partyId ?? 0
  await setAccount(ana, { iban: IBANS[4] })
  await office.engine.write('user:1', (write) =>
    writeSetting(write, 'payroll', { two_person_approval: true, tax_year_starts: '01-01' }),
  )
  const confirm = (actor: 'user:1' | 'user:2') => office.engine.write(actor, (write) => confirmAccounts(write, [ana]))
  await expect(confirm('user:1')).rejects.toMatchObject({ code: 'bank.confirm_other_person', kind: 'forbidden' })
  expect(await confirm('user:2')).toBe(1)
})

test('what is wrong with an account is said of the person', async () => {
  const { people } = await approved(1)
  const ana = people[0]?.partyId ?? 0
  const refused = async (words: AccountWords) => {
    const error = await setAccount(ana, words).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    return error
  }
  expect(await refused({ iban: 'DE89370400440532013001' })).toMatchObject({
    code: 'bank.iban_check',
    params: { name: 'Ana', found: 'DE…3001' },
  })
  expect(await refused({ iban: IBANS[0], bic: 'XX' })).toMatchObject({ code: 'bank.bic_not_one' })
  expect(await refused({ routing: '021000022', number: '1' })).toMatchObject({ code: 'bank.aba_check' })
  expect(await refused({ routing: '021000021', number: '' })).toMatchObject({ code: 'bank.number_not_one' })
  expect(await refused({ iban: IBANS[0], routing: '021000021' })).toMatchObject({ code: 'bank.two_accounts' })
  expect(await refused({})).toMatchObject({ code: 'bank.account_empty' })
  expect(await refused({ iban: IBANS[0], holder: '王小明' })).toMatchObject({ code: 'bank.holder_unwritable' })
})

test('the office’s own side is asked for by format', async () => {
  const { runId } = await approved(1)
  const set = (change: object) =>
    office.engine.write('user:1', (write) =>
      writeSetting(write, 'bank', { ...readSetting(write.db, 'bank'), ...change }),
    )
  await set({ iban: '' })
  expect((await exports({ run_id: runId })).error?.code).toBe('bank.office_no_iban')
  expect((await exports({ run_id: runId, format: 'nacha' })).error?.code).toBe('bank.nacha_needs_usd')
  expect((await exports({ run_id: runId, format: 'csv', layout: 'mine' })).error?.code).toBe('bank.unknown_layout')
  expect((await exports({ run_id: runId, format: 'csv', pay_on: '2020-01-01' })).error?.code).toBe(
    'bank.pay_on_out_of_range',
  )
  expect((await exports({ run_id: runId, format: 'csv' })).state).toBe('SUCCESS')
})

test('a run that is not approved is paid by no file', async () => {
  const people = await hire(office, [{ name: 'Ana', email: null }])
  const { runId } = approvedRunOf(office, '2026-01', people, 'draft')
  expect((await exports({ run_id: runId })).error?.code).toBe('payslips.run_not_approved')
})
