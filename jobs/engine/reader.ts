import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../../db/open'
import { questions } from '../questions'

/**
 * The reader thread: a read-only connection for the monitor and for verification, so that a long question never holds
 * up the office. It is never terminated, since ending a thread inside a native call can take the process with it: it ends
 * itself where it is told to.
 */
const port = parentPort
if (!port) throw new Error('the reader is a worker thread')
const { file } = workerData as { file: string }
const db = openReadOnly(file)

type Question = { id: number; question: string; params: unknown } | { end: true }

port.on('message', (message: Question) => {
  if ('end' in message) {
    db.close()
    port.close()
    return
  }
  const { id, question, params } = message
  try {
    const answer = questions[question]
    if (!answer) throw new Error(`nobody answers ${question}`)
    port.postMessage({ id, value: answer(db, params) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error), code })
  }
})
