import { taskStates } from '../../jobs/api/contract/lists'
import { calculatorWords } from './en/calculator'
import { chartWords } from './en/charts'
import { frameWords } from './en/frame'
import { handover } from './en/handover'
import { importsWords } from './en/imports'
import { listWords } from './en/list'
import { manualWords } from './en/manual'
import { officesWords } from './en/offices'
import { auditWords, outboxWords } from './en/outbox'
import { partWords } from './en/parts'
import { payOut } from './en/pay-out'
import { payRules } from './en/pay-rules'
import { payRuns } from './en/pay-runs'
import { paySheet } from './en/pay-sheet'
import { paySupplementary } from './en/pay-supplementary'
import { payslipLooks } from './en/payslip-looks'
import { people } from './en/people'
import { runningTask } from './en/running-task'
import { scheduleWords } from './en/schedules'
import { settingsWords } from './en/settings'
import { taskWords } from './en/tasks'
import { todayWords } from './en/today'
import { lockWords, userWords } from './en/users'

/** Every word on screen. Another language is another module of this type. */
export const words = {
  imports: importsWords,
  locale: 'en-GB',
  frame: frameWords,
  settings: settingsWords,
  today: todayWords,
  list: listWords,
  manual: manualWords,
  parts: partWords,
  payRules,
  payRuns,
  paySupplementary,
  paySheet,
  payOut,
  payslipLooks,
  handover,
  people,
  charts: chartWords,
  calculator: calculatorWords,
  runningTask,
  tasks: taskWords,
  offices: officesWords,
  outbox: outboxWords,
  audit: auditWords,
  schedules: scheduleWords,
  status: 'Status',
  goToAnything: 'Go to anything',
  places: {
    all: 'Places',
    office: 'Office',
    today: 'Today',
    imports: 'Imports',
    people: 'People',
    salaries: 'Salaries',
    charts: 'Charts',
    attendance: 'Attendance',
    calculator: 'Calculator',
    payroll: 'Payroll',
    payRuns: 'Pay runs',
    behind: 'Behind the desk',
    tasks: 'Tasks',
    schedules: 'Schedules',
    outbox: 'Outbox',
    audit: 'Audit',
    settings: 'Settings',
  },
  ready: 'Ready',
  working: 'Working',
  needsYou: 'Needs you',
  waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  atWork: (n: number) => (n === 0 ? 'idle' : n === 1 ? '1 task at work' : `${n} tasks at work`),
  slots: (alive: number, all: number) => `${alive} of ${all} slots`,
  officeTime: (time: string, zone: string) => `${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`,
  lock: lockWords,
  users: userWords,
  closed: {
    title: 'Daybook is not open here',
    what: 'This page has no open session with the office.',
    fix: 'Open Daybook from the link that it printed when it started. A link opens it once; start Daybook again for a new one.',
  },
  officeEnded: {
    restarting: 'The office stopped unexpectedly. It is starting again by itself; nothing that was confirmed is lost.',
    restarted: (time: string) =>
      `The office stopped unexpectedly and started again by itself at ${time}. Nothing that was confirmed is lost; what was running is taken up again.`,
    attached:
      'Another program on this computer runs this office (daybook serve). Closing Daybook leaves the office running.',
    startAgain: 'Start the office again',
    dismiss: 'Close this message',
    interrupted: {
      message: 'The office stopped before it answered this.',
      fix: 'Look whether it was done, and do it again if it was not.',
    },
  },
  states: taskStates,
} as const

export { taskInWords } from '../../jobs/values/task-names'
