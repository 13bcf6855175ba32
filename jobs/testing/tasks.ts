import { z } from 'zod'
import { addTestEffect } from '../../db/queries/testing'
import { defineTask } from '../engine/define-task'
import { testingRuns } from './runs'

/** Tasks that exist in test mode only: what a task can do to an engine, each in its simplest form. */
const anything = z.record(z.string(), z.unknown())

export const testTasks = [
  defineTask({ name: 'test.noop', queue: 'default', args: anything, run: testingRuns['test.noop'] }),
  defineTask({ name: 'test.echo', queue: 'default', args: anything, run: testingRuns['test.echo'] }),
  defineTask({
    name: 'test.sleep',
    queue: 'default',
    args: z.object({ ms: z.number().min(0) }),
    positional: ['ms'],
    run: testingRuns['test.sleep'],
  }),
  defineTask({
    name: 'test.spin',
    queue: 'default',
    args: z.object({ ms: z.number().min(0) }),
    positional: ['ms'],
    run: testingRuns['test.spin'],
  }),
  defineTask({
    name: 'test.fail',
    queue: 'default',
    args: z.object({ times: z.number().int().min(0) }),
    positional: ['times'],
    run: testingRuns['test.fail'],
  }),
  defineTask({
    name: 'test.snooze',
    queue: 'default',
    args: z.object({ times: z.number().int().min(0), seconds: z.number().min(0) }),
    run: testingRuns['test.snooze'],
  }),
  defineTask({ name: 'test.crash', queue: 'default', args: anything, run: testingRuns['test.crash'] }),
  defineTask({
    name: 'test.progress',
    queue: 'default',
    args: z.object({ steps: z.number().int().min(0), ms: z.number().min(0).optional() }),
    positional: ['steps'],
    run: testingRuns['test.progress'],
  }),
  defineTask({
    name: 'test.limited',
    queue: 'default',
    args: z.object({ deaf: z.boolean() }),
    limits: { softSeconds: 0.2, hardSeconds: 0.6 },
    run: testingRuns['test.limited'],
  }),
  defineTask({
    name: 'test.runaway',
    queue: 'default',
    args: z.object({ way: z.string() }),
    limits: { softSeconds: 300, hardSeconds: 600 }, // what ends it is never its time
    run: testingRuns['test.runaway'] as never,
  }),
  defineTask({ name: 'test.first_line', queue: 'default', args: anything, run: testingRuns['test.first_line'] }),
  defineTask({
    name: 'test.effect',
    queue: 'default',
    args: z.object({ key: z.coerce.string(), ms: z.number().min(0).optional() }),
    positional: ['key', 'ms'],
    run: testingRuns['test.effect'],
    commit: (write, output: { key: string }, _args: { key: string; ms?: number | undefined }, call) => {
      addTestEffect(write.db, output.key, call.taskId, write.now)
      return { key: output.key }
    },
  }),
]
