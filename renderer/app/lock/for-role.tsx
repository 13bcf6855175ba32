import type { ReactNode } from 'react'
import type { Role } from '../../../jobs/values/roles'
import { useMay } from './use-session'

type ForRoleProps = { needed: Role; else?: ReactNode; children: ReactNode }

/** What is in it is offered to those whose role may do it; the others get `else`, or nothing. */
export function ForRole({ needed, else: otherwise = null, children }: ForRoleProps) {
  return useMay(needed) ? children : otherwise
}
