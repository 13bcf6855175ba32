import path from 'node:path'
import { app, dialog, session } from 'electron'
import { homeFolder } from './data-folder'
import { Refused } from './office-process'
import { guardPages, guardSession } from './page-guard'
import { registerScheme, servePage } from './page-scheme'
import { Shell } from './shell'
import { readArguments, type StartArguments } from './start-arguments'
import { words } from './words'

const dist = path.join(__dirname, '..')

registerScheme()
guardPages()
const home = homeFolder()
const given = readArguments(process.argv, process.cwd(), app.getAppPath())

/** Files that the system opens the app with come before it is ready. */
const opened: string[] = []
let takeFile = (file: string): void => {
  opened.push(file)
}
app.on('open-file', (event, file) => {
  event.preventDefault()
  takeFile(file)
})

async function start(): Promise<void> {
  await app.whenReady() // before it neither utility processes nor trays are allowed
  guardSession(session.defaultSession)
  servePage(path.join(dist, 'renderer'))
  const shell = new Shell({
    officeEntry: path.join(dist, 'office/office-process.cjs'),
    preload: path.join(__dirname, 'preload.cjs'),
    home,
  })
  // `additionalData` is what the second start said of itself: Chromium reorders the arguments it passes on.
  app.on('second-instance', (_event, _argv, _cwd, additionalData) => shell.handOver(additionalData as StartArguments))
  app.on('activate', () => shell.show())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => shell.quitAtOnce())
  await shell.start()
  shell.handOver({ ...given, files: [...given.files, ...opened] })
  takeFile = (file) => shell.handOver({ files: [file], place: null, office: null })
  process.send?.('ready')
}

function cannotOpen(error: unknown): void {
  console.error(error)
  const fix = error instanceof Refused ? error.fix : ''
  const text = `${error instanceof Error ? error.message : String(error)}\n\n${fix}`
  if (!process.send) dialog.showErrorBox(words.cannotOpen, text)
  app.exit(1)
}

if (app.requestSingleInstanceLock(given)) start().catch(cannotOpen)
else app.quit() // the first one has been told, and comes to the front
