/** The words of what every screen is made of. */
export const partWords = {
  marks: {
    done: 'Done',
    needs: 'Needs you',
    failed: 'Failed',
    running: 'Running',
    waiting: 'Waiting',
    retrying: 'Retrying',
    skipped: 'Skipped',
    paused: 'Paused',
    changed: 'Changed',
    added: 'New',
  },
  days: {
    d: 'done',
    l: 'late, caught up',
    f: 'failed',
    r: 'running',
    s: 'left out',
    k: 'no longer kept',
    '.': 'nothing due',
  },
  close: 'Close',
  fromNothing: 'new',
  notHere: {
    title: 'Nothing at this address',
    what: 'This page does not exist, or its module is switched off.',
    how: 'Modules are switched on under Settings.',
    toToday: 'Go to Today',
  },
}
