import type { Words } from '../values/problem'

export const engineWords: Words = {
  'engine.unknown_task': {
    message: 'There is no task called “{task}”.',
    fix: 'Use a name from the list of registered tasks. Names that come near: {near}.',
  },
  'engine.unknown_queue': { message: 'There is no queue called “{queue}”.', fix: 'Use one of these: {known}.' },
  'engine.bad_arguments': {
    message: 'The arguments of {task} do not fit. {found}.',
    fix: 'Correct the arguments and start the task again.',
  },
  'engine.arguments_too_large': {
    message: 'The arguments of {task} are {found} bytes long; {limit} are allowed.',
    fix: 'Hand large input over as a file (an import) and name it in the arguments.',
  },
  'engine.eta_and_countdown': {
    message: 'Both a time and a countdown were given for one task.',
    fix: 'Give either eta or countdown.',
  },
  'engine.bad_countdown': {
    message: 'The countdown is “{found}”; a number of seconds from 0 up was expected.',
    fix: 'Give the seconds to wait, such as 60.',
  },
  'engine.disk_full': {
    message: 'The disk that holds the data folder is full. What was acknowledged is safe; nothing new can be written.',
    fix: 'Make room on the disk. Daybook goes on by itself as soon as it can write again.',
  },
  'engine.disk_unwritable': {
    message: 'The database could not be written ({found}). What was acknowledged is safe.',
    fix: 'Check that the disk is connected and may be written to. Daybook tries again by itself.',
  },
  'engine.no_such_task': { message: 'There is no task number {id}.', fix: 'Look it up in the list of tasks.' },
  'engine.cannot_retry': {
    message: 'Task {id} cannot be tried again: it is {state}.',
    fix: 'Only tasks that ended in FAILURE, REVOKED or EXPIRED, or wait for their next try, can be started again.',
  },
  'engine.key_taken': {
    message: 'Task {id} cannot be tried again now: task {holder} is doing the same work.',
    fix: 'Wait until task {holder} has ended.',
  },
  'engine.stopped': {
    message: 'Daybook is closing and takes no more work.',
    fix: 'Start Daybook again and repeat this.',
  },
  'engine.stopping': {
    message: 'The task was interrupted because Daybook closed.',
    fix: 'Nothing to do: it starts again by itself.',
  },
  'engine.revoked': { message: 'The task was called off by {by}.', fix: 'Start it again if it is still wanted.' },
  'engine.purged': {
    message: 'The task was taken back when the queue “{queue}” was emptied by {by}.',
    fix: 'Start it again if it is still wanted.',
  },
  'engine.queue_paused': {
    message: 'It waits because the queue “{queue}” is paused (by {by}).',
    fix: 'Resume the queue.',
  },
  'engine.queue_not_served': {
    message: 'It waits because this office was started without the queue “{queue}”.',
    fix: 'Start the office without --queues, or with this queue among them.',
  },
  'engine.queue_full': {
    message: 'It waits because {limit} of the queue “{queue}” run already, as many as may at once.',
    fix: 'Nothing to do: it starts when one of them ends. The limit of the queue can be raised.',
  },
  'engine.queue_rate': {
    message: 'It waits its turn: the queue “{queue}” starts {tasks} in {seconds} s at most.',
    fix: 'Nothing to do: it starts by itself. The rate of the queue can be raised.',
  },
  'engine.saved_expired': {
    message: 'The saved task {task} was to be given up at {expires}, which has passed.',
    fix: 'Start it anew if it is still wanted.',
  },
  'engine.lock_held': {
    message: 'Waits for task {holder}, which holds “{name}”: one at a time works on that.',
    fix: 'Nothing to do: it starts by itself when the other has ended.',
  },
  'engine.lock_lost': {
    message: 'Somebody else has worked on “{name}” meanwhile, so this was not written.',
    fix: 'Look at what is there now, and start it again if it is still wanted.',
  },
  'engine.terminated': {
    message: 'The task was stopped by force while it ran. Nothing of its result was kept.',
    fix: 'Start it again if it is still wanted.',
  },
  'engine.soft_limit': {
    message: 'The task took longer than it may and was stopped. Nothing of its result was kept.',
    fix: 'Try it again when the computer has less to do, or with a smaller input.',
  },
  'engine.hard_limit': {
    message: 'The task was stopped by force after {seconds} seconds. Nothing of its result was kept.',
    fix: 'Try it again when the computer has less to do, or with a smaller input.',
  },
  'engine.memory_limit': {
    message:
      'The task took more of the computer’s memory than one task may and was stopped by force. Nothing was kept.',
    fix: 'Start it again with a smaller input, such as half of the file. If that fails too, send its page to support.',
  },
  'engine.slot_lost': {
    message: 'The part of Daybook that worked on this stopped unexpectedly. It was replaced.',
    fix: 'Nothing to do: the task starts again by itself.',
  },
  'engine.ended_beside': {
    message: 'Another task held up the part of Daybook that also worked on this, and it was ended with it.',
    fix: 'Nothing to do: the task starts again by itself.',
  },
  'engine.worker_lost': {
    message: 'Worker lost {times} times: each time this task ran, the part of Daybook that worked on it stopped.',
    fix: 'Check the input of this task; if it looks right, send the task’s page to support.',
  },
  'engine.office_ended': {
    message: 'Daybook or the computer was switched off while this ran.',
    fix: 'Nothing to do: it started again by itself.',
  },
  'engine.task_gone': {
    message: 'This version of Daybook has no task called “{task}”; another version enqueued it.',
    fix: 'Install the version that enqueued it, or start the work anew from its screen.',
  },
  'engine.task_threw': {
    message: 'The task ended with an unexpected error: {found}.',
    fix: 'Try it again. If it happens again, send the task’s page to support.',
  },
  'engine.result_not_json': {
    message: 'The task’s result cannot be stored: {found}.',
    fix: 'This is a fault in Daybook: send the task’s page to support.',
  },
  'engine.result_not_cloneable': {
    message: 'The task’s result cannot be handed over: {found}.',
    fix: 'This is a fault in Daybook: send the task’s page to support.',
  },
  'engine.result_too_large': {
    message: 'The task’s result is {found} characters long; {limit} are allowed. Nothing of it was kept.',
    fix: 'Start it again with a smaller input, such as half of the file.',
  },
  'engine.run_missing': {
    message: 'The work of “{task}” is not part of this installation.',
    fix: 'Install Daybook again.',
  },
  'engine.input_changed': {
    message: 'What the task worked on was changed meanwhile.',
    fix: 'Nothing to do: it starts again by itself with what is there now.',
  },
  'engine.input_keeps_changing': {
    message: 'What the task works on changed again each of the {tries} times it ran.',
    fix: 'Start it again when nobody is editing what it works on.',
  },
  'engine.expired': {
    message: 'The task waited too long behind other work and was given up ({seconds} s past its limit).',
    fix: 'Its next regular run follows by itself; start it now if it cannot wait.',
  },
  'engine.degraded': {
    message: 'Background threads cannot be started ({found}). Daybook works on one task at a time, more slowly.',
    fix: 'Start Daybook again. If it happens again, install it anew.',
  },
  'engine.no_pages': { message: 'The task {task} asked for input it does not have.', fix: 'Send its page to support.' },
  'engine.no_staging': { message: 'The task {task} has nowhere to put its rows.', fix: 'Send its page to support.' },
  'engine.not_running': {
    message: 'Task {id} is not running any more.',
    fix: 'Nothing to do: what it still said was not heard.',
  },
  'engine.question_failed': {
    message: 'The list could not be read: {found}.',
    fix: 'Try it again. If it happens again, start Daybook anew.',
  },
  'test.fails': { message: 'The test task fails on attempt {attempt} of {times}.', fix: 'Nothing to do.' },
}
