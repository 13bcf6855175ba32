import type { Command } from './command'
import { facts, shortInstant, table } from './output'
import { taskTable } from './task'

const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

const tasksCommand = (what: 'active' | 'reserved' | 'scheduled', does: string): Command => ({
  words: ['inspect', what],
  does,
  async run(context) {
    context.out.answer(await (await context.office()).call(`inspect.${what}`, {}), ({ items }) => taskTable(items))
    return 0
  },
})

const ping: Command = {
  words: ['inspect', 'ping'],
  does: 'asks every slot for a sign of life',
  async run(context) {
    const answer = await (await context.office()).call('inspect.ping', {})
    context.out.answer(answer, ({ items }) => items.map((one) => `${one.worker}: ${one.answer}`).join('\n'))
    if (answer.items.length === 0) context.out.aside('No slot answers.')
    return answer.items.length > 0 ? 0 : 1
  },
}

const registered: Command = {
  words: ['inspect', 'registered'],
  does: 'every task the office knows',
  async run(context) {
    context.out.answer(await (await context.office()).call('inspect.registered', {}), ({ items }) =>
      table(
        ['task', 'queue', 'priority', 'also called'],
        items.map((one) => [one.task, one.queue, one.priority, one.aliases.join(', ')]),
      ),
    )
    return 0
  },
}

const stats: Command = {
  words: ['inspect', 'stats'],
  does: 'slots and counts',
  async run(context) {
    context.out.answer(await (await context.office()).call('inspect.stats', {}), (now) =>
      [
        facts([
          ['engine', now.state],
          ['since', shortInstant(now.started_at)],
          ['process', now.pid],
          ['version', now.version],
          ...Object.entries(now.tasks),
        ]),
        table(
          ['slot', 'lane', 'state', 'done', 'runs'],
          now.slots.map((slot) => [slot.name, slot.lane, slot.state, slot.tasks_done, slot.running.join(', ')]),
        ),
      ].join('\n\n'),
    )
    return 0
  },
}

const memory: Command = {
  words: ['inspect', 'memory'],
  does: 'what the office process holds',
  async run(context) {
    context.out.answer(await (await context.office()).call('inspect.memory', {}), (now) =>
      facts(Object.entries(now).map(([name, bytes]) => [name, bytes === null ? null : mib(bytes)])),
    )
    return 0
  },
}

const health: Command = {
  words: ['health'],
  does: 'whether the office can do its work',
  async run(context) {
    const now = await (await context.office()).call('system.health', {})
    context.out.answer(now, ({ status, message, checks }) =>
      [
        `${status}: ${message}`,
        table(
          ['check', '', 'detail'],
          checks.map((check) => [check.name, check.ok ? 'ok' : 'NOT OK', check.detail]),
        ),
      ].join('\n'),
    )
    return now.status === 'healthy' ? 0 : 1
  },
}

export const inspectCommands: Command[] = [
  health,
  ping,
  tasksCommand('active', 'what runs now'),
  tasksCommand('reserved', 'what is ready and waits for a slot'),
  tasksCommand('scheduled', 'what waits for its time'),
  registered,
  stats,
  memory,
]
