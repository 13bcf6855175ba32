import type { RunContext } from '../engine/define-task'
import { type Aggregate, aggregate, type ChartFact, chooseFacts } from './rules/charts'
import type { FactSource } from './rules/facts'

export type ChartSyncInput = {
  /** What the aggregates stand on; `known` where the month was built from exactly this already. */
  hash: string
  known: boolean
  facts: ChartFact[]
}

export type ChartSyncOutput = {
  hash: string
  known: boolean
  rows: Aggregate[]
  sources: Record<FactSource, number>
  notEmployed: number
}

export default function chartSync(input: ChartSyncInput, ctx: RunContext): ChartSyncOutput {
  const { counted, sources, notEmployed } = chooseFacts(input.facts)
  ctx.check()
  return { hash: input.hash, known: input.known, rows: input.known ? [] : aggregate(counted), sources, notEmployed }
}
