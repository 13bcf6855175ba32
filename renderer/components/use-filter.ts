import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Filter = Record<string, string>

/** What a list shows stands in the address: `#/tasks?state=FAILURE&q=payroll`. An empty value takes a term away. */
export function useFilter(): [filter: Filter, change: (patch: Filter) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const filter: Filter = {}
  for (const [name, value] of Object.entries(search)) if (value !== '' && value != null) filter[name] = String(value)
  const change = useCallback(
    (patch: Filter) => {
      const changed = (before: Record<string, unknown>) => {
        const after = { ...before, ...patch }
        for (const [name, value] of Object.entries(after)) if (value === '') delete after[name]
        return after
      }
      void navigate({ to: '.', search: changed as never, replace: true })
    },
    [navigate],
  )
  return [filter, change]
}
