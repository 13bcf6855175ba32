import { Problem } from '../values/problem'

/** A step may name itself and the step it follows; one that names none follows the one before it in the list. */
export type Step = { step?: string | undefined; after?: string | undefined }

/** The steps in the order in which they run; a chain that is empty, goes round, forks or follows nothing is refused. */
export function chainOrder<S extends Step>(steps: readonly S[]): S[] {
  if (steps.length === 0) throw new Problem('engine.batch_empty', { kind: 'chain' })
  if (steps.every((one) => one.after === undefined)) return [...steps]
  const nameOf = (index: number) => steps[index]?.step ?? `step ${index + 1}`
  const places = new Map(steps.map((one, index) => [one.step ?? `step ${index + 1}`, index]))
  if (places.size < steps.length) throw new Problem('engine.chain_twice', { step: twice(steps) })
  const follows = new Map<number | null, number>()
  for (const [index, one] of steps.entries()) {
    const before = one.after === undefined ? (index === 0 ? null : index - 1) : places.get(one.after)
    if (before === undefined) throw new Problem('engine.chain_no_step', { step: nameOf(index), after: one.after ?? '' })
    const other = follows.get(before)
    if (other !== undefined && before !== null)
      throw new Problem('engine.chain_forks', { step: nameOf(before), one: nameOf(other), other: nameOf(index) })
    follows.set(before, index)
  }
  const order: number[] = []
  for (let at = follows.get(null); at !== undefined; at = follows.get(at)) order.push(at)
  if (order.length < steps.length) throw new Problem('engine.chain_cyclic', { steps: circle(follows, order, nameOf) })
  return order.flatMap((index) => steps[index] ?? [])
}

const twice = (steps: readonly Step[]): string =>
  steps.find((one, index) => steps.findIndex((other) => other.step === one.step) < index)?.step ?? ''

/** The steps that go round, by name: `a → b → a`. */
function circle(
  follows: ReadonlyMap<number | null, number>,
  reached: number[],
  nameOf: (index: number) => string,
): string {
  const first = [...follows.values()].find((index) => !reached.includes(index)) ?? 0
  const names = [nameOf(first)]
  for (let at = follows.get(first); at !== undefined && at !== first && names.length < 20; at = follows.get(at))
    names.push(nameOf(at))
  return [...names, nameOf(first)].join(' → ')
}
