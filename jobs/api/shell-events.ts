import { unfinished } from '../engine/monitor'
import type { OfficeEvent } from '../engine/write'
import type { Office } from './office'
import type { Router } from './router'
import type { FinishedKind, FromOffice, RunningWork } from './shell-channel'

/** A hundred payslips or failures that end together are one notification. */
const GATHER_MS = 500
/** More tasks than this never run at once: the slots and the network lane hold fewer. */
const MOST_RUNNING = 100

/**
 * Tells the shell what runs and what has finished, as the events of the office say it: of whichever is open, since
 * another can follow it in the same folder. While the office closes, somebody may wait for what runs: then how far it is, too.
 */
export function tellShell(
  router: Pick<Router, 'office' | 'onEvent'>,
  tell: (message: FromOffice) => void,
): { closing(): void; stop(): void } {
  const finished = tellFinished(tell)
  let told = '[]'
  let isClosing = false
  const look = () => {
    const running = runningWork(router.office, isClosing)
    const text = JSON.stringify(running)
    if (text === told) return
    told = text
    tell({ type: 'activity', running })
  }
  const stopListening = router.onEvent((event) => {
    finished.hear(event)
    if (event.type === 'tasks_changed' || event.type === 'office_changed') look()
  })
  return {
    closing() {
      isClosing = true // and each sign of work tells it
    },
    stop() {
      stopListening()
      finished.stop()
    },
  }
}

/** Tells the shell what has finished, of whatever events it hears. */
export function tellFinished(tell: (message: FromOffice) => void): { hear(event: OfficeEvent): void; stop(): void } {
  const finished = new Gathered((kind, id, n) => tell({ type: 'finished', work: { kind, id, n } }))
  return {
    hear(event) {
      const kind = finishedKind(event)
      const id = kind && rowOf(event)
      if (kind && typeof id === 'number') finished.add(kind, id)
    },
    stop: () => finished.stop(),
  }
}

/** Which events end something that somebody waits for. */
export function finishedKind(event: OfficeEvent): FinishedKind | null {
  if (event.type === 'task_failed') return 'task_failed'
  if (event.type === 'run_changed' && event.prepared) return 'run_prepared'
  if (event.type === 'run_changed' && event.payslips === 'made') return 'payslips_made'
  if (event.type !== 'import_changed') return null
  if (event.state === 'checked') return 'import_checked'
  if (event.state === 'applied') return 'import_applied'
  return event.state === 'refused' ? 'import_refused' : null
}

/** The row whose page shows it: a pay run stands on its period's. */
const rowOf = ({ type, id, period_id }: OfficeEvent) => (type === 'run_changed' ? period_id : id)

/** What runs now by task, each with what becomes of it when it is interrupted. */
function runningWork(office: Office, withProgress: boolean): RunningWork[] {
  const byTask = new Map<string, RunningWork>()
  for (const { task, progress } of unfinished(office.db, 'running', MOST_RUNNING)) {
    const n = (byTask.get(task)?.n ?? 0) + 1
    const isTold = withProgress && n === 1 && progress !== null && progress.total > 0
    byTask.set(task, {
      task,
      n,
      resumes: office.engine.definition(task)?.onLost !== 'ask',
      ...(isTold && { progress: { current: progress.current, total: progress.total } }),
    })
  }
  return [...byTask.values()]
}

/** Kinds of endings with how many there were and the last one's id, told half a second after the first. */
class Gathered {
  readonly #waiting = new Map<FinishedKind, { id: number; n: number }>()
  #timer: NodeJS.Timeout | null = null

  constructor(private readonly tell: (kind: FinishedKind, id: number, n: number) => void) {}

  add(kind: FinishedKind, id: number): void {
    const waiting = this.#waiting.get(kind)
    const isSame = waiting?.id === id
    this.#waiting.set(kind, { id, n: (waiting?.n ?? 0) + (isSame ? 0 : 1) })
    this.#timer ??= setTimeout(() => this.#tellAll(), GATHER_MS)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #tellAll(): void {
    this.#timer = null
    for (const [kind, { id, n }] of this.#waiting) this.tell(kind, id, n)
    this.#waiting.clear()
  }
}
