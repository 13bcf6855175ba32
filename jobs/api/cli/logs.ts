import fs from 'node:fs'
import { LOG_LEVELS, type LogLevel, type LogLine, logFiles } from '../../shared/log'
import type { Command, Context } from './command'
import { textOf } from './command'
import { shortInstant } from './output'
import { usage, wholeNumber } from './usage'

type Filter = { least: number; taskId: number | undefined }

const events: Command = {
  words: ['events'],
  does: 'says what changes in the running office, as it changes',
  async run(context) {
    const office = await context.office()
    if (!office.isAttached) context.out.aside('No office is running; this one does nothing by itself.')
    await office.listen((event) => context.out.line(event, eventInWords(event)), context.signal)
    return 0
  },
}

const eventInWords = ({ type, ...rest }: { type: string; [key: string]: unknown }): string =>
  [type, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join('  ')

const logs: Command = {
  words: ['logs'],
  options: {
    follow: { does: 'goes on as lines are written', short: 'f' },
    level: { value: 'L', does: 'this level and those above: debug, info, warning, error' },
    task: { value: 'ID', does: 'of one task only, with what the task itself logged' },
  },
  does: "the office's log",
  async run(context) {
    const filter: Filter = {
      least: levelIndex(textOf(context, 'level')),
      taskId: wholeNumber('--task', textOf(context, 'task'), 1),
    }
    const print = (lines: LogLine[]) => {
      for (const line of lines) if (passes(line, filter)) context.out.line(line, lineInWords(line))
    }
    const tail = openTail(context.folder)
    const own = filter.taskId === undefined ? [] : await taskLines(context, filter.taskId)
    print([...tail.read(), ...own].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    if (context.options.follow) await follow(context, () => print(tail.read()))
    return 0
  },
}

/** What the task itself logged; it stands in the database, not in the log. */
async function taskLines(context: Context, id: number): Promise<LogLine[]> {
  const task = await (await context.office()).call('tasks.get', { id })
  return task.log.map(({ at, level, text }) => ({ at, level: level as LogLevel, text, task_id: id }))
}

/** Reads what has been written since it last read, over the turn of days. */
function openTail(folder: string): { read(): LogLine[] } {
  const read = new Map<string, number>()
  return {
    read() {
      const lines: LogLine[] = []
      for (const file of logFiles(folder)) {
        const from = read.get(file) ?? 0
        const text = fs.readFileSync(file).subarray(from).toString('utf8')
        const whole = text.lastIndexOf('\n') + 1
        read.set(file, from + Buffer.byteLength(text.slice(0, whole)))
        for (const line of text.slice(0, whole).split('\n')) if (line) lines.push(JSON.parse(line) as LogLine)
      }
      return lines
    },
  }
}

function follow({ signal }: Context, read: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(read, 300)
    const end = () => {
      clearInterval(timer)
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

/** The office's lines hold a task's number as the API says it, as text. */
const passes = (line: LogLine, { least, taskId }: Filter): boolean =>
  LOG_LEVELS.indexOf(line.level) >= least && (taskId === undefined || Number(line.task_id) === taskId)

function lineInWords({ at, level, text, ...fields }: LogLine): string {
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  return [shortInstant(at), level.padEnd(7), text, ...rest].join('  ')
}

function levelIndex(text: string | undefined): number {
  if (text === undefined) return 0
  const at = LOG_LEVELS.map(String).indexOf(text.toLowerCase())
  if (at < 0) throw usage('cli.not_one_of', { option: '--level', found: text, expected: LOG_LEVELS.join(', ') })
  return at
}

export const logCommands: Command[] = [events, logs]
