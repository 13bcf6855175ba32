import type { Output } from '../../../jobs/api/contract'
import { taskColumns, taskStates } from '../../../jobs/api/contract/lists'

type Task = Output<'tasks.list'>['items'][number]

const count = new Intl.NumberFormat('en-GB')
const tasksOf = (n: number) => (n === 1 ? '1 task' : `${count.format(n)} tasks`)

export const taskWords = {
  title: 'Tasks',
  note: 'What the office did, does and will do, newest first.',
  queuesLink: 'Queues and slots',
  facets: { state: 'State', task: 'Task', queue: 'Queue', q: 'Text' } as const,
  filterHint: 'Type a task, “failed”, a queue, or any words…',
  filters: 'Filters',
  states: taskStates as Readonly<Record<string, string>>,
  columns: taskColumns,
  none: [
    'No task has run yet.',
    'Import a file, compute a pay run or run a schedule: each shows here with its outcome.',
  ],
  noMatch: ['No task matches.', 'Take a filter away, or look for other words.'],
  showAll: 'Show all tasks',
  doneOf: (done: number, of: number) => `${count.format(done)} of ${count.format(of)}`,
  attempts: (n: number) => (n === 1 ? '1 retry' : `${n} retries`),
  by: {
    user: 'A person',
    system: 'The office',
    task: (id: string) => `Task ${id}`,
    schedule: (name: string | undefined, id: string) => name ?? `Schedule ${id}`,
  },
  page: {
    yes: 'Yes',
    no: 'No',
    folio: 'Task',
    about: 'About this task',
    gone: 'Tasks',
    error: 'Why it failed',
    progress: 'How far it is',
    timeline: 'What happened',
    input: 'Given',
    output: 'Came out',
    noInput: 'Nothing was given.',
    noOutput: 'Nothing yet.',
    nothingCame: 'Nothing came out.',
    log: 'Log',
    noLog: 'It wrote no log.',
    related: 'Related',
    retry: 'Try again',
    again: 'Run again',
    change: 'Change…',
    changed: 'Run again with changes',
    runChanged: 'Run it with these',
    leaveChanges: 'Leave',
    putOff: 'Put off…',
    putOffWhat: 'How long is it to wait?',
    putOffHow: 'It starts by itself then. It can be taken back meanwhile.',
    takeBack: 'Take back',
    stop: 'Stop…',
    stopNow: 'Stop it now',
    leave: 'Let it run',
    stopWhat: 'Stopping ends it in the middle.',
    stopHow:
      'Nothing of this attempt is saved, because a task saves all of its work at its end. What it has sent outside before stays sent. It can be tried again afterwards.',
    stopping: 'It was asked to stop.',
    facts: {
      state: 'State',
      by: 'Asked by',
      at: 'Asked at',
      queue: 'Queue',
      due: 'Due',
      expires: 'Given up at',
      twice: 'Asked again',
      notTwice: 'The same work is not started a second time beside it.',
      retries: 'Retries',
      name: 'Its name',
    },
    queue: (name: string, priority: number) => `${queueInWords(name)}, priority ${priority}`,
    askedFor: 'Asked for',
    askedBy: (who: string) => `Asked for by ${who.replace(/^(A|The|Task) /, (word) => word.toLowerCase())}`,
    inQueue: (queue: string) => `It waited in the queue “${queueInWords(queue)}” for a free slot.`,
    attempt: (n: number) => `Attempt ${n}`,
    outcomes: {
      success: 'Done',
      error: 'It failed',
      lost: 'It was cut off: the office or its slot ended while this ran',
      stale: 'What it had read changed meanwhile, so it starts afresh',
      revoked: 'It was taken back',
      limit: 'It took longer than it may',
      snoozed: 'It put itself off',
      running: 'It runs',
    } as Readonly<Record<string, string>>,
    inSlot: (slot: string, took: string) => (took ? `${took} in ${slotInWords(slot)}` : `in ${slotInWords(slot)}`),
    next: 'Next try',
    nextAt: (at: string) => `It is tried again at ${at}.`,
    waitsUntil: (at: string) => `It starts at ${at}.`,
    takenBack: 'It was taken back before it ran.',
    expired: 'Nobody had a free slot in time, so it was given up.',
    links: {
      import: (id: string) => `Import ${id}`,
      mail: (id: string) => `Mail ${id}`,
      period: (id: string) => `Pay period ${id}`,
      task: (id: string) => `Task ${id}`,
      schedule: (name: string) => name,
      mails: 'Mail it put into the outbox',
      sameKind: 'All tasks of this kind',
    },
  },
  putOff: {
    spans: { hour: 'For an hour', day: 'For a day', week: 'For a week' },
    until: (place: string) => `Until, ${place} time`,
    untilThen: 'Until then',
    passed: (wall: string, now: string) => `${wall} has passed: it is ${now} in the office. Give a later time.`,
    leave: 'Leave it',
  } as const,
  bulk: {
    choose: 'Choose',
    chooseOne: (task: string, at: string) => `Choose ${task}, ${at}`,
    chosen: (n: number) => `${tasksOf(n)} chosen`,
    all: (n: number | null) => (n === null ? 'All tasks that match' : `All ${tasksOf(n)} that match`),
    chooseAll: (n: number | null) =>
      n === null ? 'Choose all that match' : `Choose all ${count.format(n)} that match`,
    detail: 'What failed can be tried again; what waits can be put off or taken back. The others stay as they are.',
    retry: 'Try again',
    takeBack: 'Take back',
    putOff: 'Put off…',
    leave: 'Choose none',
    did: { retry: 'Tried again', redrive: 'Tried again', revoke: 'Taken back', snooze: 'Put off' } as Readonly<
      Record<string, string>
    >,
    done: 'Done',
    counts: (done: number, left: number) =>
      left === 0 ? `${tasksOf(done)}.` : `${tasksOf(done)}; ${count.format(left)} stayed as they were.`,
    seeTask: 'See the task',
  },
  queues: {
    title: 'Queues and slots',
    note: 'A queue is a line of tasks; a slot does one at a time, the most important line first.',
    queues: 'Queues',
    slots: 'Slots',
    columns: {
      priority: 'Priority',
      name: 'Queue',
      ready: 'Can start',
      waiting: 'Due later',
      running: 'Run now',
      oldest: 'Oldest since',
      actions: 'What can be done',
    },
    pausedBy: (who: string | undefined, at: string | null) =>
      ['Paused', who && `by ${who}`, at && `(${at})`].filter(Boolean).join(' '),
    limit: 'Limit…',
    limitOf: (name: string) => `Limit the queue ${name}`,
    notCount: (typed: string) => `“${typed}” is no whole number. Type digits, such as 4; empty is no limit.`,
    limitNote: 'An empty field is no limit.',
    atOnce: 'At most so many at once',
    rateTasks: 'At most so many start …',
    rateSeconds: '… within so many seconds',
    saveLimit: 'Save the limit',
    leave: 'Leave',
    pause: 'Pause',
    resume: 'Resume',
    purge: 'Take back all…',
    purgeNow: 'Take them back',
    keep: 'Leave them',
    pauseOf: (name: string) => `Pause the queue ${name}`,
    resumeOf: (name: string) => `Resume the queue ${name}`,
    purgeOf: (name: string) => `Take back all that waits in the queue ${name}`,
    purgeWhat: (name: string, n: number) =>
      `Everything that waits in the queue “${name}” is taken back: ${count.format(n)} ${n === 1 ? 'task' : 'tasks'}.`,
    purgeHow: 'What runs goes on. Each of them says why it was taken back and can be started again.',
    slotColumns: { name: 'Slot', does: 'Does now', done: 'Done since the start', kind: 'For' },
    lanes: { slots: 'Work on this computer', network: 'Mail and other network work' } as const,
    idle: 'Nothing',
    starting: 'It starts',
    none: '–',
    summary: (ready: number, running: number) =>
      running + ready === 0
        ? 'Nothing waits and nothing runs.'
        : `${count.format(running)} ${running === 1 ? 'runs' : 'run'}, ${count.format(ready)} can start.`,
  },
} as const

