import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const project = (name: string, timeout = 5_000) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout },
})

export default defineConfig({
  root,
  test: {
    globalSetup: 'test/support/setup.ts',
    reporters: [['default', { summary: false }], './test/support/reporter.ts'],
    maxWorkers: 2,
    // What a window or an office does by itself is waited for; other tests may be busy on the same computer.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      project('unit', 15_000),
      project('scenarios', 60_000),
      project('crash', 120_000),
      project('power', 120_000),
      project('clock', 120_000),
      project('browser', 30_000),
      project('desktop', 30_000),
    ],
  },
})
