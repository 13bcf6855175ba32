import { z } from 'zod'
import { type AnyTask, defineTask } from '../../../../../jobs/engine/define-task'

const run = () => Promise.resolve({ default: () => null })
/** Tasks that schedules can name; they are only enqueued here. */
export const TASKS: AnyTask[] = [
  defineTask({ name: 'test.tidy', queue: 'maintenance', args: z.object({ days: z.number().default(1) }), run }),
  defineTask({
    name: 'payroll.run',
    queue: 'payroll',
    args: z.object({ period_id: z.number() }),
    key: (args) => String(args.period_id),
    run,
  }),
]
