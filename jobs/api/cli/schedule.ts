import type { Output } from '../contract'
import { type Command, type Context, textOf } from './command'
import { facts, shortInstant, table } from './output'
import { dryRunCommand, explainCommand } from './schedule-answers'
import { scheduleIdOf } from './schedule-id'
import { wholeNumber } from './usage'

type Schedule = Output<'schedules.list'>['items'][number]
type Detail = Output<'schedules.get'>

const ruleOf = (one: Schedule): string => {
  if (one.cron !== null) return one.cron
  return one.every_minutes === null ? `once, ${shortInstant(one.once_at)}` : `every ${one.every_minutes} min`
}

const scheduleTable = (items: Schedule[]): string =>
  table(
    ['id', 'name', 'task', 'rule', 'zone', 'next', ''],
    items.map((one) => [
      one.id,
      one.name,
      one.task,
      ruleOf(one),
      one.zone,
      shortInstant(one.next_due_at),
      one.enabled ? '' : (one.resting?.message ?? 'paused'),
    ]),
  )

function detailInWords(one: Detail): string {
  const parts = [
    facts([
      ['schedule', `${one.id}  ${one.name}`],
      ['task', one.task],
      ['rule', `${ruleOf(one)}: ${one.sentence}`],
      ['zone', one.zone],
      ['runs', one.enabled ? 'yes' : `no. ${one.resting?.message ?? 'paused'}`],
    ]),
    ...one.warnings.map((warning) => `${warning.message} ${warning.fix}`),
    `next\n${one.next_local.map((at) => `  ${at}`).join('\n') || '  never'}`,
    `last\n${table(
      ['due', 'became', 'task', 'reason'],
      one.occurrences.map((was) => [shortInstant(was.due_at), was.state, was.task_id, was.reason?.message ?? '']),
    )}`,
  ]
  return parts.join('\n\n')
}

const list: Command = {
  words: ['schedule', 'list'],
  args: ['[ID]'],
  does: 'schedules with their next instants; with ID one of them with its history',
  async run(context) {
    const office = await context.office()
    const [wanted] = context.args
    if (wanted !== undefined)
      context.out.answer(await office.call('schedules.get', { id: await scheduleIdOf(office, wanted) }), detailInWords)
    else context.out.answer(await office.call('schedules.list', {}), ({ items }) => scheduleTable(items))
    return 0
  },
}

const run: Command = {
  words: ['schedule', 'run'],
  args: ['ID'],
  does: 'runs it now, whatever its rule',
  async run(context) {
    const office = await context.office()
    const id = await scheduleIdOf(office, context.args[0] ?? '')
    context.out.answer(await office.call('schedules.run', { id }), ({ task_id }) => `task ${task_id} accepted`)
    if (!office.isAttached) context.out.aside('No office is running: it runs when the office is next open.')
    return 0
  },
}

const turn = (word: 'pause' | 'resume', enabled: boolean): Command => ({
  words: ['schedule', word],
  args: ['ID'],
  does: enabled ? 'lets it run again' : 'keeps it from running',
  async run(context) {
    const office = await context.office()
    const id = await scheduleIdOf(office, context.args[0] ?? '')
    context.out.answer(await office.call('schedules.change', { id, enabled }), (one) =>
      enabled ? `“${one.name}” runs again, next ${shortInstant(one.next_due_at)}` : `“${one.name}” is paused`,
    )
    return 0
  },
})

const preview: Command = {
  words: ['schedule', 'preview'],
  args: ['CRON'],
  options: {
    zone: { value: 'Z', does: "IANA zone; the office's own unless said otherwise" },
    from: { value: 'ISO', does: 'the instant to look from; now unless said otherwise' },
    n: { value: 'N', does: 'so many instants, 5 unless said otherwise', short: 'n' },
  },
  does: 'what a cron expression means',
  async run(context) {
    context.out.answer(await (await context.office()).call('schedules.preview', inputOf(context)), (shown) =>
      [
        shown.sentence,
        ...shown.next.map((at, i) => `${shown.next_local[i] ?? ''}  (${shortInstant(at)})`),
        ...shown.warnings.map((warning) => `${warning.message} ${warning.fix}`),
      ].join('\n'),
    )
    return 0
  },
}

function inputOf(context: Context) {
  const zone = textOf(context, 'zone')
  const from = textOf(context, 'from')
  const n = wholeNumber('-n', textOf(context, 'n'), 1)
  return {
    cron: context.args[0] ?? '',
    ...(zone === undefined ? {} : { zone }),
    ...(from === undefined ? {} : { from }),
    ...(n === undefined ? {} : { n }),
  }
}

export const scheduleCommands: Command[] = [
  list,
  run,
  turn('pause', false),
  turn('resume', true),
  preview,
  explainCommand,
  dryRunCommand,
]
