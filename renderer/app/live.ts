import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Client } from './client'

/** A burst of events is one question. */
const GATHER_MS = 200
/** Health tries the disk each time it is asked; it is no finer than this. */
const HEALTH_MS = 5_000
const MINUTE_MS = 60_000

/** Asks what is on screen again when the office says that something has changed. Nothing is polled. */
export function useEvents(client: Client): void {
  const queries = useQueryClient()
  useEffect(() => {
    const timers = new Map<number, number>()
    const askAgain = (after: number, isMeant: (method: unknown) => boolean) => {
      if (timers.has(after)) return
      const ask = () => {
        timers.delete(after)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => isMeant(queryKey[0]) })
      }
      timers.set(after, window.setTimeout(ask, after))
    }
    const stop = client.onEvent(() => {
      askAgain(GATHER_MS, (method) => method !== 'system.health')
      askAgain(HEALTH_MS, (method) => method === 'system.health')
    })
    return () => {
      stop()
      for (const timer of timers.values()) window.clearTimeout(timer)
    }
  }, [client, queries])
}

/** The office's clock as it goes on from what the office last said. */
export function useOfficeClock(said: string | undefined): Date {
  const [, tick] = useState(0)
  const [shift, setShift] = useState(0)
  useEffect(() => {
    if (said) setShift(Date.parse(said) - Date.now())
    const timer = window.setInterval(() => tick((n) => n + 1), MINUTE_MS / 4)
    return () => window.clearInterval(timer)
  }, [said])
  return new Date(Date.now() + shift)
}