/** A span of time: < 0.1 s, 0.4 s, 42 s, 3 min, 2 h 5 min. */
export function spanInWords(ms: number): string {
  if (ms < 50) return '< 0.1 s'
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const queueNames: Readonly<Record<string, string>> = {
  default: 'General',
  processing: 'Pay runs',
  notifications: 'Mail',
  chart_sync: 'Charts',
}

/** What waits in a queue: `chart_sync` is Charts; a queue nobody worded is spelt out. */
export function queueInWords(name: string): string {
  const spelt = name.replaceAll('_', ' ')
  return queueNames[name] ?? spelt.charAt(0).toUpperCase() + spelt.slice(1)
}

type Limits = Pick<Output<'queues.list'>['items'][number], 'max_running' | 'rate'>

/** What a queue is held to, in half a line; nothing where it has no limit. */
export function limitsInWords({ max_running, rate }: Limits): string {
  const within = rate && (rate.seconds === 60 ? 'a minute' : rate.seconds === 1 ? 'a second' : `in ${rate.seconds} s`)
  return [
    max_running !== null && `${count.format(max_running)} at once`,
    rate && `${count.format(rate.tasks)} ${within}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** `slot-1`: slot 1. */
export const slotInWords = (slot: string): string => slot.replaceAll('-', ' ')

/** What one task does or why it failed, in half a line. */
export function aboutTask(task: Task): string {
  if (task.error && !task.successful) return task.error.message
  if (task.progress && !task.ready) {
    const { current, total, status } = task.progress
    return [total > 0 ? taskWords.doneOf(current, total) : '', status].filter(Boolean).join(', ')
  }
  return ''
}
