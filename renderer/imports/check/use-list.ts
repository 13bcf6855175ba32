import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient } from '../../app/office'
import { type Cause, type Counts, type Layout, layoutOf, type Show } from './layout'
import { RowStore } from './row-store'

type LaidOut = { layout: Layout; store: RowStore }
type List = {
  layout: Layout | null
  store: RowStore | null
  error: unknown
  layOut(): void
  /** A list that arrives while a cell is typed in waits until that is done: the hand would be in another cell. */
  hold(isHeld: boolean): void
}

/**
 * The list as it was laid out, which does not move under the hand while cells are typed; `layOut` groups it anew by what
 * the office then says.
 */
export function useList(id: number, show: Show): List {
  const client = useClient()
  const [, tell] = useState(0)
  const [list, setList] = useState<LaidOut | null>(null)
  const [turn, setTurn] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const isHere = useRef(true)
  const isHeld = useRef(false)
  const waiting = useRef<LaidOut | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn lays out anew
  useEffect(() => {
    isHere.current = true
    const asked = Promise.all([client.call('imports.causes', { id }), client.call('imports.get', { id })])
    let isLast = true
    const laidOut = asked.then(([{ items }, { counts }]: [{ items: Cause[] }, { counts: Counts }]) => {
      if (!isLast) return
      setError(null)
      const store = new RowStore(client, id, () => isHere.current && tell((n) => n + 1))
      const next = { layout: layoutOf(show, items, counts), store }
      waiting.current = isHeld.current ? next : null
      if (!isHeld.current) setList(next)
    })
    laidOut.catch((refused: unknown) => isLast && setError(refused))
    return () => {
      isLast = false
      isHere.current = false
      waiting.current = null
    }
  }, [client, id, show, turn])
  const layOut = useCallback(() => setTurn((n) => n + 1), [])
  const hold = useCallback((now: boolean) => {
    isHeld.current = now
    if (now || !waiting.current) return
    setList(waiting.current)
    waiting.current = null
  }, [])
  return useMemo(
    () => ({ layout: list?.layout ?? null, store: list?.store ?? null, error, layOut, hold }),
    [list, error, layOut, hold],
  )
}
