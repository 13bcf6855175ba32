import { afterEach, describe, expect, it } from 'vitest'
import type { Write } from '../../../jobs/engine/write'
import { type MonthItem, setBasePay, setMonthItems } from '../../../jobs/payroll'
import { saveComponents } from '../../../jobs/payroll/components'
import { deleteRateVersion, saveRateVersion } from '../../../jobs/payroll/rate-tables'
import { staleReason } from '../../../jobs/payroll/supplementary/take-effect'
import { addLeave } from '../../../jobs/payroll/terms'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const TAX = made({ code: 'TAX', method: 'percent', rate_ppm: 100_000, base: ['GROSS'] })

async function opens(components = [TAX]) {
  office = await supplementaryOffice()
  await office.write((w) => saveComponents(w, components))
}
const compute = (periodId: number) => office.process({ period_id: periodId, force: true })
const draftOf = async (periodId: number) => {
  await compute(periodId)
  return office.run(periodId)
}
const isStale = (periodId: number) => staleReason(office.db, office.run(periodId))?.code
const base = (partyId: number, baseMinor: number) => (w: Write) =>
  setBasePay(w, { partyId, baseMinor, from: '2024-01-01' as LocalDate, origin: 'user:1' })
const items = (partyId: number, list: MonthItem[]) => (w: Write) =>
  setMonthItems(w, { partyId, month: '2024-01' as Month, source: 'typed', items: list, origin: 'user:1' })

describe('a regular draft', () => {
  it('is refused once anything it was computed from was changed, and holds when that was taken back', async () => {
    await opens()
    const ana = await office.hire('Ana', 250_000)
    await office.hire('Ben', 200_000)
    const january = await office.month(1)
    const draft = await draftOf(january)
    const changes: [string, (w: Write) => unknown, (w: Write) => unknown][] = [
      ['a salary', base(ana, 300_000), base(ana, 250_000)],
      ['an item', items(ana, [{ code: 'OVERTIME', amountMinor: 5_000 }]), items(ana, [])],
      ['a rule', (w) => saveComponents(w, []), (w) => saveComponents(w, [TAX])],
    ]
    for (const [what, change, back] of changes) {
      await office.write(change)
      expect([what, isStale(january)]).toEqual([what, 'payroll.run_facts_changed'])
      await expect(office.approve(draft.id)).rejects.toMatchObject({ code: 'payroll.run_facts_changed' })
      await office.write(back)
      expect([what, isStale(january)]).toEqual([what, undefined])
    }
    await office.write((w) =>
      addLeave(w, { partyId: ana, kind: 'unpaid', from: '2024-01-08', to: '2024-01-09', halfDay: false, note: '' }),
    )
    expect(isStale(january)).toBe('payroll.run_facts_changed')
    await compute(january)
    expect(isStale(january)).toBeUndefined()
    await office.approve(draft.id)
    expect(office.posted(ana).BASE).toBe(Math.floor((250_000 * 29 * 2 + 31) / 62))
  })

  it('is refused, and its page still opens, where it could not be computed any more', async () => {
    const rate = (from: string) => ({ code: 'LEVY_RATE', name: '', kind: 'rate' as const, from, source: '' })
    const saveRate = (from: string) => (w: Write) =>
      saveRateVersion(w, { ...rate(from), ratePpm: 10_000, bands: null, amountMinor: null }, 'user:1')
    await opens([])
    await office.write(saveRate('2024-01-01'))
    await office.write(saveRate('2024-06-01'))
    await office.write((w) =>
      saveComponents(w, [made({ code: 'LEVY', method: 'percent', base: ['GROSS'], rate_table: 'LEVY_RATE' })]),
    )
    await office.hire('Ana', 250_000)
    const january = await office.month(1)
    const draft = await draftOf(january)
    await office.write((w) => deleteRateVersion(w, 'LEVY_RATE', '2024-01-01'))
    expect(isStale(january)).toBe('payroll.run_facts_changed')
    await expect(office.approve(draft.id)).rejects.toMatchObject({ code: 'payroll.run_facts_changed' })
    await office.write(saveRate('2024-01-01'))
    await office.approve(draft.id)
  })
})
