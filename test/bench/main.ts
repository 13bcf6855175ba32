import { type Line, print } from './measure'

const WORKLOADS: Record<string, () => Promise<(runs: number, tasks?: number) => Promise<Line[]>>> = {
  W1: async () => (await import('./w1-enqueue')).w1,
  W2: async () => (await import('./w2-drain')).w2,
  W3: async () => (await import('./w3-latency')).w3,
  W4: async () => (await import('./w4-idle')).w4,
  W5: async () => (await import('./w5-kill')).w5,
  W6: async () => (await import('./w6-monitor')).w6,
  W7: async () => (await import('./w7')).w7,
  W8: async () => (await import('./w8-start')).w8,
  LOGO: async () => (await import('./logo')).logo,
  CHARTS: async () => (await import('./charts')).charts,
}
/** Parts of a workload, for whoever wants no more of it. */
const PARTS: typeof WORKLOADS = {
  'W7-IMPORT': async () => (await import('./w7-import')).w7Import,
  'W7-PAYROLL': async () => (await import('./w7-payroll')).w7Payroll,
}
const RUNS = 3

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const asJson = args.includes('--json')
  const tasks = tasksOf(args)
  const wanted = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.toUpperCase())
  const known = { ...WORKLOADS, ...PARTS }
  const unknown = wanted.filter((name) => !(name in known))
  if (unknown.length) {
    console.error(`bench: no workload ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}`)
    process.exit(2)
  }
  for (const name of wanted.length ? wanted : Object.keys(WORKLOADS)) {
    const load = known[name]
    if (!load) continue
    const workload = await load()
    for (const line of await workload(RUNS, tasks)) print(line, asJson)
  }
}

/** `--tasks=10000000`: how many finished tasks W6 asks about. */
function tasksOf(args: string[]): number | undefined {
  const [given] = args.filter((arg) => arg.startsWith('--tasks='))
  if (given === undefined) return undefined
  const tasks = Number(given.slice('--tasks='.length))
  if (Number.isSafeInteger(tasks) && tasks > 0 && tasks % 100_000 === 0) return tasks
  console.error(`bench: ${given}: hundreds of thousands were expected, such as --tasks=10000000`)
  process.exit(2)
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
