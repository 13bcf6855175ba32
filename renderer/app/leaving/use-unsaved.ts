import { useEffect, useRef } from 'react'
import { type Held, unsaved } from './unsaved'

/** While this is not null, the page is not left without a question. For what is more than text typed into a form. */
export function useUnsaved(held: Held | null): void {
  const latest = useRef<Held>({ what: '' })
  if (held) latest.current = held
  const isHeld = held !== null
  useEffect(() => (isHeld ? unsaved.hold(() => latest.current) : undefined), [isHeld])
}
