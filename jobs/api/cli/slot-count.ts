import { usage } from './usage'

/** How many slots an office starts with, and between which numbers they change with the work. */
export type SlotCount = { concurrency: number; scale?: { least: number; most: number } }

const USUAL: SlotCount = { concurrency: 2, scale: { least: 1, most: 4 } }
const MOST = 64

/** `--concurrency 4`: always four. `--concurrency 3-10`: three, and up to ten as the work asks for it (`--autoscale=10,3`). */
export function slotCountOf(text: string | undefined): SlotCount {
  if (text === undefined) return USUAL
  const [, low, high] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  const least = Number(low)
  const most = Number(high ?? low)
  if (!(least >= 1 && most >= least && most <= MOST))
    throw usage('cli.not_a_number', {
      option: '--concurrency',
      found: text,
      expected: `a whole number from 1 to ${MOST}, or two with the smaller first, such as 3-10`,
    })
  return high === undefined ? { concurrency: least } : { concurrency: least, scale: { least, most } }
}
