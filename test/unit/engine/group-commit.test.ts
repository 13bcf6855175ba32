import { expect, test } from 'vitest'
import { testEffects } from '../../../db/queries/testing'
import type { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

const addEffect = (key: string) => (write: { db: import('../../../db/open').Db }) =>
  void write.db.prepare('insert into test_effect (key, task_id, at) values (?, 1, 1)').run(key)

test('a member that throws takes none of its group with it', async () => {
  const { engine, db } = makeEngine()
  const settled = await Promise.allSettled([
    engine.write('system', addEffect('a')),
    engine.write('system', (write) => {
      addEffect('b')(write)
      throw new Error('no')
    }),
    engine.write('system', addEffect('c')),
  ])
  expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(testEffects(db).map((row) => row.key)).toEqual(['a', 'c'])
})

test('a caller is answered after the commit, and events go out after it too', async () => {
  const { engine, db } = makeEngine()
  const heard: string[] = []
  engine.onEvent((event) => heard.push(`${event.type} in transaction: ${db.inTransaction}`))
  await engine.write('system', (write) => {
    write.emit({ type: 'said' })
    expect(heard).toEqual([])
  })
  expect(db.inTransaction).toBe(false)
  expect(heard).toEqual(['said in transaction: false'])
})

test('a full disk refuses what is new in words, keeps what was acknowledged, and goes on when there is room', async () => {
  const { engine, db } = makeEngine()
  await engine.start()
  const before = await engine.enqueue('test.echo', { before: true })
  await engine.finished(before.taskId)
  // A real SQLITE_FULL: the database may not grow any more.
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  const full = await engine
    .write('system', (write) => {
      for (let i = 0; i < 5000; i++) addEffect('x'.repeat(1000))(write)
    })
    .then(() => null)
    .catch((error: Problem) => error)
  expect(full?.code).toBe('engine.disk_full')
  expect(testEffects(db)).toEqual([])
  db.pragma('max_page_count = 1073741823')
  const after = await engine.enqueue('test.echo', { after: true })
  expect((await engine.finished(after.taskId)).state).toBe('SUCCESS')
  expect((await engine.finished(before.taskId)).state).toBe('SUCCESS')
  await engine.stop(100)
})

test('a group whose transaction is gone is replayed one by one: only the member that cannot be written fails', async () => {
  const { engine, db } = makeEngine()
  db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 4}`)
  const settled = await Promise.allSettled([
    engine.write('system', addEffect('small')),
    engine.write('system', (write) => {
      for (let i = 0; i < 5000; i++) addEffect('x'.repeat(1000))(write)
    }),
    engine.write('system', addEffect('also small')),
  ])
  expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(testEffects(db).map((row) => row.key)).toEqual(['small', 'also small'])
})
