import type { QueryClient } from '@tanstack/react-query'
import type { Input, MethodName } from '../../jobs/api/contract'
import type { Client } from './client'

/** What lock, frame and Today ask first, as they ask it. */
const FIRST: { [M in MethodName]?: Input<M> } = {
  'session.current': {},
  'today.read': {},
  'system.about': {},
  'system.health': {},
  'office.read_setting': { setting: 'modules' },
}

/**
 * Asks while the page is still being drawn: else the lock's answer is waited for before the frame's questions are even
 * asked. What is refused here, as in a locked office, is asked again by who needs it.
 */
export function askAhead(client: Client, queries: QueryClient): void {
  for (const [method, input] of Object.entries(FIRST))
    void queries.prefetchQuery({
      queryKey: [method, input],
      queryFn: () => client.call(method as MethodName, input as never),
    })
}
