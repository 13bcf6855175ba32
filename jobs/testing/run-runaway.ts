import { setTimeout as wait } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import type { RunContext } from '../engine/define-task'

const held: unknown[] = []
const MB = 2 ** 20
const sayEnd = (ctx: RunContext) => ctx.log('info', `ends ${process.hrtime.bigint()}`)

/** Throws on whatever it is asked. */
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no')
    },
    getPrototypeOf: () => {
      throw new Error('no')
    },
    has: () => {
      throw new Error('no')
    },
  },
)

class NoStack extends Error {
  override get stack(): string {
    throw new Error('no stack')
  }
  override toString(): string {
    throw new Error('no text')
  }
}

type Deep = { toJSON(): { deeper: Deep } }
const deep = (): Deep => ({ toJSON: () => ({ deeper: deep() }) })

function throwIt(thrown: unknown): never {
  throw thrown
}

/** What a run can do to the thread it runs in; the tests name the ways. */
const WAYS = {
  leak_heap: () => {
    for (;;) held.push(Array.from({ length: 1000 }, (_, i) => ({ i, text: `row ${i}` })))
  },
  leak_buffers: async () => {
    for (;;) {
      held.push(Buffer.alloc(8 * MB, 1))
      await wait(4)
    }
  },
  leak_buffers_in_a_loop: () => {
    for (;;) {
      held.push(Buffer.alloc(8 * MB, 1))
      const until = process.hrtime.bigint() + 8_000_000n
      while (process.hrtime.bigint() < until) Math.random()
    }
  },
  throw_undefined: () => throwIt(undefined),
  throw_null: () => throwIt(null),
  throw_proxy: () => throwIt(hostile),
  reject_proxy: () => Promise.reject(hostile),
  throw_without_stack: () => throwIt(new NoStack('unreadable')),
  throw_long: () => throwIt(new Error('x'.repeat(8 * MB))),
  exit: (ctx: RunContext) => {
    sayEnd(ctx)
    process.exit(7)
  },
  reject_unheard: (ctx: RunContext) => {
    sayEnd(ctx)
    void Promise.reject(new Error('nobody awaits this'))
    return wait(60_000)
  },
  throw_in_timer: (ctx: RunContext) => {
    setTimeout(() => {
      sayEnd(ctx)
      throw hostile
    }, 1)
    return wait(60_000)
  },
  throw_after_its_end: () => {
    setTimeout(() => throwIt(new Error('after its end')), 1)
  },
  reject_after_its_end: () => {
    void wait(1).then(() => throwIt(null))
  },
  post_after_its_end: (ctx: RunContext) => {
    setTimeout(() => {
      ctx.log('info', 'late')
      const late = { taskId: ctx.taskId, ms: 1, progress: null, outcome: { ok: false, error: { code: 'test.fails' } } }
      for (const message of [
        null,
        7,
        { kind: 'done' },
        { kind: 'done', replies: null },
        { kind: 'done', replies: { ids: [ctx.taskId + 1], ms: [1], values: [{}], others: [] } },
        { kind: 'done', replies: { ids: [], ms: [], values: [], others: [late, null, { taskId: ctx.taskId + 1 }] } },
        { kind: 'done', replies: { ids: [ctx.taskId], ms: [1], values: ['"late"'], others: [late] } },
        { kind: 'log', taskId: ctx.taskId + 1, level: 'shout', text: { not: 'text' } },
        { kind: 'progress', taskId: ctx.taskId + 1, progress: null },
        { kind: 'ask', call: 1, taskId: ctx.taskId, what: 'stage', rows: 3 },
        { kind: 'unheard of' },
      ])
        parentPort?.postMessage(message)
    }, 0)
  },
  result_endless: () => deep(),
  result_huge: () => 'x'.repeat(200 * MB),
  result_bigint: () => ({ n: 1n }),
  result_functions: () => ({ call: () => 1 }),
  result_proxy: () => hostile,
} satisfies Record<string, (ctx: RunContext) => unknown>

export type RunawayWay = keyof typeof WAYS

export default function runaway({ way }: { way: RunawayWay }, ctx: RunContext): unknown {
  return (WAYS[way] as (ctx: RunContext) => unknown)(ctx)
}
