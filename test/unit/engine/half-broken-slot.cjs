const fs = require('node:fs')
const path = require('node:path')
const { workerData } = require('node:worker_threads')

// The first of them lives and never says that it is ready; the others cannot be started.
try {
  fs.closeSync(fs.openSync(path.join(workerData.folder, 'the-first'), 'wx'))
} catch {
  throw new Error('this slot cannot be started')
}
setInterval(() => undefined, 1_000)
