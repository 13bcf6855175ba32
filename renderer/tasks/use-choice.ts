import { useState } from 'react'
import type { Choice } from '../components/ledger-list'

/** Tasks by number, or all that match the filter, those that are not on screen too. */
export type Chosen = { isAll: boolean; ids: ReadonlySet<string> }

const NONE: Chosen = { isAll: false, ids: new Set() }

/** Which rows of a list somebody has chosen to act on; another filter begins anew. */
export function useChoice(filter: string) {
  const [state, setState] = useState({ filter, chosen: NONE })
  const chosen = state.filter === filter ? state.chosen : NONE
  const set = (next: Chosen) => setState({ filter, chosen: next })
  const choice: Choice = {
    has: (key) => chosen.isAll || chosen.ids.has(key),
    toggle: (key) => {
      const ids = new Set(chosen.ids)
      if (!ids.delete(key)) ids.add(key)
      set({ isAll: false, ids })
    },
    add: (keys) => set({ isAll: chosen.isAll, ids: new Set([...chosen.ids, ...keys]) }),
  }
  return { chosen, choice, chooseAll: () => set({ isAll: true, ids: new Set() }), leave: () => set(NONE) }
}
