/** Words of the lock and of the users' settings. */
export const roleWords = {
  owner: ['Owner', 'everything, also users, backups and these rules'],
  manager: ['Manager', 'approves pay runs, changes settings, sees who did what'],
  clerk: ['Clerk', 'imports files, prepares pay runs, works with the outbox'],
  viewer: ['Viewer', 'looks at lists, pay runs and tasks, changes nothing'],
} as const

export const lockWords = {
  title: 'Daybook is locked',
  note: 'What is scheduled goes on; what was on this page comes back when it is unlocked.',
  who: 'Who is there?',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  lock: 'Lock',
  here: (name: string, role: string) => `${name}, ${role.toLowerCase()}`,
  own: 'Change your passphrase',
} as const

export const userWords = {
  notForYou: {
    title: 'Not for your role',
    what: {
      owner: 'This page is for owners.',
      manager: 'This page is for managers and owners.',
      clerk: 'This page is for clerks, managers and owners.',
    },
    how: 'An owner can give you another role, under Settings, Users.',
  },
  title: 'Users',
  settings: 'Settings',
  note: (n: number) =>
    n === 1
      ? 'You are alone here. With a second user, Daybook starts locked.'
      : 'Everybody who opens Daybook is asked who they are and for their passphrase.',
  add: 'Add a user',
  columns: { number: 'No.', name: 'Name', role: 'Role', passphrase: 'Passphrase', state: 'State' },
  isSet: 'set',
  notSet: 'none yet',
  enabled: 'Enabled',
  disabled: 'Disabled',
  roles: 'What each role may do',
  name: 'Name',
  role: 'Role',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  presentPassphrase: 'Your present passphrase',
  ownPassphrase: 'Your passphrase',
  ownPassphraseNote: 'It is asked for when you open Daybook, and when you are the second person of an approval.',
  passphraseHint: 'Ten characters or more; a few words are easier to keep than a riddle.',
  ownFirst: 'First your own passphrase',
  ownFirstNote: 'With a second user Daybook asks everybody for theirs, you too.',
  set: 'Set passphrase',
  setDone: 'The new passphrase holds from now on. Other windows of the same user are locked.',
  save: 'Save',
  saved: 'Saved.',
  addIt: 'Add user',
  disable: 'Disable',
  enable: 'Enable again',
  disableNote: 'Who is disabled cannot unlock Daybook; what they did stays under their name.',
  rules: 'Rules',
  twoPeople: 'A pay run is approved by two people',
  twoPeopleNote: 'The second, a manager or owner, types their passphrase beside the first one’s approval.',
  lockAfterNote: '0: never by itself.',
  lockAfter: 'Lock after so many minutes with nobody here',
} as const
