import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

const TYPING_MS = 250

/**
 * Text that is typed here and stands in the address a moment later. What comes back from there is not taken up again, so
 * that no letter typed meanwhile is lost; what was changed elsewhere (a link, a page left and come back to) is.
 */
export function useTyped(stands: string, say: (text: string) => void) {
  const [typed, setTyped] = useState(stands)
  // What was said and has not come back yet, in order.
  const said = useRef([stands])
  useEffect(() => {
    const at = said.current.lastIndexOf(stands)
    said.current = at === -1 ? [stands] : said.current.slice(at)
    if (at === -1) setTyped(stands)
  }, [stands])
  const later = useDebouncedCallback((text: string) => {
    said.current.push(text)
    say(text)
  }, TYPING_MS)
  return {
    typed,
    type: (text: string) => {
      setTyped(text)
      later(text.trim())
    },
    /** Without saying so: the one who empties it says more than that. */
    empty: () => {
      later.cancel()
      said.current.push('')
      setTyped('')
    },
  }
}
