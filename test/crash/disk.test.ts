import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runCommand, runJson } from '../support/command'
import { dataDir, startOffice, type TestOffice, untilReady } from '../support/office'
import { damagePages, fillDisk, mountSmallDisk, protectFiles } from '../support/small-disk'

// The disk refuses, for real: full, not writable, damaged. The office says so, loses nothing, and goes on by itself.

const afterwards: (() => unknown)[] = []
afterEach(async () => {
  for (const leave of afterwards.splice(0).reverse()) await leave()
})

async function open(folder: string): Promise<TestOffice> {
  const office = await startOffice({ folder })
  afterwards.push(() => office.stop({ keep: true }))
  return office
}

const enqueue = (office: TestOffice, key: string) =>
  office.api('POST', '/api/tasks', { task: 'test.effect', args: { key } })

/** Asks for work until the office refuses or has taken so many; answers with the keys it acknowledged. */
async function work(office: TestOffice, name: string, most: number): Promise<{ taken: string[]; refusals: unknown[] }> {
  const taken: string[] = []
  const refusals: unknown[] = []
  for (let i = 0; i < most; i++) {
    const key = `${name}-${i}`
    const { status, body } = await enqueue(office, key)
    if (status === 202) taken.push(key)
    else refusals.push({ status, code: body.error.code })
  }
  return { taken, refusals }
}

const checkOf = async (office: TestOffice, name: string) => {
  const { status, body } = await office.api('GET', '/api/health')
  return { status, ...body.checks.find((check: { name: string }) => check.name === name) }
}

/** Every acknowledged task has had its effect, once. */
async function expectDone(office: TestOffice, taken: string[]): Promise<void> {
  const keys: string[] = await untilReady(async () => {
    const { body } = await office.api('POST', '/api/rpc/test.effects', {})
    const found: string[] = body.items.map(({ key }: { key: string }) => key)
    return taken.every((key) => found.includes(key)) ? found : null
  })
  expect(new Set(keys).size).toBe(keys.length)
  const verified = await office.api('POST', '/api/rpc/office.verify', {})
  expect(verified.body).toMatchObject({ ok: true })
}

test('on a full disk the office refuses in words, says what is wrong, and goes on when there is room again', async (context) => {
  const disk = mountSmallDisk(24)
  if (!disk) return context.skip('this user may not mount a file system')
  afterwards.push(() => disk.unmount())
  const office = await open(disk.folder)
  const before = await work(office, 'before', 20)
  expect(before.refusals).toEqual([])

  const giveBack = fillDisk(disk.folder)
  const full = await work(office, 'full', 20)
  expect(full.refusals).toContainEqual({ status: 503, code: 'engine.disk_full' })
  expect(await checkOf(office, 'database')).toMatchObject({
    status: 503,
    ok: false,
    detail: expect.stringContaining('Make room on the disk. Daybook goes on by itself'),
  })
  expect(await checkOf(office, 'disk')).toMatchObject({ ok: false })
  expect((await office.api('GET', '/api/today')).status, 'what is there can be read').toBe(200)

  giveBack()
  const after = await work(office, 'after', 5)
  expect(after.refusals).toEqual([])
  await expectDone(office, [...before.taken, ...full.taken, ...after.taken])
  expect(await checkOf(office, 'database')).toMatchObject({ ok: true })
})

test('a disk that is filled while tasks run loses none of their effects and does none twice', async (context) => {
  const disk = mountSmallDisk(24)
  if (!disk) return context.skip('this user may not mount a file system')
  afterwards.push(() => disk.unmount())
  const office = await open(disk.folder)
  const taken: string[] = []
  for (let round = 0; round < 3; round++) {
    const working = Promise.all(Array.from({ length: 4 }, (_, i) => work(office, `round-${round}-${i}`, 10)))
    const giveBack = fillDisk(disk.folder)
    for (const one of await working) taken.push(...one.taken)
    giveBack()
  }
  const last = await work(office, 'last', 1)
  expect(last.refusals).toEqual([])
  await expectDone(office, [...taken, ...last.taken])
})

test('a database that turns read-only under the office is told, and written again when it may be', async (context) => {
  const folder = dataDir()
  const office = await open(folder)
  const files = ['daybook.db', 'daybook.db-wal'].map((name) => path.join(folder, name))
  const before = await work(office, 'before', 3)
  await expectDone(office, before.taken)
  if (!protectFiles(files, true)) return context.skip('files cannot be protected here')
  afterwards.push(() => protectFiles(files, false))
  const { status, body } = await enqueue(office, 'refused')
  if (status === 202) return context.skip('this file system protects only from opening')
  expect({ status, code: body.error.code }).toEqual({ status: 503, code: 'engine.disk_unwritable' })
  expect(body.error.fix).toContain('may be written to')
  expect(await checkOf(office, 'database')).toMatchObject({ status: 503, ok: false })

  protectFiles(files, false)
  const after = await work(office, 'after', 3)
  expect(after.refusals).toEqual([])
  await expectDone(office, [...before.taken, ...after.taken])
})

test('pages damaged while the office runs are told by what cannot be read, by health, and by the next start', async () => {
  const folder = dataDir()
  const first = await startOffice({ folder })
  await work(first, 'before', 50)
  await first.stop({ keep: true }) // what was in the log of the database is in its pages then
  const office = await open(folder)
  const backup = await office.api('POST', '/api/rpc/office.backup', {})
  expect(backup.status).toBeLessThan(300)
  damagePages(path.join(folder, 'daybook.db'))

  const { body: read } = await office.api('POST', '/api/rpc/office.verify', {})
  expect(read.error).toMatchObject({ code: 'db.damaged', fix: expect.stringContaining('daybook restore ') })
  expect(await checkOf(office, 'database')).toMatchObject({
    status: 503,
    ok: false,
    detail: expect.stringContaining('daybook restore '),
  })
  await office.kill()

  const verify = await runCommand(folder, 'verify')
  expect(verify.code).toBe(1)
  expect(verify.stderr).toContain('is damaged')
  const [named] = /daybook restore (\S+\.db)/.exec(verify.stderr)?.slice(1) ?? []
  expect(fs.existsSync(named ?? ''), `the backup that ${verify.stderr} names`).toBe(true)
  const restored = await runCommand(folder, 'restore', named ?? '')
  expect(restored.code, restored.stderr).toBe(0)
  const again = await open(folder)
  await expectDone(
    again,
    Array.from({ length: 50 }, (_, i) => `before-${i}`),
  )
})

test('a second office on the folder is refused by naming the first, and commands go to the first', async () => {
  const folder = dataDir()
  const office = await open(folder)
  const second = await runCommand(folder, 'serve', '--port', '0')
  expect(second.code).toBe(1)
  expect(second.stderr).toContain(`runs already, at ${office.address} (process ${office.pid})`)
  const { value } = await runJson(folder, 'health')
  expect(value.stats).toMatchObject({ pid: office.pid })
})
