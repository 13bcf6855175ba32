import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { askAgain } from './ask-again'
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
    const isHealth = ({ queryKey }: Query) => queryKey[0] === 'system.health'
    const rounds = [
      askInRounds(GATHER_MS, () => askAgain(queries, (query) => !isHealth(query))),
      askInRounds(HEALTH_MS, () => askAgain(queries, isHealth)),
    ]
    const stop = client.onEvent(({ type }) => {
      if (type === 'file_progress') return // it changes nothing
      for (const round of rounds) round.askSoon()
    })
    return () => {
      stop()
      for (const round of rounds) round.stop()
    }
  }, [client, queries])
}

/**
 * Asks `afterMs` after the first event, and not again before all has been answered: a round that cancelled the one before
 * would never end while events come faster than answers, and the page would stand still.
 */
export function askInRounds(afterMs: number, ask: () => Promise<unknown>): { askSoon(): void; stop(): void } {
  let timer: number | null = null
  let isAsking = false
  let isWanted = false
  const askSoon = () => {
    if (isAsking) isWanted = true
    else timer ??= window.setTimeout(round, afterMs)
  }
  const round = async () => {
    timer = null
    isAsking = true
    isWanted = false
    try {
      await ask()
    } finally {
      isAsking = false
      if (isWanted) askSoon()
    }
  }
  return {
    askSoon,
    stop: () => {
      isWanted = false
      if (timer !== null) window.clearTimeout(timer)
    },
  }
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
