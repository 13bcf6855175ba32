import type { Output } from '../contract'
import { type Command, type Context, textOf } from './command'
import { table } from './output'
import { usage, wholeNumber } from './usage'

type Queue = Output<'queues.list'>['items'][number]

const heldTo = ({ max_running, rate }: Pick<Queue, 'max_running' | 'rate'>): string =>
  [
    max_running === null ? '' : `${max_running} at once`,
    rate === null ? '' : rate.seconds === 1 ? `${rate.tasks} a second` : `${rate.tasks} in ${rate.seconds} s`,
  ]
    .filter(Boolean)
    .join(', ')

const list: Command = {
  words: ['queue', 'list'],
  args: ['[NAME]'],
  does: 'queues, what they hold and what they are held to',
  async run(context) {
    const { items } = await (await context.office()).call('queues.list', {})
    const [name] = context.args
    const shown = name === undefined ? items : items.filter((one) => one.name === name)
    if (shown.length === 0)
      throw usage('cli.not_one_of', {
        option: 'NAME',
        found: name ?? '',
        expected: items.map((q) => q.name).join(', '),
      })
    context.out.answer({ items: shown }, (answer) =>
      table(
        ['queue', 'priority', 'ready', 'waiting', 'running', 'at most', ''],
        answer.items.map((one) => [
          one.name,
          one.priority,
          one.ready,
          one.waiting,
          one.running,
          heldTo(one),
          one.paused ? `paused by ${one.paused_by}` : '',
        ]),
      ),
    )
    return 0
  },
}

/** The named queue, or all of them. */
async function named(context: Context): Promise<string[]> {
  const [name] = context.args
  if (name !== undefined) return [name]
  return (await (await context.office()).call('queues.list', {})).items.map((one) => one.name)
}

const switchCommand = (verb: 'pause' | 'resume', does: string): Command => ({
  words: ['queue', verb],
  args: ['[NAME]'],
  does,
  async run(context) {
    const office = await context.office()
    const items: Output<'queues.pause'>[] = []
    for (const name of await named(context)) items.push(await office.call(`queues.${verb}`, { name }))
    context.out.answer({ items }, (answer) =>
      answer.items.map((one) => `${one.name} ${one.paused ? 'is paused' : 'goes on'}`).join('\n'),
    )
    return 0
  },
})

const purge: Command = {
  words: ['queue', 'purge'],
  args: ['[NAME]'],
  does: 'takes back everything that waits, in one queue or in all',
  async run(context) {
    const office = await context.office()
    const items: Output<'queues.purge'>[] = []
    for (const name of await named(context)) items.push(await office.call('queues.purge', { name }))
    context.out.answer({ items }, (answer) =>
      table(
        ['queue', 'taken back'],
        answer.items.map((one) => [one.name, one.revoked]),
      ),
    )
    return 0
  },
}

const SPANS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

const limit: Command = {
  words: ['queue', 'limit'],
  args: ['NAME'],
  options: {
    running: { value: 'N', does: 'at most so many at once; 0 lifts the limit' },
    rate: { value: 'N/s', does: 'at most so many a second (or N/m a minute, N/h an hour); 0 lifts the limit' },
  },
  does: 'holds a queue to a number at once and to a rate; without an option to what Daybook declares',
  async run(context) {
    const running = wholeNumber('--running', textOf(context, 'running'))
    const rate = textOf(context, 'rate')
    const set = await (await context.office()).call('queues.limit', {
      name: context.args[0] ?? '',
      ...(running !== undefined && { max_running: running === 0 ? null : running }),
      ...(rate !== undefined && { rate: rateOf(rate) }),
    })
    context.out.answer(set, (one) => `${one.name}: ${heldTo(one) || 'no limit'}`)
    return 0
  },
}

function rateOf(text: string): { tasks: number; seconds: number } | null {
  if (text === '0') return null
  const [, tasks, span] = /^(\d+)\/([smh])$/.exec(text) ?? []
  const seconds = SPANS[span ?? '']
  if (!tasks || seconds === undefined)
    throw usage('cli.not_a_number', { option: '--rate', found: text, expected: 'a rate such as 10/m' })
  return { tasks: Number(tasks), seconds }
}

export const queueCommands: Command[] = [
  list,
  switchCommand('pause', 'hands out nothing more, of one queue or of all'),
  switchCommand('resume', 'lets a paused queue go on, or all of them'),
  purge,
  limit,
]
