import type { BatchKind } from '../../db/queries/batches'
import { Problem } from '../values/problem'
import { chainOrder, type Step } from './chain-order'
import type { AnyTask } from './define-task'
import { checkArgs, type Registry } from './registry'

export type MemberSpec = Step & {
  task: string
  args: Record<string, unknown>
  queue?: string | undefined
  priority?: number | undefined
  /** The argument that is given the result before (a chain) or all results in order (a completion); null: none. */
  result_as?: string | null | undefined
}

export type BatchSpec =
  | { kind: 'chain'; tasks: MemberSpec[] }
  | { kind: 'group'; tasks: MemberSpec[] }
  | { kind: 'chord'; tasks: MemberSpec[]; completion: MemberSpec }

export type PlannedMember = { spec: MemberSpec; task: AnyTask; resultAs: string | null; isHeld: boolean }

/** One transaction writes them all, within a turn of the office. */
const MOST = 2000

/** What a batch will write, checked at the edge: no member is refused later for what could be known now. */
export function planBatch(
  registry: Registry,
  spec: BatchSpec,
): { members: PlannedMember[]; completion: PlannedMember | null } {
  refuseSize(spec.kind, spec.tasks.length)
  const specs = spec.kind === 'chain' ? chainOrder(spec.tasks) : spec.tasks
  const members = specs.map((one, index) => plan(registry, one, spec.kind === 'chain' && index > 0 ? 'previous' : null))
  return { members, completion: spec.kind === 'chord' ? plan(registry, spec.completion, 'results') : null }
}

function refuseSize(kind: BatchKind, size: number): void {
  if (size === 0) throw new Problem('engine.batch_empty', { kind })
  if (size > MOST) throw new Problem('engine.batch_too_long', { kind, found: size, limit: MOST }, { kind: 'too_large' })
}

function plan(registry: Registry, spec: MemberSpec, usual: string | null): PlannedMember {
  const task = registry.get(spec.task)
  const resultAs = usual === null ? null : argumentFor(task, spec, usual)
  if (usual === null) checkArgs(task, spec.args)
  else checkBesides(task, spec.args, resultAs)
  return { spec, task, resultAs, isHeld: usual !== null }
}

/** A task that would refuse an argument it does not know is handed nothing unless it is asked for by name. */
function argumentFor(task: AnyTask, { args, result_as }: MemberSpec, usual: string): string | null {
  if (result_as !== undefined) return result_as
  const checked = task.args.safeParse({ ...args, [usual]: null })
  const isUnknown = checked.error?.issues.some((one) => one.code === 'unrecognized_keys' && one.keys.includes(usual))
  return isUnknown ? null : usual
}

/** The arguments but for the one that is still to come. */
function checkBesides(task: AnyTask, args: Record<string, unknown>, resultAs: string | null): void {
  const issues = task.args.safeParse(args).error?.issues ?? []
  if (issues.every((one) => one.path[0] === resultAs)) return
  checkArgs(task, args)
}
