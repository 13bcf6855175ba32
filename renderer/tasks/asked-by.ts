import { useCallback } from 'react'
import { useAsk } from '../app/office'
import { useUserNames } from '../components/user-names'
import { words } from '../words/en'

/** Who asked for a task, in words: a person by name, a schedule by its name, another task, the office itself. */
export function useAskedBy(): (origin: string) => string {
  const schedules = useAsk('schedules.list', {}).data?.items
  const nameOf = useUserNames()
  return useCallback(
    (origin) => {
      const { by } = words.tasks
      const [kind, id = ''] = origin.split(':')
      if (kind === 'schedule') return by.schedule(schedules?.find((one) => String(one.id) === id)?.name, id)
      if (kind === 'task') return by.task(id)
      return kind === 'user' ? (nameOf(id) ?? by.user) : by.system
    },
    [schedules, nameOf],
  )
}
