import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const run = (...[file, ...args]: [string, ...string[]]) => spawnSync(file, args, { stdio: 'ignore' }).status === 0

/** A file system of its own that holds `mb` megabytes; null where this user may not mount one. */
export function mountSmallDisk(mb: number): { folder: string; unmount(): void } | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-small-'))
  if (process.platform !== 'linux' || !run('mount', '-t', 'tmpfs', '-o', `size=${mb}m,mode=700`, 'tmpfs', folder)) {
    fs.rmdirSync(folder)
    return null
  }
  return {
    folder,
    unmount() {
      run('umount', '-l', folder)
      fs.rmdirSync(folder)
    },
  }
}

/** Takes what room is left, to the last page; answers with how to give it back. */
export function fillDisk(folder: string): () => void {
  const file = path.join(folder, 'filler')
  const handle = fs.openSync(file, 'w')
  const chunk = Buffer.alloc(65_536, 1)
  try {
    for (;;) fs.writeSync(handle, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    fs.closeSync(handle)
  }
  return () => fs.rmSync(file)
}

/**
 * Makes files refuse to be written, also by who has them open and by root (`chattr +i`; a remount is refused while a file is
 * open). False where the file system or the user cannot.
 */
export function protectFiles(files: string[], isProtected: boolean): boolean {
  return run('chattr', isProtected ? '+i' : '-i', ...files)
}

/** Overwrites every third page of a file from the tenth on. */
export function damagePages(file: string): void {
  const handle = fs.openSync(file, 'r+')
  const { size } = fs.fstatSync(handle)
  const noise = Buffer.alloc(2048, 0xde)
  for (let at = 4096 * 10; at < size; at += 4096 * 3) fs.writeSync(handle, noise, 0, noise.length, at)
  fs.closeSync(handle)
}
