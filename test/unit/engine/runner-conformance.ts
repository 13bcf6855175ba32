import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import type { OfficeEvent } from '../../../jobs/engine/write'
import { conformanceRuns } from '../../../jobs/testing/conformance-runs'
import { makeEngine, type TestEngine } from '../../support/engine'

/** What a runner can do; where it cannot, its own documentation says so. */
export type RunnerTraits = {
  kind: 'slots' | 'inline'
  /** It can end a run that never looks at its limits, and outlives one that ends its thread. */
  canTerminate: boolean
}

const anything = z.record(z.string(), z.unknown())
type Case = keyof typeof conformanceRuns

/** What any runner owes the engine, told through the engine: one suite for the slots, the inline runner and those to come. */
export function describeRunner({ kind, canTerminate }: RunnerTraits): void {
  describe(`the runner “${kind}”`, () => {
    const opened: Engine[] = []
    afterEach(async () => {
      for (const engine of opened.splice(0)) await engine.stop(500)
    })
    const declare = (name: Case, more: Partial<TaskDefinition> = {}) =>
      defineTask({ name, queue: 'default', args: anything, run: conformanceRuns[name] as never, ...more } as never)
    async function open(...tasks: ReturnType<typeof declare>[]): Promise<TestEngine> {
      const made = makeEngine({ runner: kind, slots: 1, tasks: tasks as never, runs: conformanceRuns })
      opened.push(made.engine)
      await made.engine.start()
      return made
    }
    const run = async ({ engine }: TestEngine, task: string, args: Record<string, unknown> = {}) =>
      engine.finished((await engine.enqueue(task, args)).taskId)

    test('hands the arguments in and the result back, also long ones and none', async () => {
      const made = await open()
      expect(await run(made, 'test.echo', { a: 'é', b: [1, null] })).toMatchObject({ result: { a: 'é', b: [1, null] } })
      expect(await run(made, 'test.echo', { long: 'x'.repeat(200_000) })).toMatchObject({
        result: { long: 'x'.repeat(200_000) },
      })
      expect(await run(made, 'test.noop')).toMatchObject({ state: 'SUCCESS', result: null })
    })

    test('tells progress while it runs, and keeps the last word', async () => {
      const made = await open()
      const heard: OfficeEvent[] = []
      made.engine.onEvent((event) => heard.push(event))
      const { taskId } = await run(made, 'test.progress', { steps: 3, ms: 120 })
      expect(heard.filter((one) => one.type === 'progress').length).toBeGreaterThan(0)
      expect(taskView(made.db, taskId)?.progress).toEqual({ current: 3, total: 3, status: 'Step 3 of 3' })
    })

    test('keeps log lines in order', async () => {
      const made = await open(declare('conformance.log'))
      const { taskId } = await run(made, 'conformance.log')
      expect(taskView(made.db, taskId)?.log.map(({ level, text }) => `${level} ${text}`)).toEqual([
        'info first',
        'warning second',
      ])
    })

    test.each([
      ['text', 'only words'],
      ['null', 'a thrown null: null'],
      ['object', 'a thrown object: [object Object]'],
      ['nameless', 'an error without a message'],
      ['hostile', 'a thrown object'],
      ['rejected', 'late'],
    ])('an error of a strange kind (%s) fails its own task in words, and the next one runs', async (what, found) => {
      const made = await open(declare('conformance.throw'))
      expect(await run(made, 'conformance.throw', { what })).toMatchObject({
        state: 'FAILURE',
        error: { code: 'engine.task_threw', params: { found } },
      })
      expect(await run(made, 'test.noop')).toMatchObject({ state: 'SUCCESS' })
    })

    test('a result that cannot be stored or handed over fails in words', async () => {
      const commit = (_write: unknown, output: unknown) => typeof output
      const made = await open(
        declare('conformance.unfit'),
        declare('conformance.uncloneable', { commit: commit as never }),
      )
      expect(await run(made, 'conformance.unfit')).toMatchObject({
        state: 'FAILURE',
        error: { code: 'engine.result_not_json' },
      })
      expect(await run(made, 'conformance.uncloneable')).toMatchObject({
        state: 'FAILURE',
        error: { code: 'engine.result_not_cloneable' },
      })
      expect(await run(made, 'test.noop')).toMatchObject({ state: 'SUCCESS' })
    })

    test('reads its input in pages, stages chunks in order and stores files', async () => {
      const staged: number[] = []
      const made = await open(
        declare('conformance.pages', {
          page: (_db, _args, cursor) => {
            const from = Number(cursor ?? 0)
            return { rows: [from, from + 1], next: from < 4 ? from + 2 : null }
          },
          stage: (_write, _args, rows) => void staged.push(...(rows as number[])),
          commit: ((_write: unknown, output: unknown) => output) as never,
        }),
      )
      expect(await run(made, 'conformance.pages')).toMatchObject({
        state: 'SUCCESS',
        result: { pages: 3, text: 'stored by a run', originalName: 'a.txt' },
      })
      expect(staged).toEqual([0, 10, 20, 30, 40, 50])
    })

    test('the soft limit reaches a loop that looks', async () => {
      const made = await open(declare('conformance.loop', { limits: { softSeconds: 0.2, hardSeconds: 60 } }))
      expect(await run(made, 'conformance.loop')).toMatchObject({
        state: 'FAILURE',
        error: { code: 'engine.soft_limit' },
      })
      expect(await run(made, 'test.noop')).toMatchObject({ state: 'SUCCESS' })
    })

    test('a running task hears that it is revoked, one that waits behind it never runs', async () => {
      const made = await open()
      const long = await made.engine.enqueue('test.sleep', { ms: 60_000 })
      while (taskView(made.db, long.taskId)?.state !== 'STARTED') await new Promise((resolve) => setImmediate(resolve))
      const behind = await made.engine.enqueue('test.noop', {})
      await made.engine.revoke(behind.taskId, { terminate: false }, 'user:1')
      await made.engine.revoke(long.taskId, { terminate: false }, 'user:1')
      expect(await made.engine.finished(long.taskId)).toMatchObject({ state: 'REVOKED' })
      expect(taskView(made.db, behind.taskId)).toMatchObject({ state: 'REVOKED', attempts: [] })
    })

    test('a task that puts itself off is not run again before its time', async () => {
      const made = await open()
      const { taskId } = await made.engine.enqueue('test.snooze', { times: 1, seconds: 600 })
      while (taskView(made.db, taskId)?.attempts[0]?.outcome !== 'snoozed')
        await new Promise((resolve) => setImmediate(resolve))
      expect(taskView(made.db, taskId)).toMatchObject({ state: 'PENDING', retries: 0 })
      made.clock.advance(600_000)
      expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { attempts: 2 } })
    })

    if (!canTerminate) return
    test('the hard limit ends a loop that never looks; a run that ends its thread is told three times', async () => {
      const made = await open(declare('conformance.deaf', { limits: { softSeconds: 0.1, hardSeconds: 0.4 } }))
      expect(await run(made, 'conformance.deaf')).toMatchObject({
        state: 'FAILURE',
        error: { code: 'engine.hard_limit' },
      })
      const { taskId } = await run(made, 'test.crash')
      expect(taskView(made.db, taskId)?.attempts.map((one) => one.outcome)).toEqual(['lost', 'lost', 'lost'])
      expect(await run(made, 'test.noop')).toMatchObject({ state: 'SUCCESS' })
    })
  })
}
