import type { Write } from '../engine/write'
import { type EditedComponent, type EditedVersion, saveComponents, saveRateVersion } from '../payroll'
import { markSample } from '../shared/sample-mark'
import { readSetting, writeSetting } from '../shared/settings'
import type { Currency } from '../values/money'
import { SAMPLE_DOMAIN } from './story'

/** Contributions and a tax in round figures, to show how a table looks. They are nobody's law. */
const COMPONENTS: EditedComponent[] = [
  component('TRANSPORT', 'Transport allowance', 'earning', 150, {
    method: 'fixed',
    amount_minor: 6_000,
    prorate: true,
  }),
  component('SOCIAL', 'Social contribution', 'deduction', 500, {
    method: 'percent',
    rate_ppm: 80_000,
    base: ['GROSS'],
  }),
  component('INCOME_TAX', 'Income tax (sample bands)', 'deduction', 520, {
    method: 'bands',
    base: ['TAXABLE'],
    rate_table: 'SAMPLE_BANDS',
  }),
  component('PENSION', 'Pension, paid by the office', 'employer', 900, {
    method: 'percent',
    rate_ppm: 50_000,
    base: ['BASE'],
  }),
]

/** In force before the story begins. */
const BANDS: EditedVersion = {
  code: 'SAMPLE_BANDS',
  name: 'Income tax (sample bands)',
  kind: 'bands',
  from: '2000-01-01',
  bands: [
    { upToMinor: 100_000, ratePpm: 0 },
    { upToMinor: 250_000, ratePpm: 150_000 },
    { upToMinor: 400_000, ratePpm: 250_000 },
    { upToMinor: null, ratePpm: 350_000 },
  ],
  ratePpm: null,
  amountMinor: null,
  source: 'Made up for this sample office; nobody’s law',
}

function component(
  code: string,
  name: string,
  kind: EditedComponent['kind'],
  order: number,
  rest: Partial<EditedComponent> & { method: string },
): EditedComponent {
  return {
    code,
    name,
    kind,
    order,
    taxable: kind === 'earning',
    prorate: false,
    one_off: false,
    amount_minor: null,
    rate_ppm: null,
    base: [],
    bands: null,
    formula: null,
    rate_table: null,
    months: null,
    carry_over: false,
    cap_minor: null,
    rounding: 'half_up',
    structures: null,
    active: true,
    ...rest,
  }
}

/** The office itself: marked as invented before anything else is in it. It keeps the machine's zone and counts in euros. */
export function settleSampleOffice(write: Write, seed: number): void {
  markSample(write, seed)
  writeSetting(write, 'office', {
    ...readSetting(write.db, 'office'),
    name: 'Harbour & Lane Trading (sample)',
    currency: 'EUR' as Currency,
    language: 'en',
    address: '4 Harbour Lane\n1000 Sampleton',
    notification_address: `office@${SAMPLE_DOMAIN}`,
  })
  const { has_password: _, ...mail } = readSetting(write.db, 'mail')
  writeSetting(write, 'mail', {
    ...mail,
    host: `smtp.${SAMPLE_DOMAIN}`,
    from: `Harbour & Lane Trading <payroll@${SAMPLE_DOMAIN}>`,
    hold_minutes: 0,
  })
  saveRateVersion(write, BANDS, write.actor)
  saveComponents(write, COMPONENTS)
}
