import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { listTasks, taskView } from '../../../jobs/engine/monitor'
import { testingRuns } from '../../../jobs/testing/runs'
import { PACKED_FROM } from '../../../jobs/values/deflated'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

test('a task with long arguments is found by their words before it failed, and by those and its error after', async () => {
  const failing = defineTask({
    name: 'test.echo',
    queue: 'default',
    args: z.record(z.string(), z.unknown()),
    run: testingRuns['test.echo'],
    commit: () => {
      throw new Problem('test.refused', { why: 'Ottocento' })
    },
  })
  const { engine, db, clock } = makeEngine({ tasks: [failing] })
  opened.push(engine)
  await engine.start()
  const args = { who: 'Quetzalcoatl', long: 'word '.repeat(PACKED_FROM) }
  const { taskId } = await engine.enqueue('test.echo', args, { countdownSeconds: 3_600 })
  const found = (q: string) => listTasks(db, { q, limit: 10 }).items.map(({ task_id }) => Number(task_id))
  while (db.prepare("select value from engine_mark where name = 'indexed_to'").pluck().get() !== taskId)
    await new Promise((resolve) => setImmediate(resolve))
  expect(found('Quetzalcoatl')).toEqual([taskId])
  clock.advance(3_600_000)
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE' })
  expect(found('Ottocento')).toEqual([taskId])
  expect(found('Quetzalcoatl')).toEqual([taskId])
  expect(taskView(db, taskId)?.args).toEqual(args)
})
