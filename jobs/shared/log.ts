import fs from 'node:fs'
import path from 'node:path'
import { type Instant, toIso } from '../values/time'

export const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What stands beside a line's text. Never names, addresses or amounts: the log leaves the office in support mails. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

export type LogLine = { at: string; level: LogLevel; text: string } & LogFields

export type Log = {
  write(level: LogLevel, text: string, fields?: LogFields): void
  close(): void
}

const KEPT_DAYS = 30
const FILE = /^\d{4}-\d\d-\d\d\.jsonl$/

export const logFolder = (folder: string): string => path.join(folder, 'logs')

/** The log files of a data folder, oldest first. */
export function logFiles(folder: string): string[] {
  const where = logFolder(folder)
  if (!fs.existsSync(where)) return []
  return fs
    .readdirSync(where)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => path.join(where, name))
}

/**
 * JSON lines in the data folder, a file a day (UTC), thirty days kept. Each line is one append: a reader never sees half
 * of one, and what was written before a crash is there. A log that cannot be written never stops the office's work.
 */
export function createLog(folder: string, options: { level: LogLevel; now: () => Instant }): Log {
  const least = LOG_LEVELS.indexOf(options.level)
  let open: { day: string; file: number } | null = null

  const fileOf = (day: string): number => {
    if (open?.day === day) return open.file
    if (open) fs.closeSync(open.file)
    open = null
    fs.mkdirSync(logFolder(folder), { recursive: true, mode: 0o700 })
    open = { day, file: fs.openSync(path.join(logFolder(folder), `${day}.jsonl`), 'a', 0o600) }
    removeOld(folder, options.now())
    return open.file
  }

  return {
    write(level, text, fields = {}) {
      if (LOG_LEVELS.indexOf(level) < least) return
      const at = toIso(options.now())
      try {
        fs.writeSync(fileOf(at.slice(0, 10)), `${JSON.stringify({ at, level, text, ...fields })}\n`)
      } catch {
        // A full or read-only disk is told by health, which reads it at its source.
      }
    },
    close() {
      if (open) fs.closeSync(open.file)
      open = null
    },
  }
}

function removeOld(folder: string, now: Instant): void {
  const oldest = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  for (const file of logFiles(folder)) {
    if (path.basename(file).slice(0, 10) < oldest) fs.rmSync(file, { force: true })
  }
}
