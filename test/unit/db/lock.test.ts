import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lockFile, lockFolder } from '../../../db/lock'
import { tempFolder } from '../../support/office-db'

const support = path.resolve(import.meta.dirname, '../../support')
const children: ChildProcess[] = []

/** Another process that tries to take the folder; answers with what it says. */
async function anotherProcess(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', `${support}/typescript.mjs`, `${support}/hold-lock.ts`, folder],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  children.push(child)
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: String(chunk).trim() }
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

test('while one process works in a folder another is refused with the folder named', async () => {
  const folder = tempFolder()
  const { said } = await anotherProcess(folder)
  expect(said).toBe('held')
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({ code: 'db.folder_in_use', params: { folder }, kind: 'conflict' }),
  )
})

test('a folder whose holder was killed is free at once', async () => {
  const folder = tempFolder()
  const { child } = await anotherProcess(folder)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  expect((await ended)[1]).toBe('SIGKILL')
  lockFolder(folder).release()
})

test('a folder held here is refused to another process, and free after it was released', async () => {
  const folder = tempFolder()
  const lock = lockFolder(folder)
  expect((await anotherProcess(folder)).said).toBe('db.folder_in_use')
  lock.release()
  expect((await anotherProcess(folder)).said).toBe('held')
})

test('a folder is held once within one process too', () => {
  const folder = tempFolder()
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'db.folder_in_use' }))
  lock.release()
  lock.release() // a second time does nothing
  lockFolder(folder).release()
})

test('a lock file that is no database is refused with the folder named, not taken for a lock', () => {
  const folder = tempFolder()
  fs.mkdirSync(lockFile(folder))
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'db.folder_not_writable' }))
})
