import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergedPayslips } from '../../../../db/queries/payslips'
import { setBankAccount } from '../../../../jobs/payroll/bank'
import { requestSend } from '../../../../jobs/payroll/payslips'
import { verifyAudit } from '../../../../jobs/shared/audit'
import { takeNumber } from '../../../../jobs/shared/sequences'
import { writeSetting } from '../../../../jobs/shared/settings'
import { readPdf } from '../../../support/read-pdf'
import { type SmtpHost, startSmtp } from '../../../support/smtp'
import { approvedRunOf, documents, hire, type PayslipOffice, payslipOffice } from './payslip-office'

let office: PayslipOffice
let smtp: SmtpHost | null = null
beforeEach(async () => {
  office = await payslipOffice()
})
afterEach(async () => {
  await office.engine.stop(2_000)
  await smtp?.close()
  smtp = null
})

const run = async (task: string, runId: number) => {
  const { taskId } = await office.engine.enqueue(task, { run_id: runId })
  return office.engine.finished(taskId)
}
const send = async (runId: number) => {
  const { taskId } = await office.engine.write('user:1', (write) => requestSend(write, runId))
  return { taskId, ended: office.engine.finished(taskId) }
}
const staff = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `Person ${String(n).padStart(3, '0')}`,
    email: `p${n}@example.org`,
  }))

test('an approved run gets a payslip per employee and one of all, as documents with numbers', async () => {
  const people = await hire(office, [
    { name: 'Zoe Last', email: null, ref: '9', net: 123_45 },
    { name: 'Ana First', email: null, ref: '4', net: 999_99 },
  ])
  const { runId, slipIds } = approvedRunOf(office, '2026-01', people)
  expect(await run('payroll.generate_payslips', runId)).toMatchObject({
    state: 'SUCCESS',
    result: { made: 2, already: false, unprintable_names: [] },
  })
  const made = documents(office.db)
  expect(made.map(({ type, series, year, number, entity }) => ({ type, series, year, number, entity }))).toEqual([
    { type: 'payslip', series: 'PS', year: 2026, number: 2, entity: `slip:${slipIds[0]}` },
    { type: 'payslip', series: 'PS', year: 2026, number: 1, entity: `slip:${slipIds[1]}` },
    { type: 'payslips', series: 'PSM', year: 2026, number: 1, entity: `run:${runId}` },
  ])
  const one = readPdf(await office.readFile(made[0]?.sha256 ?? ''))
  for (const text of ['Zoe Last', '9', 'PS 2026/2', '123.45', 'Base pay']) expect(one.pages[0]).toContain(text)
  const all = readPdf(await office.readFile(mergedPayslips(office.db, runId) ?? ''))
  expect(all.pages.map((page) => page.find((text) => /First|Last/.test(text)))).toEqual(['Ana First', 'Zoe Last'])
  expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
})

test('a second run of the task makes no second document', async () => {
  const { runId } = approvedRunOf(office, '2026-01', await hire(office, staff(3)))
  await run('payroll.generate_payslips', runId)
  const before = documents(office.db)
  expect(await run('payroll.generate_payslips', runId)).toMatchObject({ result: { made: 0, already: true } })
  expect(documents(office.db)).toEqual(before)
})

test('more slips than a page of the reader are all there, numbered without a gap', async () => {
  const { runId } = approvedRunOf(office, '2026-01', await hire(office, staff(450)))
  expect(await run('payroll.generate_payslips', runId)).toMatchObject({ result: { made: 450 } })
  const numbers = documents(office.db).flatMap(({ series, number }) => (series === 'PS' ? [number] : []))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, n) => n + 1))
  expect(readPdf(await office.readFile(mergedPayslips(office.db, runId) ?? '')).pages).toHaveLength(450)
})

test('numbers go on where the series stands, and the printed number is the document’s', async () => {
  await office.engine.write('user:1', (write) => [takeNumber(write, 'PS', 2026), takeNumber(write, 'PS', 2026)])
  const { runId } = approvedRunOf(office, '2026-01', await hire(office, staff(1)))
  await run('payroll.generate_payslips', runId)
  const [first] = documents(office.db)
  expect(first?.number).toBe(3)
  expect(readPdf(await office.readFile(first?.sha256 ?? '')).pages[0]).toContain('PS 2026/3')
  expect(await office.engine.write('user:1', (write) => takeNumber(write, 'PS', 2026))).toBe(4)
})

test('two runs at once never print one number twice', async () => {
  const people = await hire(office, staff(5))
  const runs = ['2026-01', '2026-02', '2026-03'].map((month) => approvedRunOf(office, month, people).runId)
  await Promise.all(runs.map((runId) => run('payroll.generate_payslips', runId)))
  const made = documents(office.db).filter(({ series }) => series === 'PS')
  expect(new Set(made.map(({ number }) => number)).size).toBe(15)
  for (const { number, sha256 } of made) {
    expect(readPdf(await office.readFile(sha256)).pages[0]).toContain(`PS 2026/${number}`)
  }
})

