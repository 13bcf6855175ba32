// npm run test:crash, test:runaways, test:power, test:clock, test:corpus: a suite at its full length. DAYBOOK_SEED=n takes one seed again.
import { build } from './build.mjs'
import { isStale } from './ensure-built.mjs'
import { runVitest } from './run-vitest.mjs'

const SUITES = {
  crash: {
    args: ['--project', 'crash'],
    env: { DAYBOOK_KILLS: process.env.DAYBOOK_KILLS ?? '2000', DAYBOOK_MAILS: '5000' },
  },
  runaways: {
    args: ['--project', 'crash', 'test/crash/runaways.test.ts'],
    env: { DAYBOOK_RUNAWAYS: process.env.DAYBOOK_RUNAWAYS ?? '1000' },
  },
  power: { args: ['--project', 'power'], env: { DAYBOOK_POWER: 'long' } },
  corpus: { args: ['--project', 'unit', 'test/unit/imports/corpus.test.ts'], env: { DAYBOOK_CORPUS: 'long' } },
  clock: { args: ['--project', 'clock'], env: { DAYBOOK_CLOCK: 'long' } },
}

const [name, ...more] = process.argv.slice(2)
const suite = SUITES[name]
if (!suite) {
  console.error(`usage: node build/test-long.mjs ${Object.keys(SUITES).join('|')}`)
  process.exit(2)
}
if (isStale()) await build('warn')
process.exit(await runVitest([...suite.args, ...more], suite.env))
