/** The path of a pay run, and either side of every group commit. `test/crash/pay-run.test.ts` dies at each of them. */
export const PAY_RUN_POINTS = [
  'files.before_write',
  'files.before_rename',
  'files.stored',
  'import.created_before_commit',
  'import.chunk_staged_before_commit',
  'import.checked_before_commit',
  'import.promoted_before_commit',
  'engine.before_commit',
  'engine.after_commit',
  'engine.enqueued_before_commit',
  'engine.written',
  'engine.claimed_before_commit',
  'engine.claimed',
  'engine.delivered',
  'engine.run_started',
  'engine.run_ended',
  'engine.acknowledged_before_commit',
  'engine.acknowledged',
  'schedule.fired_before_commit',
  'schedule.fired',
  'payroll.slips_staged',
  'payroll.run_promoted_before_commit',
  'payroll.approved_before_commit',
  'payroll.approved',
  'payslips.rendered',
  'payslips.linked_before_commit',
  'mail.queued_before_commit',
  'mail.sending_before_commit',
  'mail.before_data',
  'mail.after_data',
  'mail.accepted_before_commit',
] as const

/** The path of a run beside the regular one. `test/crash/supplementary-runs.test.ts` dies at each of them, in every kind. */
export const SUPPLEMENTARY_POINTS = [
  'payroll.asked_before_commit',
  'payroll.supplementary_staged',
  'payroll.supplementary_promoted_before_commit',
  'payroll.took_effect_before_commit',
] as const

/**
 * Named points where the crash tests end the process (`--test` only). What is armed lives in memory shared with the slots,
 * so that a point in a slot ends the whole office just the same.
 */
export const FAULT_POINTS = [...PAY_RUN_POINTS, ...SUPPLEMENTARY_POINTS] as const
export type FaultPoint = (typeof FAULT_POINTS)[number]

export type FaultAction = 'kill' | 'disk_full'
const ACTIONS: FaultAction[] = ['kill', 'disk_full']

/** A word for each point: what it is armed with; then one for each: how often it was passed. */
let armed: Int32Array | null = null

/** Called once at the start of an office in test mode; answers with the memory the slots are given. */
export function allowFaults(shared = new SharedArrayBuffer(FAULT_POINTS.length * 8)): SharedArrayBuffer {
  armed = new Int32Array(shared)
  return shared
}

/**
 * Arms what `DAYBOOK_TEST_FAULT` says (`engine.before_commit:3`, a kill at the third passage), so that an office can be
 * killed before it serves.
 */
export function armFromEnvironment(text: string | undefined): void {
  const [name, nth] = (text ?? '').split(':')
  const point = FAULT_POINTS.find((one) => one === name)
  if (point) armFault(point, 'kill', Number(nth) || 1)
}

/** How often each point was passed since the office was opened. */
export function passedPoints(): { point: FaultPoint; passed: number }[] {
  const words = armed
  return FAULT_POINTS.map((point, i) => ({ point, passed: words ? Atomics.load(words, FAULT_POINTS.length + i) : 0 }))
}

/** `nth`: lets the point pass so many times first. */
export function armFault(point: FaultPoint, action: FaultAction, nth = 1): void {
  if (!armed) throw new Error('faults can be armed in test mode only')
  Atomics.store(armed, FAULT_POINTS.indexOf(point), nth * 10 + ACTIONS.indexOf(action) + 1)
}

/** Does nothing outside test mode, and nothing in it unless this point is armed. */
export function faultPoint(point: FaultPoint): void {
  if (!armed) return
  const index = FAULT_POINTS.indexOf(point)
  Atomics.add(armed, FAULT_POINTS.length + index, 1)
  const value = Atomics.load(armed, index)
  if (value === 0) return
  if (value >= 20) {
    Atomics.store(armed, index, value - 10)
    return
  }
  Atomics.store(armed, index, 0)
  if (ACTIONS[(value % 10) - 1] === 'kill') process.kill(process.pid, 'SIGKILL')
  else throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
}
