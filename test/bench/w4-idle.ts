import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inEmptyFolder, type Line, summary } from './measure'

const STARTED_MS = 8_000
/** Then the second slot has ended for having had nothing to do, and memory has been given back. */
const RESTED_MS = 75_000
const IDLE_MS = 60_000
const TICKS_PER_SECOND = 100

/**
 * W4: `daybook serve` with the built-in schedules on, as it is once started and through an idle minute. Linux only: it reads
 * /proc. Node's own binary is mapped by the bench too, so half of those pages (some 56 MiB) count; in the desktop app every
 * process shares them. `anon_mib` is what nobody shares.
 */
export async function w4(runs: number): Promise<Line[]> {
  if (process.platform !== 'linux') throw new Error('W4 reads /proc and runs on Linux only')
  const measured: Idle[] = []
  for (let run = 0; run < runs; run++) measured.push(await idle())
  const line = (metric: string, read: (one: Idle) => number) => summary('W4', metric, measured.map(read))
  return [
    line('pss_mib_two_slots', (one) => one.started.pss),
    line('pss_mib', (one) => one.rested.pss),
    line('anon_mib', (one) => one.rested.anon),
    line('rss_mib', (one) => one.rested.rss),
    line('cpu_percent_of_one_core', (one) => one.cpuPercent),
    line('timers_per_min', (one) => one.timersPerMinute),
  ]
}

type Memory = { pss: number; rss: number; anon: number }
type Idle = { started: Memory; rested: Memory; cpuPercent: number; timersPerMinute: number }

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
      const pid = office.pid ?? 0
      await setTimeout(STARTED_MS)
      const started = memoryOf(pid)
      await setTimeout(RESTED_MS - STARTED_MS)
      const ticks = cpuTicks(pid)
      const timers = Number(fs.readFileSync(counter, 'utf8'))
      await setTimeout(IDLE_MS)
      return {
        started,
        rested: memoryOf(pid),
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

function memoryOf(pid: number): Memory {
  const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1]) / 1024
  return { pss: mib('Pss'), rss: mib('Rss'), anon: mib('Pss_Anon') }
}

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
