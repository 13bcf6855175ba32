import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** What one record says (test/power/recorder.c writes them); paths are below the recorded folder, `''` is itself. */
export type Entry = { end: number } & (
  | { kind: 'file made' | 'folder made'; inode: bigint; path: string }
  | { kind: 'written'; inode: bigint; offset: number; bytes: Buffer }
  | { kind: 'cut'; inode: bigint; length: number }
  | { kind: 'sync begun'; inode: bigint; sync: bigint }
  | { kind: 'sync ended'; sync: bigint }
  | { kind: 'renamed' | 'linked'; path: string; to: string }
  | { kind: 'removed'; path: string }
)

/** Why nothing can be recorded on this machine; '' where it can. */
export function whyNoRecorder(): string {
  if (process.platform !== 'linux' || process.arch === 'ia32') return 'the recorder is for 64-bit Linux'
  const found = spawnSync('cc', ['--version'])
  return found.status === 0 ? '' : 'no C compiler on this machine'
}

/** Compiles the recorder into `folder`; answers with the library to preload. */
export function compileRecorder(folder: string): string {
  const library = path.join(folder, 'recorder.so')
  const source = path.resolve('test/power/recorder.c')
  const flags = ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC']
  const { status, stderr } = spawnSync('cc', [...flags, '-o', library, source, '-ldl', '-lpthread'])
  if (status !== 0) throw new Error(`the recorder does not compile:\n${stderr}`)
  return library
}

/** The environment in which a process is recorded. */
export const recorded = (library: string, root: string, log: string): Record<string, string> => ({
  LD_PRELOAD: library,
  POWER_ROOT: root,
  POWER_LOG: log,
  UV_USE_IO_URING: '0', // what goes through a ring passes no function
})

const HEADER = 32

/** Reads a log; `end` of an entry is the length of the log up to and with it. */
export function readLog(file: string): Entry[] {
  const log = fs.readFileSync(file)
  const entries: Entry[] = []
  for (let at = 0; at < log.length; ) {
    const [first, second, length] = [log.readUInt32LE(at + 4), log.readUInt32LE(at + 8), log.readUInt32LE(at + 12)]
    const names = at + HEADER
    const name = log.toString('utf8', names, names + first)
    const to = log.toString('utf8', names + first, names + first + second)
    const end = names + first + second + length
    const inode = log.readBigUInt64LE(at + 16)
    const number = log.readBigUInt64LE(at + 24)
    const bytes = log.subarray(end - length, end)
    entries.push(entryOf(String.fromCharCode(log[at] ?? 0), { end, inode, number, name, to, bytes }))
    at = end
  }
  return entries
}

type Raw = { end: number; inode: bigint; number: bigint; name: string; to: string; bytes: Buffer }

function entryOf(kind: string, { end, inode, number, name, to, bytes }: Raw): Entry {
  switch (kind) {
    case 'C':
      return { end, kind: 'file made', inode, path: name }
    case 'M':
      return { end, kind: 'folder made', inode, path: name }
    case 'W':
      return { end, kind: 'written', inode, offset: Number(number), bytes }
    case 'T':
      return { end, kind: 'cut', inode, length: Number(number) }
    case 'B':
      return { end, kind: 'sync begun', inode, sync: number }
    case 'E':
      return { end, kind: 'sync ended', sync: number }
    case 'R':
      return { end, kind: 'renamed', path: name, to }
    case 'L':
      return { end, kind: 'linked', path: name, to }
    case 'U':
    case 'D':
      return { end, kind: 'removed', path: name }
    default:
      throw new Error(`no record begins with ${JSON.stringify(kind)}`)
  }
}
