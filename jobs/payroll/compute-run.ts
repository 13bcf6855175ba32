import { createHash } from 'node:crypto'
import type { RunContext, RunFunction } from '../engine/define-task'
import { faultPoint } from '../values/faults'
import type { Reason } from '../values/problem'
import type { RunFacts, RunInput } from './load-run'
import type { Component } from './rules/component'
import { computeSlip, type Line, planSlips, type Slip } from './rules/slip'

/** A slip as it is handed to the office. */
export type StagedSlip = Omit<Slip, 'lines' | 'entries' | 'error'> & {
  status: 'ok' | 'error'
  reason: string | null
  /** The earnings less the deductions that are marked taxable. */
  taxableMinor: number
  /** code, kind, quantity, rate, base and amount of each line, one after another. */
  lines: (string | number | null)[]
  /** kind, code, loan and amount of each entry. */
  entries: (string | number)[]
}

/** Slips in JSON: text crosses the threads at once, 600,000 single values take 200 ms. */
export type StagedSlips = string

export type RunOutput = { kind: 'skip'; reason: Reason } | { kind: 'missed' } | (Computed & { basis: string })

export type Computed = {
  kind: 'computed'
  currency: string
  employees: number
  errors: number
  grossMinor: number
  deductionsMinor: number
  employerMinor: number
  netMinor: number
  /** SHA-256 over components, slips and lines: equal digest, equal payslips. */
  digest: string
  components: Pick<Component, 'code' | 'name' | 'kind' | 'taxable' | 'position'>[]
}

/** Slips a chunk: about 25 ms of writing with 20 lines each. */
const CHUNK = 500

const computeRun: RunFunction<RunInput, RunOutput, unknown, StagedSlips> = async (input, ctx) => {
  if (input.kind !== 'compute') return input
  const { basis, ...facts } = input
  return { ...(await computeSlips(facts, ctx)), basis }
}
export default computeRun

/** Computes every slip of a run and hands them over in chunks. Totals count the slips that are right. */
export async function computeSlips(facts: RunFacts, ctx: RunContext<unknown, StagedSlips>): Promise<Computed> {
  const { period, currency, components, rules, employees } = facts
  const plan = planSlips(components, period, currency, rules)
  const taxable = taxableCodes(components)
  const digest = createHash('sha256').update(JSON.stringify([currency, period, components, rules]))
  const totals = { employees: 0, errors: 0, grossMinor: 0, deductionsMinor: 0, employerMinor: 0, netMinor: 0 }
  // The office writes one chunk while the next is computed.
  let staging: Promise<void> | null = null
  for (let at = 0; at < employees.length; at += CHUNK) {
    const chunk: string[] = []
    for (const employee of employees.slice(at, at + CHUNK)) {
      ctx.check()
      const slip = computeSlip(employee, plan)
      count(totals, slip)
      chunk.push(JSON.stringify(toStaged(slip, taxable)))
    }
    const slips: StagedSlips = `[${chunk.join()}]`
    digest.update(slips)
    ctx.progress(at + chunk.length, employees.length, 'Computing payslips')
    await staging
    staging = ctx.stage([slips])
    staging.catch(() => undefined) // heard at the next await; an interruption before it must not leave it unheard
  }
  await staging
  faultPoint('payroll.slips_staged')
  const errors = totals.errors
  ctx.log(errors > 0 ? 'warning' : 'info', `${totals.employees} payslips computed, ${errors} of them with an error`)
  return {
    kind: 'computed',
    currency,
    ...totals,
    digest: digest.digest('hex'),
    components: components.map(({ code, name, kind, taxable, position }) => ({ code, name, kind, taxable, position })),
  }
}

type Totals = { employees: number; errors: number } & Record<
  'grossMinor' | 'deductionsMinor' | 'employerMinor' | 'netMinor',
  number
>

/** Sums stay exact far beyond any office: 5,000 people at 18 million a month reach 2^53 minor units. */
function count(totals: Totals, slip: Slip): void {
  totals.employees++
  if (slip.error) {
    totals.errors++
    return
  }
  totals.grossMinor += slip.grossMinor
  totals.deductionsMinor += slip.deductionsMinor
  totals.employerMinor += slip.employerMinor
  totals.netMinor += slip.netMinor
  if (!Number.isSafeInteger(totals.grossMinor)) throw new RangeError('the totals of the run are out of range')
}

export const taxableCodes = (components: readonly Pick<Component, 'code' | 'taxable'>[]): Set<string> =>
  new Set(components.filter((one) => one.taxable).map((one) => one.code))

/** By the marks the components have when the run is computed. */
export const taxableOf = (
  lines: readonly Pick<Line, 'code' | 'kind' | 'amountMinor'>[],
  taxable: ReadonlySet<string>,
) =>
  lines.reduce((sum, { code, kind, amountMinor }) => {
    if (!taxable.has(code)) return sum
    return kind === 'earning' ? sum + amountMinor : kind === 'deduction' ? sum - amountMinor : sum
  }, 0)

function toStaged({ lines, entries, error, ...rest }: Slip, taxable: ReadonlySet<string>): StagedSlip {
  const flat: StagedSlip['lines'] = []
  for (const line of lines) {
    flat.push(line.code, line.kind, line.quantity, line.rate, line.baseMinor, line.amountMinor)
  }
  const moved = entries.flatMap(({ kind, code, ref, amountMinor }) => [kind, code, ref, amountMinor])
  return {
    ...rest,
    status: error ? 'error' : 'ok',
    reason: error && JSON.stringify(error),
    taxableMinor: taxableOf(lines, taxable),
    lines: flat,
    entries: moved,
  }
}
