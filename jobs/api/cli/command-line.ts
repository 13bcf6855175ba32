import '../../node18'
import { run } from './run'

// A pipe that its reader closed (`daybook events | head`) ends the command quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

/** Ctrl-C reaches a command twice, from the terminal and from npm; only a later one is impatience. */
const SAME_SIGNAL_MS = 1000

const ending = new AbortController()
let endingSince = 0
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending.signal.aborted && Date.now() - endingSince > SAME_SIGNAL_MS) process.exit(1)
    endingSince ||= Date.now()
    ending.abort()
  })
}

void run(process.argv.slice(2), process, ending.signal).then((code) => {
  // Exit only after the last byte has left: a pipe is written in the background.
  process.stdout.write('', () => process.exit(code))
})
