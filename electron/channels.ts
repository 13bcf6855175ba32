/** The channels between main and preload, with the way each goes. */
export const channels = {
  /** page → main: send me a port to the office, now and after each restart. */
  portWanted: 'office-port-wanted',
  /** main → page, with a MessagePort. */
  port: 'office-port',
  /** main → page: an `OfficeState`. */
  office: 'office-state',
  /** page → main: start the office once more. */
  startAgain: 'office-start-again',
  /** main → page: `HandedFile`s. */
  files: 'files',
  /** main → page: show this place (`/tasks/7`). */
  open: 'open-place',
  /** main → page: `ListedOffices`. */
  offices: 'offices',
  /** page → main, answered: an `OfficesDeed`, with a `DeedAnswer`. */
  deed: 'offices-deed',
} as const
