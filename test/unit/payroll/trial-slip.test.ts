import { afterEach, expect, it } from 'vitest'
import { structureId } from '../../../db/queries/payroll/components'
import { saveComponents } from '../../../jobs/payroll/components'
import { setTerms } from '../../../jobs/payroll/contracts'
import { saveRateVersion } from '../../../jobs/payroll/rate-tables'
import { saveStructures } from '../../../jobs/payroll/structures'
import { trialSlip } from '../../../jobs/payroll/trial'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { made, only } from './pay-months'
import { type SupplementaryOffice, supplementaryOffice } from './supplementary-office'

let office: SupplementaryOffice
afterEach(() => office.engine.stop(1000))

const BANDS = [
  { upToMinor: 400_000, ratePpm: 100_000 },
  { upToMinor: null, ratePpm: 300_000 },
]

it('of the calculator says what the run of that month pays: rate tables, structures and the year so far count', async () => {
  office = await supplementaryOffice()
  const ana = await office.hire('Ana', 310_000)
  await office.write((w) => {
    for (const given of [
      { code: 'TAX_BANDS', kind: 'bands' as const, from: '2024-01-01', bands: BANDS },
      { code: 'MEAL', kind: 'amount' as const, from: '2024-01-01', amountMinor: 500 },
      { code: 'MEAL', kind: 'amount' as const, from: '2024-02-01', amountMinor: 700 },
    ]) {
      saveRateVersion(w, { name: '', ratePpm: null, amountMinor: null, bands: null, source: '', ...given }, 'user:1')
    }
    saveComponents(w, [
      made({ code: 'TAX', method: 'cumulative_bands', rate_table: 'TAX_BANDS', base: ['GROSS'] }),
      made({ code: 'LUNCH', kind: 'earning', method: 'formula', formula: 'DAYS / 1 days * MEAL', order: 300 }),
    ])
    saveStructures(w, [{ code: 'STAFF', name: '', day_count: 'working', exclude_holidays: false, components: [] }])
    const terms = { structureId: structureId(w.db, 'STAFF') }
    setTerms(w, { partyId: ana, from: '2024-01-01' as LocalDate, terms, origin: 'user:1' })
  })
  await office.runPeriod(await office.month(1))
  const run = await office.runPeriod(await office.month(2))
  const paid = only(office.slips(run))
  const asked = { partyId: ana, baseMinor: 310_000, items: [] }
  const february = trialSlip(office.db, { ...asked, month: '2024-02' as Month })
  expect(february.error).toBe(null)
  expect(february.lines.map((one) => [one.code, one.quantity, one.amountMinor])).toEqual(
    office.lines(run).map((one) => [one.code, one.quantity, one.amount_minor]),
  )
  expect([february.grossMinor, february.netMinor]).toEqual([paid.gross_minor, paid.net_minor])
  // 21 working days at 7.00; of the year's 646,200 the tax is 113,860, of which 32,150 were withheld in January.
  expect(february.lines.map(({ code, amountMinor }) => [code, amountMinor])).toEqual([
    ['BASE', 310_000],
    ['LUNCH', 14_700],
    ['TAX', 81_710],
  ])
  // Nobody in particular starts the year with nothing behind.
  const nobody = trialSlip(office.db, { ...asked, partyId: null, month: '2024-02' as Month })
  expect(nobody.lines.find(({ code }) => code === 'TAX')?.amountMinor).toBe(33_030)
})
