import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const dataDir = () => fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-test-'))

// biome-ignore lint/suspicious/noExplicitAny: a test says by its expectations what an answer is
export type Answer<Body = any> = { status: number; body: Body; headers: Headers }

export type TestOffice = {
  /** Opens the window in a browser, once. */
  url: string
  /** `http://127.0.0.1:8123` */
  address: string
  token: string
  pid: number
  folder: string
  /** Asks over REST with the token; the answer's JSON, or its text where it is none. */
  api(verb: string, path: string, body?: unknown): Promise<Answer>
  /** Uploads a file as a browser does. */
  upload(
    path: string,
    file: { name: string; bytes: string | Uint8Array },
    fields?: Record<string, string>,
  ): Promise<Answer>
  /** Resolves when the task has ended, with its view. */
  ended(taskId: string): Promise<Answer['body']>
  /** Ends the office in order; the data folder goes unless it is kept. */
  stop(options?: { keep?: boolean }): Promise<void>
  /** SIGKILL: the plug is pulled. The data folder stays. */
  kill(): Promise<void>
  /** Resolves when the process has ended, however it did. */
  exited: Promise<number | null>
}

export type StartOptions = {
  folder?: string
  /** Further arguments of `daybook serve`. */
  args?: string[]
  testMode?: boolean
  /** Where the office's clock stands when it opens; only with test mode. */
  now?: string
  /** Further variables of the process. */
  environment?: Record<string, string>
  /** Hears of the process before it is ready. */
  spawned?: (child: ChildProcess) => void
}

/** A real office process (`daybook serve --test`) under the Node that runs the tests, on a folder of its own. */
export async function startOffice(options: StartOptions = {}): Promise<TestOffice> {
  const folder = options.folder ?? dataDir()
  const args = [
    'serve',
    '--data',
    folder,
    '--port',
    '0',
    ...(options.testMode === false ? [] : ['--test']),
    ...(options.args ?? []),
  ]
  const child = spawn(process.execPath, [path.resolve('dist/office/daybook.cjs'), ...args], {
    env: { ...officeEnvironment(), ...(options.now && { DAYBOOK_TEST_NOW: options.now }), ...options.environment },
    // Not our own: an office that a failed test leaves running would hold it open, and nobody who reads it would see its end.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.pipe(process.stderr, { end: false })
  options.spawned?.(child)
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const { url, token, pid } = JSON.parse(
    await firstLine(child, args.includes('--sample') ? LIVED_WITHIN_MS : OPEN_WITHIN_MS),
  )
  const address = new URL(url).origin

  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) }
    const answer = await fetch(`${address}${path}`, { ...init, headers })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, body: isJson && text ? JSON.parse(text) : text, headers: answer.headers }
  }
  const api: TestOffice['api'] = (verb, path, body) =>
    ask(path, {
      method: verb,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })

  return {
    url,
    address,
    token,
    pid,
    folder,
    exited,
    api,
    upload(path, file, fields = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', new Blob([file.bytes as BlobPart]), file.name)
      return ask(path, { method: 'POST', body: form })
    },
    async ended(taskId) {
      let state = 'not there'
      const isEnded = async () => {
        const { body } = await api('GET', `/api/tasks/${taskId}/`)
        state = body.state
        return body.ready ? body : null
      }
      const patience = { what: `the end of task ${taskId}`, withinMs: 120_000 }
      return untilReady(isEnded, patience).catch((error: Error) => {
        error.message += `; it is ${state}`
        throw error
      })
    },
    async stop({ keep = false } = {}) {
      child.kill('SIGTERM')
      await exited
      if (!keep) fs.rmSync(folder, { recursive: true, force: true })
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** The tests' Node needs the addon of the package, not the one built for an older Electron. */
export const officeEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, DAYBOOK_SQLITE_BINDING: '' })

type Patience = { what?: string; withinMs?: number }

/** Asks until there is an answer. What does not come is named, with the line that waits for it. */
export async function untilReady<T>(
  ask: () => Promise<T | null>,
  { what = String(ask), withinMs = 60_000 }: Patience = {},
): Promise<T> {
  const late = new Error(`waited ${withinMs / 1000} s in vain for: ${what}`)
  const until = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (performance.now() > until) throw late
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The office says where it listens as soon as it is open. */
const OPEN_WITHIN_MS = 60_000
/** The sample office lives its two years first, which takes seconds of computing on a computer that has nothing else to do. */
export const LIVED_WITHIN_MS = 240_000

function firstLine(child: ChildProcess, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the office was not open within ${withinMs / 1000} s; it has said “${text}”`))
    }, withinMs)
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.split('\n')[0] ?? '')
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the office ended with ${code} before it was ready`))
    })
  })
}
