// Loaded before the office in W7: notes every turn of its main thread that kept it from the next for long, as JSON lines
// {"at", "ms", "cpuMs"}: when it ended, how long it took, and how much of that the thread itself worked.
const fs = require('node:fs')
const { isMainThread } = require('node:worker_threads')
const file = process.env.DAYBOOK_LONG_TURNS
const EVERY_MS = 5
const LONG_MS = 40
if (isMainThread && file) {
  let last = performance.now()
  let worked = process.threadCpuUsage()
  setInterval(() => {
    const now = performance.now()
    const used = process.threadCpuUsage(worked)
    worked = process.threadCpuUsage()
    const ms = now - last
    if (ms > LONG_MS) {
      const cpuMs = (used.user + used.system) / 1000
      fs.appendFileSync(file, `${JSON.stringify({ at: Date.now(), ms: Math.round(ms), cpuMs: Math.round(cpuMs) })}\n`)
    }
    last = performance.now()
  }, EVERY_MS).unref()
}
