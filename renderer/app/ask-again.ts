import type { Query, QueryClient } from '@tanstack/react-query'

/**
 * Asks again what is on screen; resolves when it is answered. An answer that is already on its way may have been read
 * before the change, and TanStack Query takes it for the new one where a question has none yet (`cancelRefetch` counts only
 * beside data) or where nobody shows it now: such a question is asked once more after that answer.
 */
export async function askAgain(queries: QueryClient, isMeant: (query: Query) => boolean = everything): Promise<void> {
  const unanswered = queries.getQueryCache().findAll({
    fetchStatus: 'fetching',
    predicate: (query) => isMeant(query) && (query.state.data === undefined || !query.isActive()),
  })
  const onScreen = unanswered.filter((query) => query.isActive())
  for (const query of unanswered) void onceMore(queries, query)
  const now = queries.invalidateQueries({ predicate: isMeant })
  await Promise.all([now, ...onScreen.map((query) => onceMore(queries, query))])
}

const everything = () => true

/** Questions whose answer is waited for before they are asked once more. */
const waiting = new WeakMap<Query, Promise<void>>()

function onceMore(queries: QueryClient, query: Query): Promise<void> {
  const after = waiting.get(query) ?? afterAnswer(queries, query)
  waiting.set(query, after)
  return after
}

async function afterAnswer(queries: QueryClient, query: Query): Promise<void> {
  await query.promise?.catch(() => undefined) // a refusal is an answer
  waiting.delete(query)
  await queries.invalidateQueries({ predicate: (one) => one === query })
}
