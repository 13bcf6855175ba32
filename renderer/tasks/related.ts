import type { Output } from '../../jobs/api/contract'
import { words } from '../words/en'

type Task = Output<'tasks.get'>
export type Link = { href: string; name: string }

const { links } = words.tasks.page

/** Arguments that name something with a page of its own. */
const PAGES: [argument: string, name: (id: string) => string, path: string][] = [
  ['import_id', links.import, '/imports'],
  ['period_id', links.period, '/pay-runs'],
  ['outbox_id', links.mail, '/outbox'],
]

/** What the task is about and where it came from, as far as there is a page to go to. */
export function relatedTo(task: Task, isThere: (path: string) => boolean, by: string): Link[] {
  const args = (task.args ?? {}) as Record<string, unknown>
  const about = PAGES.flatMap(([argument, name, path]) => {
    const id = args[argument]
    return id !== undefined && isThere(path) ? [{ href: `#${path}/${id}`, name: name(String(id)) }] : []
  })
  const [kind, id] = task.origin.split(':')
  const from =
    kind === 'task'
      ? [{ href: `#/tasks/${id}`, name: by }]
      : kind === 'schedule'
        ? [{ href: `#/schedules/${id}`, name: by }]
        : []
  return [...about, ...from, { href: `#/tasks?task=${encodeURIComponent(task.task)}`, name: links.sameKind }]
}
