import { expect, test } from 'vitest'
import { placeOf } from '../../../electron/result-place'
import { finishedInWords, interruptedInWords, interruptedOffices, statusInWords } from '../../../electron/words'
import { standingInWords } from '../../../electron/words-offices'
import type { ListedOffice } from '../../../jobs/api/page-bridge'
import { FINISHED_KINDS } from '../../../jobs/api/shell-channel'

test.each(FINISHED_KINDS)('%s is told without figures of the office, and opens its result', (kind) => {
  const { title, body } = finishedInWords({ kind, id: 4711, n: 1 })
  expect(title.length).toBeGreaterThan(5)
  expect(body.length).toBeGreaterThan(5)
  expect(`${title} ${body}`).not.toMatch(/\d|undefined/)
  expect(placeOf({ kind, id: 4711, n: 1 })).toMatch(/^\/(pay-runs|imports|tasks)\/4711$/)
  expect(placeOf({ kind, id: 4711, n: 3 })).toMatch(/^\/(pay-runs|imports|tasks)$/)
})

test('several endings at once are one sentence with their number', () => {
  expect(finishedInWords({ kind: 'task_failed', id: 9, n: 12 }).title).toBe('12 tasks have failed')
})

test('quitting says what starts again and what will be asked', () => {
  const text = interruptedInWords([
    { task: 'payroll.process_payroll_period', n: 1, resumes: true },
    { task: 'notify.deliver_mail', n: 3, resumes: false },
  ])
  expect(text).toBe(
    'Starts again by itself when Daybook is next open:\n• Compute a pay run\n\n' +
      'Daybook will ask what became of it:\n• Deliver a mail (3)',
  )
})

test('quitting with several offices at work says which', () => {
  const mail = [{ task: 'notify.deliver_mail', n: 1, resumes: false }]
  const run = [{ task: 'payroll.process_payroll_period', n: 1, resumes: true }]
  const atWork = [
    { name: 'Alpha', running: mail },
    { name: 'Beta', running: run },
  ]
  expect(interruptedOffices(atWork, false)).toBe(
    'Alpha\nDaybook will ask what became of it:\n• Deliver a mail\n\n' +
      'Beta\nStarts again by itself when Daybook is next open:\n• Compute a pay run',
  )
  expect(interruptedOffices(atWork.slice(0, 1), true)).not.toContain('Alpha')
})

test('the tray says in one line what the office does', () => {
  const running = { state: 'running', restartedAt: null, isAttached: false } as const
  expect(statusInWords(running, 0, 0)).toBe('All done')
  expect(statusInWords({ ...running, isAttached: true }, 0, 0)).toBe('Another program runs the office')
  expect(statusInWords(running, 2, 0)).toBe('2 tasks are running')
  expect(statusInWords(running, 1, 1)).toBe('1 task is running, 1 needs you')
  expect(statusInWords(running, 0, 3)).toBe('3 need you')
  expect(statusInWords({ state: 'restarting' }, 0, 0)).toBe('The office stopped; starting it again…')
})

test('the tray says of each of several offices how it stands', () => {
  const office = { standing: 'background', running: 0, needs: 0 } as ListedOffice
  expect(standingInWords(office)).toBe('all done')
  expect(standingInWords({ ...office, running: 2, needs: 1 })).toBe('2 tasks are running, 1 needs you')
  expect(standingInWords({ ...office, standing: 'closed', needs: 1 })).toBe('closed')
  expect(standingInWords({ ...office, standing: 'newer' })).toBe('needs a newer Daybook')
})
