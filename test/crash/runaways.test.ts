import { expect, test } from 'vitest'
import { bareStartMs, ENDINGS, letRunAway, mixOf, openForRunaways, quantile, type Served } from '../support/runaways'

/**
 * Tasks that spin, leak, throw strange things, post after their end or end their thread, one after the other on the only
 * slot, which serves again within 100 ms (p99) of the end of one that cost it the thread. `npm run test:runaways` lets 1,000
 * of them loose; DAYBOOK_SEED gives the mix of one number again.
 *
 * The one allowance: where other processes took more than a tenth of the machine while a slot was getting ready again, it may
 * take twice as long as a bare thread takes to start at such a moment with two syncs of the disk, if that is longer. How many
 * were so, and what was left of the machine, is printed; all others are held to the 100 ms.
 */
const COUNT = Number(process.env.DAYBOOK_RUNAWAYS ?? 60)
const isLong = COUNT >= 1_000
const SEED = Number(process.env.DAYBOOK_SEED ?? 4)
const SERVES_AGAIN_MS = 100

test(
  'whatever a task does to its slot, the slot serves again and the office goes on',
  async () => {
    const made = await openForRunaways()
    const { engine } = made
    const served: Served[] = []
    /** What a bare start took right after a disturbed one. */
    const starts: number[] = []
    let writes = 0
    let open = true
    const goesOn = (async () => {
      for (; open; writes++) await engine.write('system', () => {})
    })()
    try {
      for (const [i, way] of mixOf(SEED, COUNT).entries()) {
        const one = await letRunAway(made, way)
        const { state, codes } = ENDINGS[way]
        expect(one.state, `${i}: ${way} ${one.code}`).toBe(state)
        if (codes.length) expect(codes, way).toContain(one.code)
        served.push(one)
        if (!isCalm(one)) starts.push(await bareStartMs(made.folder))
      }
    } finally {
      open = false
      await goesOn
    }
    expect(writes).toBeGreaterThan(COUNT)
    expect(engine.status()).toMatchObject({ state: 'running', degradedReason: null })
    await engine.stop(500)

    const costly = served.filter((one) => one.costsThread)
    const p99 = (some: Served[]) =>
      quantile(
        some.map(({ ms }) => ms),
        0.99,
      )
    const [calm, disturbed] = [costly.filter(isCalm), costly.filter((one) => !isCalm(one))]
    const allowed = Math.max(SERVES_AGAIN_MS, 2 * quantile(starts, 0.99) || 0)
    const shown = (ms: number) => (Number.isNaN(ms) ? 'none' : `${ms.toFixed(0)} ms`)
    console.log(
      `runaways: ${COUNT} let loose, ${costly.length} cost the thread: served again p99 ${shown(p99(costly))}; ` +
        `${calm.length} of them undisturbed by others: p99 ${shown(p99(calm))}; ${disturbed.length} disturbed ` +
        `(at worst ${Math.round(100 * Math.min(...costly.map(({ share }) => share)))}% of the machine left): ` +
        `p99 ${shown(p99(disturbed))}, allowed ${shown(allowed)}; of all p99 ${shown(p99(served))}`,
    )
    if (calm.length > 0) expect(p99(calm)).toBeLessThanOrEqual(SERVES_AGAIN_MS)
    if (disturbed.length > 0) expect(p99(disturbed)).toBeLessThanOrEqual(allowed)
  },
  isLong ? 3_600_000 : 300_000,
)

const isCalm = ({ share }: Served): boolean => share >= 0.9
