import { useCallback, useState } from 'react'
import type { Choice } from '../components/ledger-list'

/** Tasks by number, or all that match the filter, those that are not on screen too. */
export type Chosen = { isAll: boolean; ids: ReadonlySet<string> }

const NONE: Chosen = { isAll: false, ids: new Set() }

/** Which rows of a list somebody has chosen to act on; another filter begins anew. */
export function useChoice(filter: string) {
  const [state, setState] = useState({ filter, chosen: NONE })
  const chosen = state.filter === filter ? state.chosen : NONE
  const change = useCallback(
    (next: (before: Chosen) => Chosen) =>
      setState((before) => ({ filter, chosen: next(before.filter === filter ? before.chosen : NONE) })),
    [filter],
  )
  // The same function while one chooses: the rows whose choice did not change are not drawn anew.
  const toggle = useCallback(
    (key: string) =>
      change(({ ids: before }) => {
        const ids = new Set(before)
        if (!ids.delete(key)) ids.add(key)
        return { isAll: false, ids }
      }),
    [change],
  )
  const choice: Choice = {
    has: (key) => chosen.isAll || chosen.ids.has(key),
    toggle,
    add: (keys) => change(({ isAll, ids }) => ({ isAll, ids: new Set([...ids, ...keys]) })),
  }
  return {
    chosen,
    choice,
    chooseAll: () => change(() => ({ isAll: true, ids: new Set() })),
    leave: () => change(() => NONE),
  }
}
