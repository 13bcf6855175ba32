import { createHash } from 'node:crypto'
import type { RunContext } from '../../engine/define-task'
import { faultPoint } from '../../values/faults'
import { toSafeNumber } from '../../values/money'
import type { Reason } from '../../values/problem'
import { type Computed, computeSlips, type StagedSlip, type StagedSlips, taxableCodes, taxableOf } from '../compute-run'
import { type ComponentAmount, type Difference, differencesOf, sumsOf } from '../rules/arrears'
import { heldOf, type SlipEntry, unmoved } from '../rules/balances'
import type { Kind } from '../rules/component'
import type { ArrearsPart, SupplementaryInput } from './load'

/** Slips of a run of arrears, with the period of each of their lines; null: what is held back of all of it. */
export type DatedSlip = StagedSlip & { forPeriods: (number | null)[] }
export type SupplementaryChunk =
  | { kind: 'slips'; slips: StagedSlips }
  | { kind: 'dated'; slips: string }
  | { kind: 'mirror'; of: number[]; range: { from: number; to: number } }

export type SupplementaryOutput = {
  basis: string
  /** 0: nobody has a slip, and none was staged. */
  people: number
  digest: string
  /** Null: those of the runs that are mirrored. */
  components: Computed['components'] | null
  mirrored: number[]
}

type Context = RunContext<unknown, SupplementaryChunk>

/** Computes a run beside the regular one; the slips of a regular run are made by the same function. */
export default async function compute(input: SupplementaryInput, ctx: Context): Promise<SupplementaryOutput> {
  const output = await staged(input, ctx)
  faultPoint('payroll.supplementary_staged')
  return output
}

async function staged(input: SupplementaryInput, ctx: Context): Promise<SupplementaryOutput> {
  const { basis } = input
  if (input.kind === 'mirror') {
    for (const [index, range] of input.ranges.entries()) {
      await ctx.stage([{ kind: 'mirror', of: input.of, range }])
      ctx.progress(index + 1, input.ranges.length, 'Mirroring payslips')
    }
    const people = input.ranges.length // as good as their number: none, or some
    return { basis, people, digest: sha256('mirror', input.digest), components: null, mirrored: input.of }
  }
  if (input.kind === 'arrears') return { basis, mirrored: [], ...(await computeArrears(input, ctx)) }
  const { slips, output } = await slipsOf(input.facts, ctx)
  const missing = input.people.filter((partyId) => !slips.some((slip) => slip.partyId === partyId))
  slips.push(...missing.map((partyId) => emptySlip(partyId)))
  for (let at = 0; at < slips.length; at += CHUNK) {
    await ctx.stage([{ kind: 'slips', slips: JSON.stringify(slips.slice(at, at + CHUNK)) }])
  }
  const digest = sha256(output.digest, ...missing)
  return { basis, people: slips.length, mirrored: [], digest, components: output.components }
}

const sha256 = (...parts: (string | number)[]): string => createHash('sha256').update(parts.join('\n')).digest('hex')

/** The slips a regular run would make of these facts, kept here instead of being staged. */
async function slipsOf(facts: ArrearsPart['facts'], ctx: Context) {
  const slips: StagedSlip[] = []
  const keep = async (chunks: StagedSlips[]) => {
    for (const chunk of chunks) slips.push(...(JSON.parse(chunk) as StagedSlip[])) // what our own function wrote
  }
  const output = await computeSlips(facts, { ...ctx, stage: keep } as RunContext<unknown, StagedSlips>)
  return { slips, output }
}

type Dated = Difference & { periodId: number }