test('from the second month on the year to date stands below', async () => {
  const people = await hire(office, [{ name: 'Ana', email: null, net: 1_000_00 }])
  const first = approvedRunOf(office, '2026-01', people)
  const second = approvedRunOf(office, '2026-02', people)
  await run('payroll.generate_payslips', first.runId)
  await run('payroll.generate_payslips', second.runId)
  const [january, , february] = documents(office.db)
  const text = async (sha256 = '') => readPdf(await office.readFile(sha256)).pages[0]?.join('|') ?? ''
  expect(await text(january?.sha256)).not.toContain('Year to date')
  expect(await text(february?.sha256)).toContain('Year to date: gross 2,000.00, deductions 0.00, net 2,000.00')
})

test('a draft gets no payslips, and its mails are refused in words', async () => {
  const { runId } = approvedRunOf(office, '2026-01', await hire(office, staff(1)), 'draft')
  expect(await run('payroll.generate_payslips', runId)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'payslips.run_not_approved' },
  })
  await expect(send(runId)).rejects.toMatchObject({ code: 'payslips.run_not_approved', kind: 'conflict' })
  expect(documents(office.db)).toEqual([])
})

test('every employee gets one mail with their own payslip', async () => {
  smtp = await startSmtp()
  await office.set({ host: smtp.host, port: smtp.port })
  const { runId, slipIds } = approvedRunOf(office, '2026-01', await hire(office, staff(12)))
  await run('payroll.generate_payslips', runId)
  const { ended } = await send(runId)
  expect(await ended).toMatchObject({
    state: 'SUCCESS',
    result: { queued: 12, already: 0, without_address: 0, shared: 0 },
  })
  await smtp.arrived(12)
  const byEntity = new Map(documents(office.db).map(({ entity, sha256 }) => [entity, sha256]))
  for (const [index, slipId] of slipIds.entries()) {
    const mine = smtp.received.filter(({ envelopeTo }) => envelopeTo[0] === `p${index}@example.org`)
    expect(mine).toHaveLength(1)
    const [attachment] = mine[0]?.attachments ?? []
    expect(attachment).toMatchObject({ name: 'Payslip 2026-01.pdf', mediaType: 'application/pdf' })
    expect(attachment?.bytes.equals(await office.readFile(byEntity.get(`slip:${slipId}`) ?? ''))).toBe(true)
  }
})

test('asked twice, nobody gets a second mail; who has got an address since gets theirs', async () => {
  const [first, second] = await hire(office, [
    { name: 'Ana', email: 'ana@example.org' },
    { name: 'Bo', email: null },
  ])
  const { runId } = approvedRunOf(office, '2026-01', first && second ? [first, second] : [])
  await run('payroll.generate_payslips', runId)
  expect(await (await send(runId)).ended).toMatchObject({
    result: {
      queued: 1,
      without_address: 1,
      warnings: [{ party_id: second?.partyId, external_ref: '2', reason: { code: 'payslips.no_address' } }],
    },
  })
  office.db.prepare("update party set email = 'bo@example.org' where id = ?").run(second?.partyId)
  expect(await (await send(runId)).ended).toMatchObject({ result: { queued: 1, already: 1, without_address: 0 } })
  expect(office.all().map(({ to_address }) => to_address)).toEqual(['ana@example.org', 'bo@example.org'])
})

test('mail to an address that two have, or that looks misspelt, is held until somebody has looked', async () => {
  const people = await hire(office, [
    { name: 'Ana', email: 'home@example.org' },
    { name: 'Bo', email: 'Home@example.org' },
    { name: 'Cy', email: 'cy@gmial.com' },
    { name: 'Di', email: 'di@gmail.com' },
    { name: 'Ed', email: 'ed,miller@example.org' },
  ])
  const { runId } = approvedRunOf(office, '2026-01', people)
  await run('payroll.generate_payslips', runId)
  const { result } = await (await send(runId)).ended
  expect(result).toMatchObject({ queued: 4, held: 3, shared: 2, misspelt: 1, without_address: 0 })
  const reasons = (result as { warnings: { reason: { code: string } }[] }).warnings.map(({ reason }) => reason.code)
  expect(reasons.sort()).toEqual([
    'email.several',
    'payslips.address_misspelt',
    'payslips.shared_address',
    'payslips.shared_address',
  ])
  expect(office.all().map(({ to_address, state, error_code }) => [to_address, state, error_code])).toEqual([
    ['home@example.org', 'held', 'payslips.shared_address'],
    ['Home@example.org', 'held', 'payslips.shared_address'],
    ['cy@gmial.com', 'held', 'payslips.address_misspelt'],
    ['di@gmail.com', 'queued', null],
  ])
})

