import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'

export type OfficeProcess = { openPort(): MessagePortMain }

/**
 * Starts the office in a utility process of its own and resolves when it is open. Rejects with the office's own words
 * where it cannot open (folder in use, not writable, newer database). It ends with the app.
 */
export function startOffice(entry: string): Promise<OfficeProcess> {
  const data = process.env.DAYBOOK_DATA ?? path.join(app.getPath('userData'), 'data')
  mkdirSync(data, { recursive: true })
  const office = utilityProcess.fork(entry, [], {
    serviceName: 'Daybook office',
    env: { ...process.env, DAYBOOK_DATA: data },
    stdio: 'inherit',
  })
  let isEnding = false
  app.on('before-quit', (event) => {
    if (isEnding) return
    isEnding = true
    event.preventDefault() // the office ends first, so that what runs is handed back in order
    office.once('exit', () => app.quit())
    office.postMessage('stop')
  })
  return new Promise((resolve, reject) => {
    office.once('message', (message: { refused?: { message: string; fix: string } }) => {
      if (message.refused) reject(new Error(`${message.refused.message}\n\n${message.refused.fix}`))
      else resolve({ openPort: () => openPort(office) })
    })
    office.once('exit', (code) => {
      if (!isEnding) reject(new Error(`the office process ended at start (${code})`))
      isEnding = true
    })
  })
}

function openPort(office: Electron.UtilityProcess): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain()
  office.postMessage('port', [port1])
  return port2
}
