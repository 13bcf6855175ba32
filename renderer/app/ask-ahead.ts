import type { QueryClient } from '@tanstack/react-query'
import type { Client } from './client'

/** What lock, frame and Today ask first; none takes an argument. */
const FIRST = ['session.current', 'today.read', 'system.about', 'system.health'] as const

/**
 * Asks while the page is still being drawn: else the lock's answer is waited for before the frame's questions are even
 * asked (60 ms of the start). What is refused here, as in a locked office, is asked again by who needs it.
 */
export function askAhead(client: Client, queries: QueryClient): void {
  for (const method of FIRST)
    void queries.prefetchQuery({ queryKey: [method, {}], queryFn: () => client.call(method, {}) })
}
