import { type Line, print } from './measure'

const WORKLOADS: Record<string, () => Promise<(runs: number) => Promise<Line[]>>> = {
  W1: async () => (await import('./w1-enqueue')).w1,
  W2: async () => (await import('./w2-drain')).w2,
  W3: async () => (await import('./w3-latency')).w3,
  W4: async () => (await import('./w4-idle')).w4,
  W5: async () => (await import('./w5-kill')).w5,
  W6: async () => (await import('./w6-monitor')).w6,
  W7: async () => (await import('./w7')).w7,
  W8: async () => (await import('./w8-start')).w8,
}
const RUNS = 3

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const asJson = args.includes('--json')
  const wanted = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.toUpperCase())
  const unknown = wanted.filter((name) => !(name in WORKLOADS))
  if (unknown.length) {
    console.error(`bench: no workload ${unknown.join(', ')}; there are ${Object.keys(WORKLOADS).join(', ')}`)
    process.exit(2)
  }
  for (const name of wanted.length ? wanted : Object.keys(WORKLOADS)) {
    const load = WORKLOADS[name]
    if (!load) continue
    const workload = await load()
    for (const line of await workload(RUNS)) print(line, asJson)
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