async function computeArrears({ parts, held }: Extract<SupplementaryInput, { kind: 'arrears' }>, ctx: Context) {
  const due = new Map<number, { lines: Dated[]; error: string | null }>()
  const names = new Map<string, Computed['components'][number]>()
  for (const { periodId, facts, posted } of parts) {
    const { slips, output } = await slipsOf(facts, ctx)
    for (const component of output.components) names.set(component.code, component)
    const was = groupByParty(posted)
    const is = new Map(slips.map((slip) => [slip.partyId, slip]))
    for (const partyId of new Set([...is.keys(), ...was.keys()])) {
      ctx.check()
      const slip = is.get(partyId)
      const before = was.get(partyId) ?? []
      const error = slip && !isComputed(slip) ? slip.reason : null
      // Who cannot be computed and was never paid for that period is none of its business.
      if (error !== null && before.length === 0) continue
      const lines = error === null ? differencesOf(slip ? linesOf(slip) : [], before) : []
      if (lines.length === 0 && error === null) continue
      const own = due.get(partyId) ?? { lines: [], error: null }
      own.error ??= error
      own.lines.push(...lines.map((line) => ({ ...line, periodId })))
      due.set(partyId, own)
    }
  }
  const order = (code: string) => names.get(code)?.position ?? Number.MAX_SAFE_INTEGER
  const taxable = taxableCodes([...names.values()])
  const holds = new Map(held.map((one) => [one.partyId, one.mostMinor]))
  const heldPay = parts.at(-1)?.facts.components.find((one) => one.method === 'held_pay')?.code
  const slips = [...due]
    .sort(([a], [b]) => a - b)
    .map(([partyId, one]) => ({ ...datedSlip(partyId, one, order), taxableMinor: taxableOf(one.lines, taxable) }))
    .map((slip) =>
      holds.has(slip.partyId) && heldPay ? holdBack(slip, heldPay, holds.get(slip.partyId) ?? null) : slip,
    )
  const digest = createHash('sha256')
  for (let at = 0; at < slips.length; at += CHUNK) {
    const text = JSON.stringify(slips.slice(at, at + CHUNK))
    digest.update(text)
    await ctx.stage([{ kind: 'dated', slips: text }])
  }
  return { people: slips.length, digest: digest.digest('hex'), components: [...names.values()] }
}

/** Slips a chunk. */
const CHUNK = 250

/** A net below zero is a fact of that period, and its lines are right; other errors have none. */
const isComputed = (slip: StagedSlip): boolean =>
  slip.status === 'ok' || (slip.reason !== null && (JSON.parse(slip.reason) as Reason).code === 'payroll.negative_net')

function groupByParty(posted: ArrearsPart['posted']): Map<number, ComponentAmount[]> {
  const groups = new Map<number, ComponentAmount[]>()
  for (const { party_id, code, kind, amount_minor } of posted) {
    groups.set(party_id, [...(groups.get(party_id) ?? []), { code, kind, amountMinor: amount_minor }])
  }
  return groups
}

/** Values of one line as compute-run flattens it: code, kind, quantity, rate, base, amount. */
const WIDTH = 6

/** Values of one entry: kind, code, loan, amount. */
const ENTRY_WIDTH = 4

/** The lines as if none had moved a balance. */
function linesOf(slip: StagedSlip): ComponentAmount[] {
  const lines: ComponentAmount[] = []
  for (let at = 0; at < slip.lines.length; at += WIDTH) {
    const [code, kind, , , , amount] = slip.lines.slice(at, at + WIDTH)
    lines.push({ code: String(code), kind: kind as Kind, amountMinor: Number(amount) })
  }
  for (let at = 0; at < slip.entries.length; at += ENTRY_WIDTH) {
    const [kind, code, , amount] = slip.entries.slice(at, at + ENTRY_WIDTH)
    const entry = { kind: kind as SlipEntry['kind'], amountMinor: Number(amount) }
    lines.push({ code: String(code), kind: 'deduction', amountMinor: unmoved(entry) })
  }
  return lines
}

function datedSlip(
  partyId: number,
  { lines, error }: { lines: Dated[]; error: string | null },
  order: (code: string) => number,
): DatedSlip {
  const empty = { ...emptySlip(partyId), forPeriods: [] }
  if (error !== null) return { ...empty, status: 'error', reason: error }
  const sorted = [...lines].sort((a, b) => a.periodId - b.periodId || order(a.code) - order(b.code))
  return {
    ...empty,
    ...sumsOf(sorted),
    // Beside the difference stands what the component comes to today: the rest had been posted.
    lines: sorted.flatMap((one) => [one.code, one.kind, null, null, one.freshMinor, one.amountMinor]),
    forPeriods: sorted.map((one) => one.periodId),
  }
}

/** Of whoever's pay is held back arrears are too, as in every other run of the period. */
function holdBack(slip: DatedSlip, code: string, mostMinor: number | null): DatedSlip {
  const amount = toSafeNumber(heldOf(BigInt(slip.netMinor), { isHeld: true, balanceMinor: 0, mostMinor }))
  if (amount === 0) return slip
  return {
    ...slip,
    deductionsMinor: slip.deductionsMinor + amount,
    netMinor: slip.netMinor - amount,
    lines: [...slip.lines, code, 'deduction', null, null, slip.netMinor, amount],
    entries: ['held', code, 0, amount],
    forPeriods: [...slip.forPeriods, null],
  }
}

const emptySlip = (partyId: number): StagedSlip => ({
  partyId,
  status: 'ok',
  reason: null,
  totalDays: 0,
  employedDays: 0,
  paidHalfDays: 0,
  baseMinor: null,
  grossMinor: 0,
  deductionsMinor: 0,
  employerMinor: 0,
  netMinor: 0,
  taxableMinor: 0,
  lines: [],
  entries: [],
})
