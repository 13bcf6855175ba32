import type { ListedOffice, Standing } from '../jobs/api/page-bridge'

/** What the shell says of several offices: why a folder is refused, what the tray says of each. */
export const addingWords = {
  notReadable: (folder: string) => ({
    message: `${folder} is not there or cannot be read.`,
    fix: 'Choose a folder that this user may read and write.',
  }),
  alreadyListed: (folder: string, name: string) => ({
    message: `${folder} is in the list already, as “${name}”.`,
    fix: 'Open it from the list.',
  }),
  inside: (folder: string, name: string) => ({
    message: `${folder} lies inside the folder of “${name}”.`,
    fix: 'Every office has a folder of its own: choose one outside it.',
  }),
  noOffice: (folder: string) => ({
    message: `There is no office in ${folder}: no daybook.db lies in it.`,
    fix: 'Choose the folder in which daybook.db lies, or begin a new office in an empty folder.',
  }),
  holdsOffice: (folder: string) => ({
    message: `An office lies in ${folder} already.`,
    fix: 'Add it as an existing one, or choose an empty folder for a new one.',
  }),
  notEmpty: (folder: string, n: number) => ({
    message: `${folder} is not empty: ${n === 1 ? 'one file or folder lies' : `${n} files and folders lie`} in it.`,
    fix: 'A new office takes an empty folder. Make one in the dialog, or choose another.',
  }),
  choose: {
    new: 'An empty folder for the new office, on a disk of this computer',
    existing: 'The folder of an office: the one in which daybook.db lies',
  },
  button: { new: 'Begin the office here', existing: 'Add this office' },
  /** In place of the advice for a command line. */
  otherFolder: 'Choose another folder, on a disk of this computer. Backups may well lie on the other one.',
} as const

export const listWords = {
  missing: (folder: string) => ({
    message: `The office’s folder is not there, or nothing of the office lies in it: ${folder}.`,
    fix: 'Connect the drive it lies on or put the folder back, then try again. Or take it off the list and add it where it lies now.',
  }),
  unknown: (asked: string, names: string[]) => ({
    message: `There is no office “${asked}” in the list.`,
    fix: `In the list ${names.length === 1 ? 'is' : 'are'}: ${names.map((name) => `“${name}”`).join(', ')}.`,
  }),
  isShown: {
    message: 'The window shows this office.',
    fix: 'Open another office first, then take this one off the list.',
  },
  notSaved: (reason: string) => ({
    message: `The list of offices could not be saved: ${reason}.`,
    fix: 'What you changed in it holds until Daybook is closed. Make room on the disk or allow this user to write there.',
  }),
  damaged: (keptAs: string | null, found: number) => ({
    message: `The list of offices was damaged and was made anew: ${found === 1 ? 'one office was' : `${found} offices were`} found again.`,
    fix: `${keptAs === null ? '' : `The damaged list is kept as ${keptAs}. `}No office was touched. What is missing here can be added by its folder.`,
  }),
  openAnother: 'Offices',
  running: (n: number) => (n === 1 ? '1 task is running' : `${n} tasks are running`),
  needs: (n: number) => (n === 1 ? '1 needs you' : `${n} need you`),
  allDone: 'all done',
  standings: {
    open: '',
    background: '',
    starting: 'opening…',
    closing: 'closing; what runs is finished or handed back',
    closed: 'closed',
    missing: 'its folder is missing',
    locked: 'open in another program',
    newer: 'needs a newer Daybook',
    stopped: 'does not run',
  } satisfies Record<Standing, string>,
  /** A notification of one of several offices says which. */
  ofOffice: (name: string, body: string) => `${name}: ${body}`,
} as const

/** How an office stands, in a few words: for the tray and the menu. */
export function standingInWords({ standing, running, needs }: ListedOffice): string {
  const stands = listWords.standings[standing]
  if (stands !== '') return stands
  const parts = [running > 0 ? listWords.running(running) : '', needs > 0 ? listWords.needs(needs) : '']
  return parts.filter(Boolean).join(', ') || listWords.allDone
}
