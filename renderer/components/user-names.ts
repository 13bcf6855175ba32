import { useCallback } from 'react'
import { useAsk } from '../app/office'

/** The name of whoever has a number here; nothing for one that nobody has. */
export function useUserNames(): (id: string) => string | undefined {
  const users = useAsk('users.names', {}).data?.items
  return useCallback((id) => users?.find((one) => String(one.id) === id)?.name, [users])
}
