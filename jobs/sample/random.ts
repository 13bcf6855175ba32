/** Numbers from a seed: the same seed gives the same row of numbers on every machine (mulberry32). */
export type Random = {
  /** From 0 up to, not with, 1. */
  next(): number
  /** A whole number, both ends among them. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[]
}

export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('there is nothing to pick from')
      return from[between(0, from.length - 1)] as T // within the list
    },
    shuffled<T>(things: readonly T[]): T[] {
      const left = [...things]
      const order: T[] = []
      while (left.length > 0) order.push(...left.splice(between(0, left.length - 1), 1))
      return order
    },
  }
}
