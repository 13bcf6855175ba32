import { lockWords, userWords } from './users.en'

/** Every word on screen. Another language is another module of this type. */
export const words = {
  locale: 'en-GB',
  office: 'The office',
  status: 'Status',
  goToAnything: 'Go to anything',
  places: {
    all: 'Places',
    office: 'Office',
    today: 'Today',
    imports: 'Imports',
    people: 'People',
    payroll: 'Payroll',
    payRuns: 'Pay runs',
    behind: 'Behind the desk',
    tasks: 'Tasks',
    schedules: 'Schedules',
    outbox: 'Outbox',
    settings: 'Settings',
  },
  running: 'Running',
  nothingRuns: ['Nothing runs.', 'What starts by itself or by a click shows here, with its progress.'],
  last: 'Last',
  nothingYet: [
    'Nothing has run yet.',
    'Each task that ends stands here, newest first, with the reason where it failed.',
  ],
  next: 'Next',
  noneNext: 'No schedule is due.',
  notices: 'Worth knowing',
  health: 'Health',
  healthy: 'Everything works.',
  degraded: 'Something needs you; see Health on the right.',
  ready: 'Ready',
  working: 'Working',
  needsYou: 'Needs you',
  waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  slots: (alive: number, all: number) => `${alive} of ${all} slots`,
  officeTime: (time: string, zone: string) => `${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`,
  tries: (n: number) => `attempt ${n}`,
  task: 'Task',
  lock: lockWords,
  users: userWords,
  closed: {
    title: 'Daybook is not open here',
    what: 'This page has no open session with the office.',
    fix: 'Open Daybook from the link that it printed when it started. A link opens it once; start Daybook again for a new one.',
  },
  lost: 'The office does not answer. It was closed, or the computer slept; this page goes on by itself when it is back.',
  checks: {
    database: 'Database',
    slots: 'Slots',
    scheduler: 'Schedules',
    disk: 'Disk',
    backup: 'Backup',
    mail: 'Mail',
  } as Record<string, string>,
  states: {
    PENDING: 'Waiting',
    STARTED: 'Running',
    PROGRESS: 'Running',
    RETRY: 'Trying again',
    SUCCESS: 'Done',
    FAILURE: 'Failed',
    REVOKED: 'Taken back',
    EXPIRED: 'Expired',
  },
} as const

/** `payroll.auto_run_payroll` as a person reads it: “Auto run payroll”. */
export function taskInWords(name: string): string {
  const last = (name.split('.').at(-1) ?? name).replaceAll('_', ' ')
  return last.charAt(0).toUpperCase() + last.slice(1)
}
