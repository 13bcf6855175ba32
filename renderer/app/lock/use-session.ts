import { type Query, useQuery } from '@tanstack/react-query'
import { mayCall, type Role } from '../../../jobs/values/roles'
import { useClient, useSay } from '../office'

export const SESSION = ['session.current', {}] as const
export const isSession = ({ queryKey }: Query): boolean => queryKey[0] === SESSION[0]

/** Who works in this window. Another tab of the same browser may have locked or unlocked it meanwhile. */
export function useSession() {
  const client = useClient()
  return useQuery({
    queryKey: SESSION,
    queryFn: () => client.call('session.current', {}),
    refetchOnWindowFocus: 'always',
    // Without a session every part that asks who may what would ask again, and take the page away while it waits.
    retryOnMount: false,
  })
}

/** Whether who is here may do what takes this role: what one may not do is not offered. The office checks it again. */
export function useMay(needed: Role): boolean {
  const role = useSession().data?.user?.role
  return role !== undefined && mayCall(role, needed)
}

/** Puts what the office said about this session on screen. */
export const useSaySession = () => useSay(...SESSION)
