import { useAsk } from '../app/office'
import { useUserNames } from '../components/user-names'
import { words } from '../words/en'

/** Who asked for a task, in words: a person by name, a schedule by its name, another task, the office itself. */
export function useAskedBy(): (origin: string) => string {
  const schedules = useAsk('schedules.list', {})
  const nameOf = useUserNames()
  const { by } = words.tasks
  return (origin) => {
    const [kind, id = ''] = origin.split(':')
    if (kind === 'schedule') {
      const found = schedules.data?.items.find((one) => String(one.id) === id)
      return by.schedule(found?.name, id)
    }
    if (kind === 'task') return by.task(id)
    return kind === 'user' ? (nameOf(id) ?? by.user) : by.system
  }
}
