import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
/**
 * One wait for what a window or an office does by itself names what did not come, so it ends well before the whole
 * test does: the limit of a test is only for what hangs where nothing is waited for. Slow computers, busy with other
 * tests, take many times what ours does.
 */
const project = (name: string, timeout: number, wait = timeout / 3) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 120_000),
    expect: { poll: { timeout: wait } },
  },
})

export default defineConfig({
  root,
  test: {
    globalSetup: 'test/support/setup.ts',
    reporters: [['default', { summary: false }], './test/support/reporter.ts'],
    maxWorkers: 2,
    maxConcurrency: 2, // folders of the long crash suite
    projects: [
      project('unit', 60_000),
      project('scenarios', 120_000),
      project('crash', 120_000),
      project('power', 120_000),
      project('clock', 120_000),
      project('browser', 300_000, 60_000),
      project('desktop', 300_000, 60_000),
    ],
  },
})
