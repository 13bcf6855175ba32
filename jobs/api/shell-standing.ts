import type { FromOffice } from './shell-channel'

/** A burst of events is one look, and an office at full work is looked at no more often than this. */
const GATHER_MS = 2_000

type Standing = { name: string; needs: number }

/**
 * Tells the shell what the office calls itself and how many things wait for a person in it: at the start, and some time
 * after something has happened. Where nothing happens nothing is asked. What cannot be read now is asked at the next event.
 */
export function tellStanding(
  look: () => Promise<Standing>,
  tell: (message: FromOffice) => void,
): { lookSoon(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  let isLooking = false
  let isWanted = false
  let isStopped = false
  let told = ''

  const round = async () => {
    timer = null
    isLooking = true
    isWanted = false
    const found = await look().catch(() => null)
    isLooking = false
    if (isStopped) return
    const text = JSON.stringify(found)
    if (found && text !== told) {
      told = text
      tell({ type: 'standing', ...found })
    }
    if (isWanted) lookSoon()
  }
  const lookSoon = () => {
    if (isStopped) return
    if (isLooking) isWanted = true
    else timer ??= setTimeout(() => void round(), GATHER_MS).unref()
  }
  lookSoon()
  return {
    lookSoon,
    stop() {
      isStopped = true
      if (timer) clearTimeout(timer)
    },
  }
}
