import type { Output } from '../contract'
import { type Command, textOf } from './command'
import { facts, shortInstant, table } from './output'
import { scheduleIdOf } from './schedule-id'
import { usage, wholeNumber } from './usage'

type Explained = Output<'schedules.explain'>
type DryRun = Output<'schedules.dry_run'>

function explainedInWords(one: Explained): string {
  const { occurrence, office } = one
  return [
    `${one.because.message} ${one.because.fix}`,
    facts([
      ['schedule', `${one.id}  ${one.name}`],
      ['at', `${one.at_local}  (${shortInstant(one.at)})`],
      ['verdict', one.verdict.replaceAll('_', ' ')],
      ['row', occurrence ? `${shortInstant(occurrence.due_at)}  ${occurrence.state}` : 'none'],
      ['task', occurrence?.task_id ? `${occurrence.task_id}  ${occurrence.task_state ?? 'no longer kept'}` : 'none'],
      ['due before', one.before === null ? 'none' : shortInstant(one.before)],
      ['due after', one.after === null ? 'none' : shortInstant(one.after)],
      ['office', `${office.state}, from ${shortInstant(office.from)} to ${shortInstant(office.to)}`],
    ]),
  ].join('\n\n')
}

export const explainCommand: Command = {
  words: ['schedule', 'explain'],
  args: ['ID'],
  options: { at: { value: 'ISO', does: 'the instant in question, for example 2026-11-25T02:00:00Z' } },
  does: 'why it did or did not run at an instant',
  async run(context) {
    const at = textOf(context, 'at')
    if (at === undefined) throw usage('cli.no_instant', {})
    const office = await context.office()
    const id = await scheduleIdOf(office, context.args[0] ?? '')
    context.out.answer(await office.call('schedules.explain', { id, at }), explainedInWords)
    return 0
  },
}

function dryRunInWords({ from, to, items, collisions, cut, resting }: DryRun): string {
  const moved = (one: DryRun['items'][number]) =>
    one.moved_from.length > 0 ? `moved from ${one.moved_from.join(', ')}` : ''
  const starts = (one: DryRun['items'][number]) =>
    one.starts_at === one.due_at ? '' : `starts ${shortInstant(one.starts_at)}`
  const section = (title: string, lines: string[]) => (lines.length > 0 ? [`${title}\n${lines.join('\n')}`] : [])
  return [
    `${items.length} runs from ${shortInstant(from)} to ${shortInstant(to)}`,
    table(
      ['due', 'id', 'schedule', ''],
      items.map((one) => [
        one.due_local,
        one.schedule_id,
        one.name,
        [moved(one), starts(one)].filter(Boolean).join('; '),
      ]),
    ),
    ...section(
      'due together',
      collisions.map(({ due_at, names }) => `  ${shortInstant(due_at)}  ${names.join(', ')}`),
    ),
    ...section(
      'more than is listed',
      cut.map(({ name, listed }) => `  ${name}: the first ${listed}`),
    ),
    ...section(
      'at rest',
      resting.map(({ name, because }) => `  ${name}: ${because.message}`),
    ),
  ].join('\n\n')
}

export const dryRunCommand: Command = {
  words: ['schedule', 'dry-run'],
  args: [],
  options: { days: { value: 'N', does: 'so many days, 7 unless said otherwise' } },
  does: 'what would run in the next days, of all schedules',
  async run(context) {
    const days = wholeNumber('--days', textOf(context, 'days'), 1)
    const office = await context.office()
    context.out.answer(await office.call('schedules.dry_run', days === undefined ? {} : { days }), dryRunInWords)
    return 0
  },
}
