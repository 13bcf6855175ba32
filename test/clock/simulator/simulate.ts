import {
  catchUpsKeepTheirPolicy,
  everyInstantIsDecided,
  everyRowSaysWhy,
  nothingFiresTwice,
  tasksStartInOrder,
} from './laws'
import { Life } from './life'
import { planOf } from './plan'

export type Outcome = {
  seed: number
  /** Laws that did not hold, in words; empty where all did. */
  broken: string[]
  occurrences: number
  years: number
  slowestCatchUpMs: number
}

const YEAR = 365.25 * 86_400_000

/** Lives the story of a seed and asks afterwards whether every law held. */
export async function simulate(seed: number, mostOccurrences: number): Promise<Outcome> {
  const plan = planOf(seed, mostOccurrences)
  const life = new Life(plan)
  await life.live()
  const { office, lived, broken } = life
  let occurrences = 0
  for (const one of plan.schedules) {
    const rows = office.occurrenceRows(one.name)
    const origin = `schedule:${life.idOf(one.name)}`
    const tasks = office.enqueued.filter(({ options }) => options.origin === origin).map(({ taskId }) => taskId)
    occurrences += rows.length
    broken.push(
      ...everyInstantIsDecided(one.name, rows, lived.due(one.name)),
      ...nothingFiresTwice(one.name, rows, tasks),
      ...everyRowSaysWhy(one.name, rows),
      ...catchUpsKeepTheirPolicy(one, rows),
      ...tasksStartInOrder(one.name, rows, (taskId) => life.eras.get(taskId) ?? 0),
    )
  }
  const years = (office.clock.wall - plan.start) / YEAR
  office.db.close()
  return { seed, broken, occurrences, years, slowestCatchUpMs: life.slowestCatchUpMs }
}
