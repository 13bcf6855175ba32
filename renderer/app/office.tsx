import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { Input, MethodName, Output } from '../../jobs/api/contract'
import type { Client } from './client'

const OfficeContext = createContext<Client | null>(null)

export const OfficeProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <OfficeContext.Provider value={client}>{children}</OfficeContext.Provider>
)

export function useClient(): Client {
  const client = useContext(OfficeContext)
  if (!client) throw new Error('outside the office')
  return client
}

/** Asks a method and keeps the answer until an event says that something changed. `when: false` waits with asking. */
export function useAsk<M extends MethodName>(method: M, input: Input<M>, { when = true } = {}) {
  const client = useClient()
  return useQuery<Output<M>>({
    queryKey: [method, input] as QueryKey,
    queryFn: () => client.call(method, input),
    enabled: when,
  })
}

/** A deed: `act.mutate(input)`; its refusal is `act.error` (a `Refused`, in words). What is on screen is asked again after it. */
export function useAct<M extends MethodName>(method: M, options: { done?: (output: Output<M>) => void } = {}) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<Output<M>, Error, Input<M>>({
    mutationFn: (input) => client.call(method, input),
    onSuccess: (output) => options.done?.(output),
    onSettled: () => queries.invalidateQueries(),
  })
}
