import { expect, test } from 'vitest'
import { placeOf } from '../../../electron/result-place'
import { finishedInWords, interruptedInWords, statusInWords } from '../../../electron/words'
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

test('the tray says in one line what the office does', () => {
  expect(statusInWords({ state: 'running', restartedAt: null, isAttached: false }, [])).toBe('All done')
  const attached = { state: 'running', restartedAt: null, isAttached: true } as const
  expect(statusInWords(attached, [])).toBe('Another program runs the office')
  const two = [
    { task: 'a.b', n: 1, resumes: true },
    { task: 'a.c', n: 1, resumes: true },
  ]
  expect(statusInWords({ state: 'running', restartedAt: null, isAttached: false }, two)).toBe('2 tasks are running')
  expect(statusInWords({ state: 'restarting' }, two)).toBe('The office stopped; starting it again…')
})
