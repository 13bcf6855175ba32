import type { Output } from '../contract'
import type { OfficeClient } from './client'
import { type Command, type Context, textOf } from './command'
import { facts, shortInstant, table } from './output'
import { jsonOf, secondsOf, usage, wholeNumber } from './usage'
import { waitUntil } from './wait'

type Task = Output<'tasks.get'>

const idOf = (text: string | undefined): number => {
  if (!text || !/^\d+$/.test(text) || Number(text) < 1)
    throw usage('cli.not_a_number', { option: 'ID', found: text ?? '', expected: "a task's number, such as 17" })
  return Number(text)
}

/** Leaves out what is undefined, so that only given options are sent. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

const runTask: Command = {
  words: ['task', 'run'],
  args: ['NAME'],
  options: {
    args: { value: 'JSON', does: 'arguments, an object or a list' },
    queue: { value: 'Q', does: 'another queue than its own' },
    priority: { value: 'N', does: 'higher first' },
    countdown: { value: 'S', does: 'starts in so many seconds' },
    eta: { value: 'ISO', does: 'starts at this instant' },
    expires: { value: 'S', does: 'given up when it waits longer than this once it is due' },
    wait: { does: 'waits for the end and prints the result' },
    timeout: { value: 'S', does: 'with --wait: at most so long' },
  },
  does: 'gives the office a task',
  async run(context) {
    const args = jsonOf('--args', textOf(context, 'args'))
    if (args !== undefined && (typeof args !== 'object' || args === null))
      throw usage('cli.not_json', { option: '--args', found: 'neither an object nor a list' })
    const timeout = secondsOf('--timeout', textOf(context, 'timeout'))
    if (timeout !== undefined && !context.options.wait) throw usage('cli.timeout_without_wait')
    const input = given({
      task: context.args[0] ?? '',
      args: args as Record<string, unknown> | unknown[] | undefined,
      queue: textOf(context, 'queue'),
      priority: wholeNumber('--priority', textOf(context, 'priority')),
      countdown: secondsOf('--countdown', textOf(context, 'countdown')),
      eta: textOf(context, 'eta'),
      expires: secondsOf('--expires', textOf(context, 'expires')),
    })
    const office = await context.office()
    const accepted = await office.call('tasks.enqueue', input)
    if (!context.options.wait) {
      context.out.answer(accepted, ({ task_id, deduplicated }) =>
        deduplicated ? `task ${task_id} does this already` : `task ${task_id} accepted`,
      )
      if (!office.isAttached) context.out.aside('No office is running: it runs when the office is next open.')
      return 0
    }
    return awaitTask(context, office, Number(accepted.task_id), timeout)
  },
}

async function awaitTask(
  context: Context,
  office: OfficeClient,
  id: number,
  timeout: number | undefined,
): Promise<number> {
  let told = ''
  const task = await waitUntil<Task>(
    () => office.call('tasks.get', { id }),
    (now) => {
      const status = now.progress ? `${now.progress.current} of ${now.progress.total}  ${now.progress.status}` : ''
      if (status !== told) context.out.aside(status)
      told = status
      return now.ready
    },
    { signal: context.signal, ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }) },
  )
  context.out.answer(task, taskInLines)
  if (!task.ready) context.out.aside(`Task ${id} has not ended within ${timeout} s; it goes on.`)
  return task.successful === true ? 0 : 1
}

/** One task for a person. */
export function taskInLines(task: Task): string {
  const parts = [
    facts([
      ['task', `${task.task_id}  ${task.task}`],
      ['state', task.state],
      ['queue', `${task.queue}, priority ${task.priority}`],
      ['created', shortInstant(task.created_at)],
      ...(task.eta ? ([['eta', shortInstant(task.eta)]] as [string, string][]) : []),
      ...(task.finished_at ? ([['finished', shortInstant(task.finished_at)]] as [string, string][]) : []),
      ...(task.state === 'SUCCESS' ? ([['result', JSON.stringify(task.result)]] as [string, string][]) : []),
    ]),
  ]
  if (task.error) parts.push(`${task.error.message}\n${task.error.fix}`)
  if (task.attempts.length > 0)
    parts.push(
      table(
        ['attempt', 'outcome', 'slot', 'started', 'finished', 'error'],
        task.attempts.map((one) => [
          one.n,
          one.outcome,
          one.slot,
          shortInstant(one.started_at),
          shortInstant(one.finished_at),
          one.error?.message ?? '',
        ]),
      ),
    )
  if (task.log.length > 0)
    parts.push(task.log.map((line) => `${shortInstant(line.at)}  ${line.level.padEnd(7)}  ${line.text}`).join('\n'))
  return parts.join('\n\n')
}

const showTask: Command = {
  words: ['task', 'show'],
  args: ['ID'],
  does: 'one task with attempts, result and log',
  async run(context) {
    const id = idOf(context.args[0])
    context.out.answer(await (await context.office()).call('tasks.get', { id }), taskInLines)
    return 0
  },
}

const revokeTask: Command = {
  words: ['task', 'revoke'],
  args: ['ID'],
  options: { terminate: { does: 'also where it runs already' } },
  does: 'takes a task back',
  async run(context) {
    const id = idOf(context.args[0])
    const terminate = context.options.terminate === true
    const changed = await (await context.office()).call('tasks.revoke', { id, terminate })
    context.out.answer(changed, ({ task_id, state }) => `task ${task_id} is ${state}`)
    return 0
  },
}

const retryTask: Command = {
  words: ['task', 'retry'],
  args: ['ID'],
  does: 'puts a task that ended without success back to work',
  async run(context) {
    const id = idOf(context.args[0])
    const changed = await (await context.office()).call('tasks.retry', { id })
    context.out.answer(changed, ({ task_id, state }) => `task ${task_id} is ${state}`)
    return 0
  },
}

const listTasks: Command = {
  words: ['task', 'list'],
  options: {
    state: { value: 'S', does: 'PENDING, STARTED, PROGRESS, RETRY, SUCCESS, FAILURE, REVOKED or EXPIRED' },
    task: { value: 'NAME', does: 'of this name only' },
    limit: { value: 'N', does: '50 unless said otherwise' },
  },
  does: 'tasks, newest first',
  async run(context) {
    const input = given({
      state: textOf(context, 'state')?.toUpperCase() as Task['state'] | undefined,
      task: textOf(context, 'task'),
      limit: wholeNumber('--limit', textOf(context, 'limit'), 1),
    })
    const { items, next } = await (await context.office()).call('tasks.list', input)
    context.out.answer({ items, next }, (page) => taskTable(page.items))
    return 0
  },
}

export const taskTable = (items: Output<'tasks.list'>['items']): string =>
  table(
    ['id', 'task', 'state', 'queue', 'created', 'finished'],
    items.map((one) => [
      Number(one.task_id),
      one.task,
      one.state,
      one.queue,
      shortInstant(one.created_at),
      shortInstant(one.finished_at),
    ]),
  )

export const taskCommands: Command[] = [runTask, showTask, revokeTask, retryTask, listTasks]
