import { type Random, randomFrom } from '../../../jobs/sample/random'
import type { FaultPoint } from '../../../jobs/values/faults'

/** When an office is killed, each counted from another beginning. */
export type Kill =
  /** At the nth commit from the beginning of a script: the office was idle, and is armed as it serves. */
  | { at: 'commit'; point: CommitSide; nth: number }
  /** At the nth commit of a start: recovery and catching up are killed too. */
  | { at: 'commit_of_start'; point: CommitSide; nth: number }
  /** So many milliseconds after it was ready. */
  | { at: 'instant'; ms: number }
  /** So many milliseconds after its process was made. */
  | { at: 'instant_of_start'; ms: number }

export type CommitSide = Extract<FaultPoint, 'engine.before_commit' | 'engine.after_commit'>
const SIDES: CommitSide[] = ['engine.before_commit', 'engine.after_commit']

/** One run of the script, and who dies in it, in this order. */
export type Round = { kills: Kill[] }

/** Kills of a folder that stand at a commit boundary of their own script. */
export const WALKED = 25
/** No divisor of twice a number of commits below it, so that the walk comes to every boundary before it comes to one again. */
const STRIDE = 7919

/**
 * The kills of one folder, from its seed. Half are boundaries: the folders of successive seeds walk over all of them
 * (`commits` of them in a script, two sides each). The other half piles up, several in one run of the script.
 */
export function planRounds(seed: number, kills: number, commits: number): Round[] {
  const random = randomFrom(seed)
  const walked = Math.min(WALKED, Math.ceil(kills / 2))
  const rounds: Round[] = Array.from({ length: walked }, (_, i) => ({
    kills: [boundary((((seed - 1) * WALKED + i) * STRIDE) % (commits * 2))],
  }))
  for (let left = kills - walked; left > 0; ) {
    const size = Math.min(left, random.between(1, 8))
    rounds.push({ kills: Array.from({ length: size }, () => anyKill(random)) })
    left -= size
  }
  return random.shuffled(rounds)
}

const boundary = (place: number): Kill => ({
  at: 'commit',
  point: SIDES[place % 2] ?? 'engine.before_commit',
  nth: Math.floor(place / 2) + 1,
})

function anyKill(random: Random): Kill {
  const kind = random.next()
  if (kind < 0.4) return { at: 'commit_of_start', point: random.pick(SIDES), nth: random.between(1, 20) }
  // Between two milliseconds, not at one.
  if (kind < 0.85) return { at: 'instant', ms: random.next() * 500 }
  return { at: 'instant_of_start', ms: random.next() * 400 }
}

export const wordKill = (kill: Kill): string =>
  'ms' in kill
    ? `${kill.ms.toFixed(3)} ms after ${kill.at === 'instant' ? 'it was ready' : 'its start'}`
    : `${kill.point} ${kill.nth}${kill.at === 'commit' ? ' of the script' : ' of its life'}`
