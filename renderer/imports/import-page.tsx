import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { NotHere } from '../app/frame/not-here'
import { useAsk } from '../app/office'
import { CheckRows } from './check/check-rows'
import { MapColumns } from './map-columns'
import { Receipt } from './receipt'
import { RefusedFile } from './refused-file'
import { Working } from './working'

/** One import: the page it needs now. */
export function ImportPage() {
  const { id, step }: { id?: string; step?: string } = useParams({ strict: false })
  const number = Number(id)
  const isNumber = Number.isInteger(number) && number > 0
  const { data: one, error } = useAsk('imports.get', { id: number }, { when: isNumber })
  // Whoever sent the rows to be checked goes on in the grid; a page that is opened with its rows leaves the focus.
  const isSentOn = useRef(false)
  useEffect(() => {
    if (one) isSentOn.current ||= one.state !== 'checked' || step === 'map'
  }, [one, step])
  if (!isNumber || error) return <NotHere />
  if (!one) return null
  switch (one.state) {
    case 'reading':
    case 'checking':
    case 'applying':
    case 'undoing':
      return <Working one={one} />
    case 'mapping':
      return <MapColumns one={one} />
    case 'checked':
      // Checked again before the window asked, the rows are others, though it never saw the office at work.
      return step === 'map' ? (
        <MapColumns one={one} />
      ) : (
        <CheckRows key={one.checked_at} one={one} takesFocus={isSentOn.current} />
      )
    case 'applied':
    case 'undone':
      return <Receipt key={one.state} one={one} isUndoOpen={step === 'undo'} />
    case 'refused':
      return <RefusedFile one={one} />
  }
}
