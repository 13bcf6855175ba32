import path from 'node:path'
import { QUEUES } from '../../engine/define-task'
import { SAMPLE_SEED } from '../../sample/seed'
import { LOG_LEVELS, type LogLevel } from '../../shared/log'
import { Problem } from '../../values/problem'
import { version } from '../../version'
import type { OpenedRouter } from '../open-router'
import { type Command, type Context, textOf } from './command'
import { announceOffice, findRunningOffice, withdrawOffice } from './running-office'
import { type SlotCount, slotCountOf } from './slot-count'
import { secondsOf, usage, wholeNumber } from './usage'

/** The office process without a window of its own: an always-on machine, a browser, a test. */
export const serve: Command = {
  words: ['serve'],
  options: {
    port: { value: 'N', does: 'on 127.0.0.1; 0 takes a free one' },
    concurrency: { value: 'N', does: 'slots; 3-10: as many of these as the work asks for; 1-4 unless said otherwise' },
    queues: { value: 'a,b', does: 'works on these queues only; all unless said otherwise' },
    'stop-deadline': {
      value: 'S',
      does: 'seconds that running tasks have to end when it is stopped; 10 unless said otherwise, 600 for a service',
    },
    'log-level': { value: 'L', does: 'debug, info, warning or error' },
    sample: { does: 'shows the sample office; only in an empty data folder' },
    test: { does: 'test mode: the clock can be moved' },
  },
  does: 'runs the office and serves it to browser and scripts',
  run,
}

async function run(context: Context): Promise<number> {
  const port = wholeNumber('--port', textOf(context, 'port')) ?? 0
  if (port > 65535) throw usage('cli.not_a_number', { option: '--port', found: port, expected: 'at most 65535' })
  const slots = slotCountOf(textOf(context, 'concurrency'))
  const logLevel = levelOf(textOf(context, 'log-level'))
  const testMode = context.options.test === true

  const queues = queuesOf(textOf(context, 'queues'))
  const stopSeconds = stopSecondsOf(textOf(context, 'stop-deadline'))
  const isSample = context.options.sample === true

  const { router, log, close } = await open(context.folder, {
    testMode,
    ...slots,
    logLevel,
    isSample,
    ...(queues && { queues }),
    ...(stopSeconds !== undefined && { stopSeconds }),
  })
  const { folder } = router.office
  try {
    const { serveHttp } = await import('../http/server') // Fastify is loaded only where an office is served
    const server = await serveHttp(router, { rendererFolder: path.join(__dirname, '../renderer'), port })
    announceOffice(folder, { address: server.address, token: server.token, pid: process.pid })
    log.write('info', 'office serves', { address: server.address, version, test_mode: testMode })
    context.out.line({ ready: true, url: server.link, token: server.token, pid: process.pid }, firstLine(server))
    await ended(context.signal)
    withdrawOffice(folder, process.pid)
    await server.close()
    log.write('info', 'office closes')
    return 0
  } finally {
    await close()
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** The first line is JSON for people too: programs wait for it. */
const firstLine = (server: { link: string; token: string }): string =>
  JSON.stringify({ ready: true, url: server.link, token: server.token, pid: process.pid })

type ServeOptions = SlotCount & {
  testMode: boolean
  logLevel: LogLevel
  isSample: boolean
  queues?: string[]
  stopSeconds?: number
}

async function open(folder: string, { isSample, ...options }: ServeOptions): Promise<OpenedRouter> {
  // Loaded only now: the other commands are clients and need neither engine nor areas.
  const { logLastWords, openRouter } = await import('../open-router')
  const sample = isSample ? { sample: { seed: SAMPLE_SEED } } : {}
  try {
    const opened = await openRouter({ folder, scheduler: true, outbox: true, ...options, ...sample })
    logLastWords(opened.log)
    return opened
  } catch (error) {
    const running =
      error instanceof Problem && error.code === 'db.folder_in_use' ? await findRunningOffice(folder) : null
    if (!running) throw error
    throw new Problem(
      'cli.already_served',
      { folder, address: running.address, pid: running.pid },
      { kind: 'conflict' },
    )
  }
}

function queuesOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !Object.hasOwn(QUEUES, name))
  if (wrong !== undefined)
    throw usage('cli.not_one_of', { option: '--queues', found: wrong, expected: Object.keys(QUEUES).join(', ') })
  return names
}

/** A timer does not reach further than some weeks. */
const MOST_STOP_SECONDS = 86_400

function stopSecondsOf(text: string | undefined): number | undefined {
  const seconds = secondsOf('--stop-deadline', text)
  if (seconds !== undefined && seconds > MOST_STOP_SECONDS)
    throw usage('cli.not_a_number', {
      option: '--stop-deadline',
      found: seconds,
      expected: `at most ${MOST_STOP_SECONDS}`,
    })
  return seconds
}

function levelOf(text: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((one) => one === (text ?? 'info').toLowerCase())
  if (!level)
    throw usage('cli.not_one_of', { option: '--log-level', found: text ?? '', expected: LOG_LEVELS.join(', ') })
  return level
}
