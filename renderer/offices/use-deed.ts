import { useState } from 'react'
import type { OfficesDeed } from '../../jobs/api/page-bridge'
import { bridge } from '../app/bridge'
import { Refused } from '../app/client'
import { unsaved } from '../app/leaving/unsaved'

/** A deed with the list of offices: whether it is under way, done, or why it was refused. */
export function useDeed() {
  const [state, setState] = useState<{ isBusy: boolean; isDone: boolean; error: Error | null }>({
    isBusy: false,
    isDone: false,
    error: null,
  })
  const act = async (deed: OfficesDeed, done?: () => void) => {
    setState({ isBusy: true, isDone: false, error: null })
    const answer = await bridge()?.doWithOffices(deed)
    if (answer?.outcome === 'refused') {
      const { message, fix } = answer
      unsaved.refused()
      setState({ isBusy: false, isDone: false, error: new Refused({ code: 'offices', message, fix }) })
      return
    }
    unsaved.accepted()
    setState({ isBusy: false, isDone: answer?.outcome === 'done', error: null })
    if (answer?.outcome === 'done') done?.()
  }
  return { ...state, act, reset: () => setState({ isBusy: false, isDone: false, error: null }) }
}
