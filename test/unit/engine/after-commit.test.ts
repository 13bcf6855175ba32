import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import type { Write } from '../../../jobs/engine/write'
import { testingRuns } from '../../../jobs/testing/runs'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine, type TestEngine } from '../../support/engine'

// What a transaction asks to be done after it (a running task is to stop) is forgotten with the savepoint it belongs to.

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

const overreaching = defineTask({
  name: 'test.noop',
  queue: 'default',
  args: z.object({ batch: z.number() }),
  run: testingRuns['test.noop'],
  commit: (write, _output, { batch }) => takeBack(write, batch),
})
let engine: Engine
function takeBack(write: Write, batch: number): never {
  expect(engine.batches.revoke(write, batch, { terminate: true })).toMatchObject({ running: 1 })
  throw new Problem('engine.stopped')
}

async function withRunning(): Promise<TestEngine & { batch: number; running: number }> {
  const made = makeEngine({ runner: 'slots', slots: 2, tasks: [overreaching] })
  engine = made.engine
  opened.push(engine)
  await engine.start()
  const { batchId, taskIds } = await engine.write('user:1', (write) =>
    engine.batches.start(write, { kind: 'group', tasks: [{ task: 'test.sleep', args: { ms: 60_000 } }] }),
  )
  const running = taskIds[0] ?? 0
  while (taskView(made.db, running)?.state !== 'STARTED') await new Promise((resolve) => setImmediate(resolve))
  return { ...made, batch: batchId, running }
}
async function goesOn({ db, running }: { db: TestEngine['db']; running: number }): Promise<void> {
  await engine.finished((await engine.enqueue('test.echo', {})).taskId)
  expect(taskView(db, running)).toMatchObject({ state: 'STARTED', revoking: false })
}

test('a write that takes a running task back and then fails lets it go on', async () => {
  const made = await withRunning()
  await expect(engine.write('user:1', (write) => takeBack(write, made.batch))).rejects.toThrow(Problem)
  await goesOn(made)
})

test('so does a task whose effects fail after they took it back', async () => {
  const made = await withRunning()
  const { taskId } = await engine.enqueue('test.noop', { batch: made.batch })
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'engine.stopped' } })
  await goesOn(made)
})
