import { useEffect, useRef } from 'react'
import type { Input, Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'

type Preview = Output<'schedules.preview'>

/**
 * What a cron expression comes to, and what is wrong with it. Until the answer about what was typed last is there, the one
 * before stays, so that nothing blinks while one types.
 */
export function usePreview(
  cron: string | null,
  zone: string,
  workingDay: Input<'schedules.preview'>['working_day'],
  task: string,
): { data: Preview | undefined; error: Error | null } {
  const asked = { cron: cron ?? '', zone, working_day: workingDay, task }
  const { data, error } = useAsk('schedules.preview', asked, { when: cron !== null })
  const before = useRef<Preview>(undefined)
  useEffect(() => {
    if (data) before.current = data
  }, [data])
  return { data: data ?? (error ? undefined : before.current), error }
}
