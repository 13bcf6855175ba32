import type { Words } from '../values/problem'

/** What is said of tasks that belong together, and of acting on many at once. */
export const batchWords: Words = {
  'engine.batch_empty': { message: 'The {kind} has no tasks.', fix: 'Give it at least one.' },
  'engine.batch_too_long': {
    message: 'The {kind} has {found} tasks; {limit} are allowed.',
    fix: 'Give the work in several parts.',
  },
  'engine.chain_cyclic': {
    message: 'The steps of the chain go round and never begin: {steps}.',
    fix: 'Let one of them follow none of the others.',
  },
  'engine.chain_forks': {
    message: 'Two steps of the chain follow “{step}”: {one} and {other}.',
    fix: 'Let one follow the other, or start a group.',
  },
  'engine.chain_no_step': {
    message: 'The step “{step}” of the chain follows “{after}”, which is none of its steps.',
    fix: 'Name a step of this chain.',
  },
  'engine.chain_twice': { message: 'Two steps of the chain are called “{step}”.', fix: 'Give each a name of its own.' },
  'engine.batch_key_taken': {
    message: 'Nothing was started: task {holder} is doing what {task} would do.',
    fix: 'Wait until task {holder} has ended, then start all of it again.',
  },
  'engine.batch_broken': {
    message: 'It never ran: task {id}, which it waited for, did not succeed.',
    fix: 'Try task {id} again; this one then follows it.',
  },
  'engine.batch_waits': {
    message: 'Task {id} cannot be tried again by itself: it follows task {first}.',
    fix: 'Try task {first} again; this one then follows it.',
  },
  'engine.batch_member_failed': {
    message: 'Task {id} of it did not succeed ({found}).',
    fix: 'Open task {id}; where it is tried again, the rest follows.',
  },
  'engine.batch_revoked': {
    message: 'It was called off by {by}, with everything that belongs to it.',
    fix: 'Start it again if it is still wanted.',
  },
  'engine.no_such_batch': { message: 'There is no batch number {id}.', fix: 'Use the number its start answered with.' },
  'engine.waits_for_step': {
    message: 'It waits for the end of task {id}.',
    fix: 'Nothing to do: it starts by itself with what task {id} answers.',
  },
  'engine.waits_for_members': {
    message: 'It waits for the rest of its batch: {ended} of {size} have ended.',
    fix: 'Nothing to do: it starts by itself when all have succeeded.',
  },
  'engine.snoozed': {
    message: 'The task put itself off for {seconds} s.',
    fix: 'Nothing to do: it goes on by itself.',
  },
  'engine.snooze_in_past': {
    message: 'The task cannot be put off to {until}: the office’s clock says {now}.',
    fix: 'Give an instant to come.',
  },
  'engine.cannot_revoke': {
    message: 'Task {id} has ended ({state}); nothing of it can be taken back.',
    fix: 'Nothing has to be done.',
  },
  'engine.cannot_snooze': {
    message: 'Task {id} cannot be put off: it is {state}.',
    fix: 'Only a task that waits for a slot, its time or its next try can be put off.',
  },
}
