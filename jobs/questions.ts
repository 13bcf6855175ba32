import type { Db } from '../db/open'
import { batchView, facetCounts, listTasks, queueCounts, taskView, unfinished } from './engine/monitor'
import { savedTasks } from './engine/saved-queue'
import { answerDryRun, answerExplain, type DryRunQuestion, type ExplainQuestion } from './engine/scheduler/questions'
import { maintenanceQuestions } from './maintenance/questions'
import { type TodayQuestion, todayFacts } from './shared/today-facts'

/** What the reader thread answers, by name. */
export const questions: Record<string, (db: Db, params: unknown) => unknown> = {
  ...maintenanceQuestions,
  'engine.list_tasks': (db, params) => listTasks(db, params as Parameters<typeof listTasks>[1]),
  'engine.task': (db, params) => taskView(db, (params as { id: number }).id),
  'engine.batch': (db, params) => batchView(db, (params as { id: number }).id),
  'engine.saved_tasks': (db, params) => {
    const { after, limit } = params as { after: number; limit: number }
    return savedTasks(db, after, limit)
  },
  'engine.task_facets': (db) => facetCounts(db),
  'engine.queues': (db) => queueCounts(db),
  'schedules.explain': (db, params) => answerExplain(db, params as ExplainQuestion),
  'schedules.dry_run': (db, params) => answerDryRun(db, params as DryRunQuestion),
  'today.facts': (db, params) => todayFacts(db, params as TodayQuestion),
  'engine.unfinished': (db, params) => {
    const { state, limit } = params as { state: Parameters<typeof unfinished>[1]; limit: number }
    return unfinished(db, state, limit)
  },
}