test('asked for before the payslips are made, the mails wait for them', async () => {
  const { runId } = approvedRunOf(office, '2026-01', await hire(office, staff(2)))
  const { ended } = await send(runId)
  const ready = new Promise<void>((resolve) => {
    const stop = office.engine.onEvent(() => {
      if (!mergedPayslips(office.db, runId)) return
      stop()
      resolve()
    })
  })
  await ready
  office.clock.advance(3_000)
  expect(await ended).toMatchObject({ state: 'SUCCESS', result: { queued: 2 } })
})

test('a name with line breaks from a spreadsheet becomes one line in the mail', async () => {
  const { runId } = approvedRunOf(
    office,
    '2026-01',
    await hire(office, [{ name: 'Ana\r\nBcc: all@example.org', email: 'ana@example.org' }]),
  )
  await run('payroll.generate_payslips', runId)
  await (await send(runId)).ended
  expect(office.all()).toMatchObject([{ to_name: 'Ana Bcc: all@example.org' }])
})

test('an address that is not the one of the last payslip is held until somebody has looked', async () => {
  const people = await hire(office, [
    { name: 'Ana', email: 'ana@example.org' },
    { name: 'Bo', email: 'bo@example.org' },
  ])
  const first = approvedRunOf(office, '2026-01', people)
  await run('payroll.generate_payslips', first.runId)
  expect(await (await send(first.runId)).ended).toMatchObject({ result: { queued: 2, held: 0 } })
  office.db.prepare("update party set email = 'ana@elsewhere.example' where id = ?").run(people[0]?.partyId)
  office.db.prepare("update party set email = 'BO@example.org' where id = ?").run(people[1]?.partyId)
  const second = approvedRunOf(office, '2026-02', people)
  await run('payroll.generate_payslips', second.runId)
  expect(await (await send(second.runId)).ended).toMatchObject({ result: { queued: 2, held: 1, changed: 1 } })
  expect(
    office
      .all()
      .slice(2)
      .map(({ to_address, state, error_code }) => [to_address, state, error_code]),
  ).toEqual([
    ['ana@elsewhere.example', 'held', 'payslips.address_changed'],
    ['BO@example.org', 'queued', null],
  ])
})

test('payslip and mail are in the employee’s language, else in the office’s', async () => {
  const people = await hire(office, [
    { name: 'Ana', email: 'ana@example.org' },
    { name: 'Bo', email: 'bo@example.org' },
  ])
  office.db.prepare("update party set language = 'pt-PT' where id = ?").run(people[0]?.partyId)
  const { runId, slipIds } = approvedRunOf(office, '2026-01', people)
  await run('payroll.generate_payslips', runId)
  await (await send(runId)).ended
  expect(office.all().map(({ subject }) => subject)).toEqual([
    'Recibo de vencimento janeiro de 2026',
    'Payslip January 2026',
  ])
  const of = (slip = 0) => documents(office.db).find(({ entity }) => entity === `slip:${slip}`)?.sha256 ?? ''
  expect(readPdf(await office.readFile(of(slipIds[0]))).pages[0]).toContain('Líquido a receber')
  expect(readPdf(await office.readFile(of(slipIds[1]))).pages[0]).toContain('Net pay')
})

test('with a password rule a payslip opens with what the rule says; who lacks it is not mailed unseen', async () => {
  await office.engine.write('user:1', (write) => writeSetting(write, 'payslips', { password: 'account' }))
  const people = await hire(office, [
    { name: 'Ana', email: 'ana@example.org' },
    { name: 'Bo', email: 'bo@example.org' },
  ])
  await office.engine.write('user:1', (write) =>
    setBankAccount(write, {
      partyId: people[0]?.partyId ?? 0,
      words: { iban: 'DE89 3704 0044 0532 0130 00' },
      origin: 'user:1',
    }),
  )
  const { runId, slipIds } = approvedRunOf(office, '2026-01', people)
  await run('payroll.generate_payslips', runId)
  expect(await (await send(runId)).ended).toMatchObject({ result: { queued: 2, held: 1 } })
  expect(office.all().map(({ state, error_code }) => [state, error_code])).toEqual([
    ['queued', null],
    ['held', 'payslips.no_password'],
  ])
  expect(office.all().map(({ body_text }) => body_text.includes('last eight characters'))).toEqual([true, false])
  const of = (slip = 0) => documents(office.db).find(({ entity }) => entity === `slip:${slip}`)?.sha256 ?? ''
  expect((await office.readFile(of(slipIds[0]))).toString('latin1')).toContain('/Encrypt')
  expect(readPdf(await office.readFile(of(slipIds[1]))).pages[0]).toContain('Net pay')
})
