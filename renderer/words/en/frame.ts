const many = (n: number, one: string, more: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : more}`

/** The words around every screen: places, palette, drop, status line. */
export const frameWords = {
  nameless: 'Daybook',
  aboutOffice: ', settings of the office',
  goToOffice: (name: string) => `${name}, go to an office`,
  needYou: ' need you',
  ctrlK: 'Ctrl K',
  palette: {
    ask: 'A place, a person, a pay run, a task, or something to do',
    found: 'Found',
    goTo: 'Go to',
    people: 'People',
    payRuns: 'Pay runs',
    schedules: 'Schedules',
    tasks: 'Tasks',
    deeds: 'Do',
    settings: 'Settings',
    manual: 'Manual',
    nothing: (typed: string) => `Nothing is called “${typed}”. Try part of a name or a number.`,
    hints: ['↑ ↓ choose', 'Enter opens', 'Escape leaves'],
    employee: (ref: string | null, department: string | null) =>
      [ref ? `Employee ${ref}` : 'Employee', department].filter(Boolean).join(', '),
    payRun: (period: string) => `Pay run, ${period}`,
    payRunStates: {
      draft: 'Draft, waits for approval',
      computing: 'Being computed',
      approved: 'Approved',
      paid: 'Paid',
      reversed: 'Reversed',
      discarded: 'Discarded',
    },
    withErrors: (n: number) => `Draft, ${many(n, 'payslip', 'payslips')} to mend`,
    notRun: 'Not run yet',
    resting: 'Paused',
    task: (id: string) => `Task ${id}`,
    dropFile: 'Drop a file…',
    dropFileAbout: 'Salaries, employees: Daybook looks inside',
    preparePayRun: 'Prepare a pay run',
    preparePayRunAbout: 'For any open period',
    backUp: 'Back up now',
    backUpAbout: 'A verified copy of everything, in the data folder',
    appearance: {
      light: ['Light appearance', 'Paper by day'],
      dark: ['Dark appearance', 'Paper by night'],
      auto: ['Appearance as the computer has it', 'Changes with it'],
    },
  },
  sample: {
    title: 'Sample office',
    what: 'Everybody here is invented. What you change is gone when it is removed.',
    remove: 'Remove it and start mine',
    removing: 'Removing…',
    question: 'Remove the sample office?',
    afterwards:
      'Its people, its runs and whatever you changed in it go out of the window, and an empty office opens. No mail of it was ever sent.',
    yes: 'Remove it',
    no: 'Keep it',
  },
  drop: {
    letGo: 'Let go anywhere to import',
    looksInside: 'Salary sheets, lists of employees: Daybook looks inside and asks if it is unsure.',
    limits: 'xlsx, csv or tsv, up to 50 MB. Nothing changes before you have seen it.',
    looking: (file: string) => `Looking into ${file}…`,
    lookingWhy: 'Its columns say what it is.',
    refused: (file: string) => `${file} was not taken in`,
    leave: 'Leave it',
    oneFile: 'One file at a time',
    oneFileWhy: 'Drop them one after another; each has its own check.',
  },
  leaving: {
    title: 'Leave without saving?',
    typed: (n: number) =>
      `${n === 1 ? 'What you typed here is' : `What you typed into ${n} fields here is`} not saved yet, and is lost when you go.`,
    changed: 'What you changed on this page is not saved yet, and is lost when you go.',
    save: 'Save and go on',
    leave: 'Leave without saving',
    stay: 'Stay here',
  },
  status: {
    backup: (when: string) => `Backup ${when}`,
    verified: 'verified',
    noBackup: 'No backup yet',
    outboxEmpty: 'Outbox empty',
    outbox: (n: number) => `Outbox ${n.toLocaleString('en-GB')}`,
    outboxMore: (one: { held: number; going_out: number; unknown: number; failed: number }) =>
      [
        one.going_out > 0 ? 'going out' : '',
        one.held > 0 ? `${one.held} held` : '',
        one.unknown > 0 ? `${one.unknown} unsure` : '',
        one.failed > 0 ? `${one.failed} failed` : '',
      ]
        .filter(Boolean)
        .join(', '),
  },
} as const
