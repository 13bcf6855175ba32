import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

export type Served = { pid: number; url: string; token: string; end(): Promise<void>; kill(): Promise<void> }

/** `daybook serve` on a folder; resolves with its first line. `require`: a script that Node loads before it. */
export async function serve(
  folder: string,
  options: string[] = [],
  { require, environment = {} }: { require?: string; environment?: Record<string, string> } = {},
): Promise<Served> {
  const office = spawn(
    process.execPath,
    [
      ...(require === undefined ? [] : ['--require', require]),
      path.resolve('dist/office/daybook.cjs'),
      'serve',
      '--test',
      '--data',
      folder,
      '--port',
      '0',
      ...options,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } },
  )
  const { url, token, pid } = JSON.parse(await firstLine(office)) as { url: string; token: string; pid: number }
  const endBy = (signal: NodeJS.Signals) => async () => {
    const ended = new Promise((resolve) => office.once('exit', resolve))
    office.kill(signal)
    await ended
  }
  return { pid, url, token, end: endBy('SIGTERM'), kill: endBy('SIGKILL') }
}

function firstLine(office: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    office.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
    })
    office.once('exit', (code) => reject(new Error(`the office ended with ${code} before it was ready`)))
  })
}

/** The browser itself is running before a workload begins to count. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath =
    process.env.DAYBOOK_CHROMIUM ??
    BROWSERS.map((name) => spawnSync('which', [name]).stdout.toString().trim()).find(Boolean)
  if (!executablePath) throw new Error('this workload needs a Chromium on the path, or DAYBOOK_CHROMIUM')
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** The most memory that a process has had at once, in MiB (Linux). */
export function peakMib(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (!peak) throw new Error('VmHWM is not in /proc')
  return Number(peak) / 1024
}
