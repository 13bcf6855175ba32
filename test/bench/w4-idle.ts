import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inEmptyFolder, type Line, summary } from './measure'

const SETTLE_MS = 8_000
const IDLE_MS = 60_000
const TICKS_PER_SECOND = 100

/** W4: `daybook serve` with the built-in schedules on; 8 s to settle, 60 s idle. Linux only: it reads /proc. */
export async function w4(runs: number): Promise<Line[]> {
  if (process.platform !== 'linux') throw new Error('W4 reads /proc and runs on Linux only')
  const measured: Idle[] = []
  for (let run = 0; run < runs; run++) measured.push(await idle())
  return [
    summary(
      'W4',
      'pss_mib',
      measured.map((one) => one.pssMib),
    ),
    summary(
      'W4',
      'rss_mib',
      measured.map((one) => one.rssMib),
    ),
    summary(
      'W4',
      'cpu_percent_of_one_core',
      measured.map((one) => one.cpuPercent),
    ),
    summary(
      'W4',
      'timers_per_min',
      measured.map((one) => one.timersPerMinute),
    ),
  ]
}

type Idle = { pssMib: number; rssMib: number; cpuPercent: number; timersPerMinute: number }

function idle(): Promise<Idle> {
  return inEmptyFolder(async (folder) => {
    const counter = path.join(folder, 'timers.txt')
    const office = spawn(
      process.execPath,
      [
        '--require',
        path.resolve('test/bench/count-timers.cjs'),
        path.resolve('dist/office/daybook.cjs'),
        'serve',
        '--data',
        path.join(folder, 'data'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DAYBOOK_TIMER_COUNT: counter } },
    )
    try {
      await firstLine(office)
      await setTimeout(SETTLE_MS)
      const pid = office.pid ?? 0
      const ticks = cpuTicks(pid)
      const timers = Number(fs.readFileSync(counter, 'utf8'))
      await setTimeout(IDLE_MS)
      const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      return {
        pssMib: kib(rollup, 'Pss') / 1024,
        rssMib: kib(rollup, 'Rss') / 1024,
        cpuPercent: ((cpuTicks(pid) - ticks) / TICKS_PER_SECOND / (IDLE_MS / 1000)) * 100,
        timersPerMinute: (Number(fs.readFileSync(counter, 'utf8')) - timers) * (60_000 / IDLE_MS),
      }
    } finally {
      const ended = new Promise((resolve) => office.once('exit', resolve))
      office.kill()
      await ended
    }
  })
}

const kib = (rollup: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1])

function cpuTicks(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk)))
    child.once('exit', (code) => reject(new Error(`the office ended with ${code} before it was ready`)))
  })
}
