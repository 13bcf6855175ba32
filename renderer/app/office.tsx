import { hashKey, keepPreviousData, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { Input, MethodName, Output } from '../../jobs/api/contract'
import { askAgain } from './ask-again'
import { type Client, Refused } from './client'
import { placeHere } from './leaving/place'

const OfficeContext = createContext<Client | null>(null)

export const OfficeProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <OfficeContext.Provider value={client}>{children}</OfficeContext.Provider>
)

export function useClient(): Client {
  const client = useContext(OfficeContext)
  if (!client) throw new Error('outside the office')
  return client
}

/**
 * Asks a method and keeps the answer until an event says that something changed. `when: false` waits with asking; with
 * `keep` the answer to the question before stands until the new one is here (`isPlaceholderData`), so that what is chosen by
 * is not taken from under the hand. A refusal is kept too while it is asked again: the query itself would forget it
 * meanwhile, and the page would blink. That no answer came, as while the office starts again, is no refusal: what is held
 * stays, with all that is being typed beside it.
 */
export function useAsk<M extends MethodName>(method: M, input: Input<M>, { when = true, keep = false } = {}) {
  const client = useClient()
  const queryKey: QueryKey = [method, input]
  const asked = useQuery<Output<M>>({
    queryKey,
    queryFn: () => client.call(method, input),
    enabled: when,
    ...(keep && { placeholderData: keepPreviousData }),
  })
  const of = hashKey(queryKey)
  const refused = useRef({ of, error: asked.error })
  if (asked.error || asked.isSuccess || refused.current.of !== of) refused.current = { of, error: asked.error }
  const error = asked.data !== undefined && !isRefusal(refused.current.error) ? null : refused.current.error
  // Not a copy: what is not read of a query does not draw the page anew.
  return new Proxy(asked, { get: (query, name) => (name === 'error' ? error : Reflect.get(query, name)) })
}

/** Puts what the office answered to a deed in the place of what it had answered to a question, which is asked anew later. */
export function useSay<M extends MethodName>(method: M, input: Input<M>): (answer: Output<M>) => void {
  const queries = useQueryClient()
  return (answer) => void queries.setQueryData<Output<M>>([method, input], answer)
}

const isRefusal = (error: Error | null) => error instanceof Refused && error.code !== 'office.interrupted'

type After<M extends MethodName> = {
  /** Its answer, whatever else is on screen by then. */
  done?: (output: Output<M>, input: Input<M>) => void
  /** The same, only while what asked is on screen: a form that was closed and opened again is another one. */
  onScreen?: (output: Output<M>) => void
  /** Where it leads (`#/people/7`), unless somebody has gone elsewhere since: an answer fetches nobody back. */
  goTo?: (output: Output<M>) => string
}

/** A deed: `act.mutate(input)`; its refusal is `act.error` (a `Refused`, in words). What is on screen is asked again after it. */
export function useAct<M extends MethodName>(method: M, { done, onScreen, goTo }: After<M> = {}) {
  const client = useClient()
  const queries = useQueryClient()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return useMutation<Output<M>, Error, Input<M>, string>({
    mutationFn: (input) => client.call(method, input),
    onMutate: () => placeHere(),
    onSuccess: (output, input, from) => {
      done?.(output, input)
      if (isHere.current) onScreen?.(output)
      if (goTo && placeHere() === from) window.location.assign(goTo(output))
    },
    onSettled: () => askAgain(queries),
  })
}
