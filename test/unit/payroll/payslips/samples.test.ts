import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { payslipStatus, requestSend, sendSamples } from '../../../../jobs/payroll/payslips'
import { type Candidate, pickSamples } from '../../../../jobs/payroll/payslips/pick-samples'
import { readSetting, writeSetting } from '../../../../jobs/shared/settings'
import { approvedRunOf, hire, type PayslipOffice, payslipOffice } from './payslip-office'

describe('the three payslips that are picked', () => {
  const slip = (slipId: number, netMinor: number, beforeMinor: number | null = netMinor, lines = 1): Candidate => ({
    slipId,
    netMinor,
    beforeMinor,
    lines,
  })
  const picked = (slips: Candidate[]) => pickSamples(slips).map(({ why, slip: { slipId } }) => [why, slipId])

  it('are the smallest, the one in the middle, and the one that differs most from last time', () => {
    expect(picked([slip(1, 900), slip(2, 100), slip(3, 500), slip(4, 700, 350), slip(5, 600, 590)])).toEqual([
      ['smallest', 2],
      ['median', 5],
      ['unusual', 4],
    ])
  })

  it('are, where nothing differs, that with the most lines', () => {
    expect(picked([slip(1, 100), slip(2, 200), slip(3, 300, null, 2), slip(4, 400, null, 9)])).toEqual([
      ['smallest', 1],
      ['median', 2],
      ['unusual', 4],
    ])
  })

  it('are different payslips, as many as there are up to three, whatever the run', () => {
    const slips = fc.uniqueArray(
      fc.record({
        slipId: fc.nat(),
        netMinor: fc.integer({ min: -1000, max: 1000 }),
        beforeMinor: fc.option(fc.integer({ min: -1000, max: 1000 })),
        lines: fc.nat({ max: 9 }),
      }),
      { selector: ({ slipId }) => slipId },
    )
    fc.assert(
      fc.property(slips, (all) => {
        const found = pickSamples(all)
        expect(found.length).toBe(Math.min(3, all.length))
        expect(new Set(found.map(({ slip: one }) => one.slipId)).size).toBe(found.length)
        const least = Math.min(...all.map(({ netMinor }) => netMinor))
        if (all.length > 0) expect(found[0]?.slip.netMinor).toBe(least)
      }),
    )
  })
})

describe('samples of an approved run', () => {
  let office: PayslipOffice
  beforeEach(async () => {
    office = await payslipOffice()
  })
  afterEach(() => office.engine.stop(2_000))

  const OWN = 'office@firm.example'
  const settle = (address: string | null) =>
    office.engine.write('user:1', (write) =>
      writeSetting(write, 'office', { ...readSetting(office.db, 'office'), notification_address: address }),
    )
  const made = async (runId: number) => {
    const { taskId } = await office.engine.enqueue('payroll.generate_payslips', { run_id: runId })
    expect((await office.engine.finished(taskId)).state).toBe('SUCCESS')
  }
  const asks = (runId: number, confirmed = false) =>
    office.engine.write('user:1', (write) => sendSamples(write, runId, confirmed))
  const mails = () =>
    office.db.prepare('select kind, to_address, subject, body_text, entity from outbox order by id').all() as {
      kind: string
      to_address: string
      subject: string
      body_text: string
      entity: string
    }[]
  const people = [
    { name: 'Ana', email: 'ana@example.org', net: 300_000 },
    { name: 'Bruno', email: 'bruno@example.org', net: 100_000 },
    { name: 'Carla', email: 'carla@example.org', net: 200_000 },
    { name: 'Dmytro', email: 'dmytro@example.org', net: 400_000 },
  ]

  it('go to the office’s own address alone, marked, each with the payslip that the employee will get', async () => {
    await settle(OWN)
    const { runId } = approvedRunOf(office, '2026-01', await hire(office, people))
    await made(runId)
    expect(await asks(runId)).toEqual({
      to: OWN,
      samples: [
        { why: 'smallest', name: 'Bruno' },
        { why: 'median', name: 'Carla' },
        { why: 'unusual', name: 'Dmytro' },
      ],
    })
    expect(mails().map(({ kind, to_address, entity }) => [kind, to_address, entity])).toEqual(
      Array(3).fill(['payslip_sample', OWN, `run:${runId}`]),
    )
    for (const { subject, body_text } of mails()) {
      expect(subject).toMatch(/^SAMPLE: Payslip January 2026, (Bruno|Carla|Dmytro)$/)
      expect(body_text).toContain('This is a sample')
    }
    const attached = office.db
      .prepare(`select count(*) from outbox_attachment a join document d on d.sha256 = a.sha256 and d.type = 'payslip'`)
      .pluck()
      .get()
    expect(attached).toBe(3)
  })

  it('count for nobody: everybody’s payslip is still to be sent, and then goes to them', async () => {
    await settle(OWN)
    const staff = await hire(office, people)
    const { runId } = approvedRunOf(office, '2026-01', staff)
    await made(runId)
    await asks(runId)
    await asks(runId) // as often as one likes
    const before = payslipStatus(office.db, runId)
    expect([before.toSend.length, before.mails.length]).toEqual([4, 0])
    expect(before.toSend.every(({ reason }) => reason === null)).toBe(true)
    const { taskId } = await office.engine.write('user:1', (write) => requestSend(write, runId))
    expect((await office.engine.finished(taskId)).result).toMatchObject({ queued: 4, already: 0, changed: 0 })
    const { runId: next } = approvedRunOf(office, '2026-02', staff)
    await made(next)
    // The guard compares with where their last payslip went, not with where a sample did.
    expect(payslipStatus(office.db, next).toSend.every(({ reason }) => reason === null)).toBe(true)
  })

  it.each<[string, string | null, string]>([
    ['without an address of the office', null, 'payslips.sample_no_address'],
    ['with one that looks misspelt', 'office@gmial.com', 'payslips.sample_address_misspelt'],
    ['with one that an employee has', 'ANA@example.org', 'payslips.sample_to_employee'],
  ])('are refused %s', async (_what, address, code) => {
    await settle(address)
    const { runId } = approvedRunOf(office, '2026-01', await hire(office, people))
    await made(runId)
    await expect(asks(runId)).rejects.toMatchObject({ code, kind: 'conflict' })
    expect(mails()).toEqual([])
  })

  it('go to an employee’s address where somebody has confirmed it, which is noted', async () => {
    await settle('ana@example.org')
    const { runId } = approvedRunOf(office, '2026-01', await hire(office, people))
    await made(runId)
    expect((await asks(runId, true)).to).toBe('ana@example.org')
    const noted = office.db.prepare(`select payload from audit where action = 'payroll.samples_sent'`).pluck().get()
    expect(JSON.parse(String(noted))).toMatchObject({ confirmed: true })
  })

  it('are refused before the run is approved and before its payslips are made', async () => {
    await settle(OWN)
    const staff = await hire(office, people)
    const draft = approvedRunOf(office, '2026-01', staff, 'draft').runId
    await expect(asks(draft)).rejects.toMatchObject({ code: 'payslips.run_not_approved' })
    const { runId } = approvedRunOf(office, '2026-02', staff)
    await expect(asks(runId)).rejects.toMatchObject({ code: 'payslips.not_made_yet' })
  })
})
