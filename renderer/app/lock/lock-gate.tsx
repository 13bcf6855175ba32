import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { askAgain } from '../ask-again'
import { Refused } from '../client'
import { useEvents } from '../live'
import { useClient } from '../office'
import { Locked } from './locked'
import { isSession, useSaySession, useSession } from './use-session'

/** Keys and clicks are told to the office at most so often. */
const TELL_MS = 20_000

/**
 * The window, or the lock in its place. Locking takes everything that was answered off the page; the address stays, so
 * that the page goes on where it was. A page without any session passes: its frame says how to get in.
 */
export function LockGate({ children }: { children: ReactNode }) {
  const session = useSession()
  const last = useRef<number | null>(null)
  const isLocked = session.data?.locked === true
  useEvents(useClient()) // also while it is locked: another tab of the same browser may unlock it
  useLockedAnswers()
  useForget(isLocked)
  usePresence(session.data?.locks_in_seconds ?? null, session.dataUpdatedAt)
  if (session.data?.user) last.current = session.data.user.id
  if (session.isPending) return null
  if (!session.data?.locked) return children
  return <Locked users={session.data.users} last={last.current} />
}

/** Any answer can be “locked”; then the office is asked how the session stands. */
function useLockedAnswers() {
  const queries = useQueryClient()
  useEffect(() => {
    const look = (error: unknown) => {
      if (error instanceof Refused && error.code === 'session.locked') void askAgain(queries, isSession)
    }
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queries])
}

function useForget(isLocked: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (isLocked) queries.removeQueries({ predicate: (query) => !isSession(query) })
  }, [isLocked, queries])
}

/** Tells the office that somebody is at the window, and asks it again when the time is up in which nobody was. */
function usePresence(seconds: number | null, saidAt: number) {
  const client = useClient()
  const queries = useQueryClient()
  const say = useSaySession()
  const told = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the office begins the time anew
  useEffect(() => {
    if (seconds === null) return
    const timer = window.setTimeout(
      () => void askAgain(queries, isSession),
      Math.min(seconds * 1000 + 500, 2 ** 31 - 1),
    )
    const isHere = () => {
      if (Date.now() - told.current < TELL_MS) return
      told.current = Date.now()
      void client.call('session.stay', {}).then(say, () => askAgain(queries, isSession))
    }
    const signs = ['keydown', 'pointerdown', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, isHere, { passive: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, isHere)
    }
  }, [client, queries, seconds, saidAt])
}
