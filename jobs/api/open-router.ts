import { type TaskView, taskView } from '../engine/monitor'
import type { OfficeConfig } from '../office'
import { createLog, type Log } from '../shared/log'
import { version } from '../version'
import { openReopening, type Reopening } from './reopening'
import { createRouter, type Router } from './router'

export type OpenedRouter = {
  router: Router
  log: Log
  /** Work on the office of the moment; while one office follows another, it waits for the new one. */
  during: Reopening['during']
  close(): Promise<void>
}

/** Opens the office of a data folder with its log and its router: the same for every transport. */
export async function openRouter(config: Omit<OfficeConfig, 'version' | 'onProblem'>): Promise<OpenedRouter> {
  let log: Log | null = null
  const onProblem = (error: unknown) =>
    log?.write('error', 'unforeseen', {
      trace: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  const held = await openReopening({ ...config, version, onProblem })
  const opened = createLog(held.office.folder, {
    level: config.logLevel,
    now: () => held.now(),
  })
  log = opened
  held.onEvent(({ type, id }) => {
    if (type === 'task_failed' && id !== undefined) logFailure(opened, taskView(held.office.db, id))
  })
  return {
    router: createRouter(held, opened),
    log: opened,
    during: (work) => held.during(work),
    async close() {
      await held.close()
      opened.close()
    },
  }
}

/** A failure of a task: its name and number and why, by code. What it worked on stays in the office. */
function logFailure(log: Log, task: TaskView | null): void {
  if (!task) return
  const { task_id, task: name, error, attempts, queue } = task
  log.write('warning', 'task failed', { task_id, task: name, queue, code: error?.code, attempts: attempts.length })
}

/** What ends the process unforeseen leaves its trace in the log first. Nothing acknowledged is lost by it. */
export function logLastWords(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log.write('error', 'the office process ends', { trace })
      process.stderr.write(`daybook: the office ended on an error it did not foresee; the log has it.\n`)
      process.exit(1)
    })
  }
}
