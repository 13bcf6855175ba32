import type { Delivery, Reply } from './delivery'

/**
 * Batches and replies as they cross between threads: a column each instead of an object each. Of a drain's
 * computing in the office (two slots, no-ops) that took off a third: 29.9 µs a task before, 19.3 after.
 */
export type PackedDeliveries =
  | { kind: 'list'; deliveries: Delivery[] }
  | {
      kind: 'alike'
      first: Omit<Delivery, 'taskId' | 'attempt' | 'input'>
      ids: number[]
      attempts: number[]
      inputs: unknown[]
    }

export function packDeliveries(deliveries: Delivery[]): PackedDeliveries {
  const [first] = deliveries
  if (!first || deliveries.length === 1 || !deliveries.every((one) => isAlike(one, first)))
    return { kind: 'list', deliveries }
  const { name, now, zone, inputIsJson, resultAsJson } = first
  return {
    kind: 'alike',
    first: { name, now, zone, inputIsJson, resultAsJson },
    ids: deliveries.map(({ taskId }) => taskId),
    attempts: deliveries.map(({ attempt }) => attempt),
    inputs: deliveries.map(({ input }) => input),
  }
}

const isAlike = (one: Delivery, first: Delivery): boolean =>
  one.name === first.name &&
  one.now === first.now &&
  one.zone === first.zone &&
  one.inputIsJson === first.inputIsJson &&
  one.resultAsJson === first.resultAsJson

export function unpackDeliveries(packed: PackedDeliveries): Delivery[] {
  if (packed.kind === 'list') return packed.deliveries
  const { first, attempts, inputs } = packed
  return packed.ids.map((taskId, i) => ({ taskId, attempt: attempts[i] ?? 0, input: inputs[i], ...first }))
}

/** Successes without progress are columns; whatever has more to say is a reply of its own. */
export type PackedReplies = { ids: number[]; ms: number[]; values: unknown[]; others: Reply[] }

export function packReplies(replies: Reply[]): PackedReplies {
  const packed: PackedReplies = { ids: [], ms: [], values: [], others: [] }
  for (const reply of replies) {
    if (!reply.outcome.ok || reply.progress) {
      packed.others.push(reply)
      continue
    }
    packed.ids.push(reply.taskId)
    packed.ms.push(reply.ms)
    packed.values.push(reply.outcome.value)
  }
  return packed
}

export function unpackReplies({ ids, ms, values, others }: PackedReplies): Reply[] {
  const quick = ids.map(
    (taskId, i): Reply => ({ taskId, ms: ms[i] ?? 0, progress: null, outcome: { ok: true, value: values[i] } }),
  )
  return others.length ? [...quick, ...others] : quick
}
