import type { OfficeState } from '../jobs/api/page-bridge'
import type { FinishedWork, RunningWork } from '../jobs/api/shell-channel'
import { taskInWords } from '../jobs/values/task-names'
import { listWords } from './words-offices'

/** Every word the shell says itself. Notifications carry no names and no amounts: they show on a locked screen too. */
export const words = {
  app: 'Daybook',
  open: 'Open Daybook',
  tasks: 'Show tasks',
  startAgain: 'Start the office again',
  startAgainNamed: (name: string) => `Start “${name}” again`,
  quit: 'Quit Daybook',
  starting: 'Opening the office…',
  restarting: 'The office stopped; starting it again…',
  stopped: 'The office does not run',
  idle: 'All done',
  attached: 'Another program runs the office',
  staysOpen: {
    title: 'Daybook goes on working',
    body: 'The window is closed, the office works on. Open or quit it here, in the tray. This is said once.',
  },
  quitting: {
    message: 'Something is still running. Quit Daybook?',
    yes: 'Quit',
    no: 'Keep working',
    resumes: 'Starts again by itself when Daybook is next open:',
    asks: 'Daybook will ask what became of it:',
  },
  cannotOpen: 'Daybook cannot open',
  cannotRead: 'These files cannot be read, or are larger than 50 MB:',
  endedAtStart: 'The office process ended while it was starting.',
  keepsEnding: {
    message: 'The office stopped unexpectedly several times within a minute and was not started again.',
    fix: 'Nothing that was confirmed is lost. Start it again; if it stops once more, the log of today says why.',
  },
  killed: {
    title: 'The office did not stop in time and was ended by force',
    body: 'Nothing that was confirmed is lost. What was running starts again, or asks, when Daybook is next open.',
  },
  pageKeepsEnding:
    'The window stopped unexpectedly several times. The office works on; open the window again from here.',
} as const

const listed = (work: RunningWork[]): string =>
  work.map(({ task, n }) => `• ${taskInWords(task)}${n > 1 ? ` (${n})` : ''}`).join('\n')

/** What quitting now would interrupt, and what becomes of each. */
export function interruptedInWords(running: RunningWork[]): string {
  const { resumes, asks } = words.quitting
  const parts: [string, RunningWork[]][] = [
    [resumes, running.filter((work) => work.resumes)],
    [asks, running.filter((work) => !work.resumes)],
  ]
  return parts.flatMap(([head, work]) => (work.length > 0 ? [`${head}\n${listed(work)}`] : [])).join('\n\n')
}

/** What is interrupted, by office where there are several. */
export const interruptedOffices = (atWork: { name: string; running: RunningWork[] }[], isOne: boolean): string =>
  atWork.map(({ name, running }) => `${isOne ? '' : `${name}\n`}${interruptedInWords(running)}`).join('\n\n')

/** What the one office does now, in one line: `running` tasks, and `needs`, which wait for a person. */
export function statusInWords(office: OfficeState, running: number, needs: number): string {
  if (office.state !== 'running') return words[office.state]
  if (office.isAttached) return words.attached
  const parts = [running > 0 ? listWords.running(running) : '', needs > 0 ? listWords.needs(needs) : '']
  return parts.filter(Boolean).join(', ') || words.idle
}

type Said = { title: string; body: string }
const finished: Record<FinishedWork['kind'], (n: number) => Said> = {
  run_prepared: (n) => ({
    title: n === 1 ? 'A pay run is prepared' : `${n} pay runs are prepared`,
    body: 'It waits for your review.',
  }),
  payslips_made: () => ({ title: 'The payslips are made', body: 'Open the pay run to see and send them.' }),
  import_checked: (n) => ({
    title: n === 1 ? 'A file is checked' : `${n} files are checked`,
    body: 'Open it to see what it will change.',
  }),
  import_applied: (n) => ({
    title: n === 1 ? 'A file is imported' : `${n} files are imported`,
    body: 'Open the receipt.',
  }),
  import_refused: (n) => ({
    title: n === 1 ? 'A file could not be read' : `${n} files could not be read`,
    body: 'Open it to see why, and how to mend it.',
  }),
  task_failed: (n) => ({
    title: n === 1 ? 'A task has failed' : `${n} tasks have failed`,
    body: 'Open it to see why, and what to do.',
  }),
}

export const finishedInWords = ({ kind, n }: FinishedWork): Said => finished[kind](n)
